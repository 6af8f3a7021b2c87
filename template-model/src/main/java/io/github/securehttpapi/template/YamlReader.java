package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML into the values that the same template in JSON would give: short forms such as {@code !Ref} become long
 * ones, aliases and merge keys what they stand for. What comes from an anchor keeps its place there. Bounded in size and
 * depth; duplicate keys are refused. It works on the parser's events, which make no Java objects.
 */
final class YamlReader {
    private final Source source;
    private final StreamReader characters;
    private final Parser parser;
    private final YamlLimits limits;

    private YamlReader(Source source, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Source.MAX_BYTES);
        this.source = source;
        this.characters = new StreamReader(text);
        this.parser = new ParserImpl(characters, options);
        this.limits = new YamlLimits(source);
    }

    static Value.Fields read(Source source) {
        String text = source.text(Syntax.YAML);
        checkCharacters(source, text);
        try {
            return source.object(Syntax.YAML, new YamlReader(source, text).document());
        } catch (MarkedYAMLException notYaml) {
            throw source.not(Syntax.YAML, location(notYaml.getProblemMark()), notYaml.getProblem());
        } catch (YAMLException notYaml) {
            throw source.not(Syntax.YAML, null, String.valueOf(notYaml.getMessage()));
        }
    }

    /** The parser would name no line. */
    private static void checkCharacters(Source source, String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                String problem = "Control character U+%04X".formatted(character);
                throw source.not(Syntax.YAML, Source.place(text, at), problem);
            }
            at += Character.charCount(character);
        }
    }

    private Value document() {
        next();
        if (next().is(Event.ID.StreamEnd)) {
            throw source.not(Syntax.YAML, null, "the file is empty");
        }
        Value root = value(next());
        next();
        Event next = next();
        if (!next.is(Event.ID.StreamEnd)) {
            throw source.not(Syntax.YAML, location(next.getStartMark()), "A second document, write one to a file");
        }
        return root;
    }

    private Event next() {
        try {
            return parser.getEvent();
        } catch (NumberFormatException escapeTooLarge) {
            throw source.not(Syntax.YAML, location(characters.getMark()), "Escape of no Unicode character");
        }
    }

    private Value value(Event event) {
        Location location = location(event.getStartMark());
        if (event instanceof AliasEvent alias) {
            return limits.alias(alias.getAnchor(), location);
        }
        return limits.anchored(((NodeEvent) event).getAnchor(), () -> {
            return event instanceof ScalarEvent scalar
                    ? scalar(scalar, location)
                    : collection((CollectionStartEvent) event, location);
        });
    }

    private Value scalar(ScalarEvent scalar, Location location) {
        String tag = scalar.getTag();
        limits.text(scalar.getValue(), location);
        Value.Text text = new Value.Text(scalar.getValue(), location);
        if (tag == null) {
            return scalar.isPlain() ? plain(text) : text;
        }
        if (tag.equals(YamlTags.AS_WRITTEN) || tag.equals(YamlTags.TEXT)) {
            return text;
        }
        Class<? extends Value> type = YamlTags.scalar(tag);
        if (type == null) {
            String function = function(tag, location);
            return limits.deeper(location, () -> YamlTags.longForm(function, text));
        }
        Value value = plain(text);
        if (!type.isInstance(value)) {
            String problem = "Tag " + YamlTags.shown(tag) + " on '" + Excerpt.of(text.text()) + "'";
            throw source.not(Syntax.YAML, location, problem);
        }
        return value;
    }

    private Value plain(Value.Text text) {
        try {
            return YamlScalars.of(text.text(), text.location());
        } catch (NumberFormatException exponentOutOfRange) {
            throw source.not(Syntax.YAML, text.location(), Scalars.UNBOUNDED);
        }
    }

    private Value collection(CollectionStartEvent collection, Location location) {
        boolean mapping = collection instanceof MappingStartEvent;
        String tag = collection.getTag();
        if (tag == null || tag.equals(YamlTags.AS_WRITTEN) || tag.equals(mapping ? YamlTags.OBJECT : YamlTags.LIST)) {
            return limits.deeper(location, () -> mapping ? fields(location) : items(location));
        }
        String function = function(tag, location);
        return limits.deeper(
                location,
                () -> YamlTags.longForm(
                        function, limits.deeper(location, () -> mapping ? fields(location) : items(location))));
    }

    private String function(String tag, Location location) {
        String function = YamlTags.function(tag);
        if (function == null) {
            String problem = "Unknown tag " + Excerpt.of(YamlTags.shown(tag)) + ", CloudFormation has no such function";
            throw source.not(Syntax.YAML, location, problem);
        }
        return function;
    }

    private Value items(Location location) {
        List<Value> items = new ArrayList<>();
        for (Event next = next(); !next.is(Event.ID.SequenceEnd); next = next()) {
            items.add(value(next));
        }
        return new Value.Items(items, location);
    }

    private Value fields(Location location) {
        YamlFields fields = new YamlFields(source);
        for (Event next = next(); !next.is(Event.ID.MappingEnd); next = next()) {
            Location place = location(next.getStartMark());
            if (isMerge(next)) {
                fields.merge(value(next()));
            } else {
                fields.put(key(next, place), value(next()), place);
            }
        }
        return fields.at(location);
    }

    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getTag() == null
                && scalar.getValue().equals("<<");
    }

    /** A key is text, whatever it would be as a value: {@code 200} and {@code on} are names. */
    private String key(Event event, Location location) {
        if (event instanceof ScalarEvent scalar
                && (scalar.getTag() == null || scalar.getTag().equals(YamlTags.TEXT))) {
            limits.text(scalar.getValue(), location);
            Value.Text text = new Value.Text(scalar.getValue(), location);
            limits.anchored(scalar.getAnchor(), () -> text);
            return text.text();
        }
        if (event instanceof AliasEvent alias && limits.alias(alias.getAnchor(), location) instanceof Value.Text text) {
            return text.text();
        }
        throw source.not(Syntax.YAML, location, "A key has to be text");
    }

    private static Location location(Mark mark) {
        return new Location(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
