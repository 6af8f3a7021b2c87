package io.github.securehttpapi.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much one YAML file may come to. An alias counts as often as it is used, in size and in depth: a few lines of
 * aliases to aliases would otherwise fill the memory of whoever evaluates them.
 */
final class YamlLimits {
    /** Ours: one value for every four bytes of the largest template, several times what a real one has. */
    static final int MAX_VALUES = 250_000;

    /** Ours: so that long text that is used again and again counts for more than short text. */
    private static final int CHARACTERS_PER_VALUE = 100;

    /** What an anchor stands for, and what each alias to it costs. */
    private record Anchored(Value value, int values, int height) {}

    private final Source source;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private int values;
    private int depth;
    private int deepest;

    YamlLimits(Source source) {
        this.source = source;
    }

    void text(String text, Location location) {
        spend(1 + text.length() / CHARACTERS_PER_VALUE, location);
    }

    <T> T deeper(Location location, Supplier<T> content) {
        spend(1, location);
        depth++;
        reach(depth, location);
        T result = content.get();
        depth--;
        return result;
    }

    Value anchored(@Nullable String anchor, Supplier<Value> content) {
        if (anchor == null) {
            return content.get();
        }
        int valuesBefore = values;
        int deepestBefore = deepest;
        deepest = depth;
        underWay.add(anchor);
        Value value = content.get();
        underWay.remove(anchor);
        anchors.put(anchor, new Anchored(value, values - valuesBefore, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return value;
    }

    Value alias(String anchor, Location location) {
        if (underWay.contains(anchor)) {
            throw source.not(Syntax.YAML, location, "Alias *" + anchor + " stands within its own anchor");
        }
        Anchored anchored = anchors.get(anchor);
        if (anchored == null) {
            throw source.not(Syntax.YAML, location, "Alias *" + anchor + " has no anchor above it");
        }
        spend(anchored.values(), location);
        reach(depth + anchored.height(), location);
        return anchored.value();
    }

    private void spend(int more, Location location) {
        values += more;
        if (values > MAX_VALUES) {
            throw source.not(Syntax.YAML, location, "More than " + MAX_VALUES + " values, aliases expanded");
        }
    }

    private void reach(int level, Location location) {
        deepest = Math.max(deepest, level);
        if (level > Source.MAX_DEPTH) {
            throw source.not(Syntax.YAML, location, "Nesting beyond " + Source.MAX_DEPTH + " levels");
        }
    }
}
