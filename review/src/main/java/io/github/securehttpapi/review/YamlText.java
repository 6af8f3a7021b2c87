package io.github.securehttpapi.review;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/** Maps and lists written as YAML, with the short form of the intrinsic functions that templates use most. */
final class YamlText {
    /** Tells which texts must be quoted not to be read as numbers and the like. */
    private static final Resolver PLAIN = new Resolver();

    /** The emitter quotes whatever has a tag; templates are written without, and a name reads as the same text. */
    private static final Pattern QUOTED_NAME =
            Pattern.compile("^((?: *- )* *(?:[\\w.:/-]+: )?!(?:Ref|GetAtt)) '([\\w.:]+)'$", Pattern.MULTILINE);

    private YamlText() {}

    static String of(Map<String, Object> part) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        StringWriter out = new StringWriter();
        // Not by way of Yaml, which makes all that reading takes too: a bad template has a thousand fragments.
        Serializer serializer = new Serializer(new Emitter(out, options), PLAIN, options, null);
        try {
            serializer.open();
            serializer.serialize(node(part));
            serializer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a StringWriter throws none", impossible);
        }
        return QUOTED_NAME.matcher(out.toString()).replaceAll("$1 $2");
    }

    private static Node node(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Node shortForm = shortForm(object);
            return shortForm == null ? mapping(object) : shortForm;
        }
        if (value instanceof List<?> list) {
            List<Node> items = new ArrayList<>();
            list.forEach(item -> items.add(node(item)));
            return new SequenceNode(Tag.SEQ, items, DumperOptions.FlowStyle.BLOCK);
        }
        if (value instanceof Boolean) {
            return scalar(Tag.BOOL, value.toString(), DumperOptions.ScalarStyle.PLAIN);
        }
        if (value instanceof Integer) {
            return scalar(Tag.INT, value.toString(), DumperOptions.ScalarStyle.PLAIN);
        }
        if (value instanceof BigDecimal number) {
            Tag tag = number.scale() > 0 ? Tag.FLOAT : Tag.INT;
            return scalar(tag, number.toPlainString(), DumperOptions.ScalarStyle.PLAIN);
        }
        return value == null ? scalar(Tag.NULL, "null", DumperOptions.ScalarStyle.PLAIN) : text(value.toString());
    }

    /** Plain where that reads as the same text, which the emitter finds out by itself. */
    private static Node text(String text) {
        return scalar(Tag.STR, text, DumperOptions.ScalarStyle.PLAIN);
    }

    private static Node scalar(Tag tag, String text, DumperOptions.ScalarStyle style) {
        return new ScalarNode(tag, text, null, null, style);
    }

    private static Node mapping(Map<?, ?> object) {
        List<NodeTuple> fields = new ArrayList<>();
        object.forEach((name, value) -> fields.add(new NodeTuple(text(String.valueOf(name)), node(value))));
        return new MappingNode(Tag.MAP, fields, DumperOptions.FlowStyle.BLOCK);
    }

    /** {@code !Ref X} and {@code !Sub "…"}; other functions stay in their long form, which is as valid. */
    private static @Nullable Node shortForm(Map<?, ?> object) {
        if (object.size() != 1) {
            return null;
        }
        Map.Entry<?, ?> only = object.entrySet().iterator().next();
        if (only.getKey().equals("Ref") && only.getValue() instanceof String name) {
            return scalar(new Tag("!Ref"), name, DumperOptions.ScalarStyle.PLAIN);
        }
        if (only.getKey().equals("Fn::Sub") && only.getValue() instanceof String text) {
            return scalar(new Tag("!Sub"), text, DumperOptions.ScalarStyle.PLAIN);
        }
        if (only.getKey().equals("Fn::GetAtt") && only.getValue() instanceof List<?> names) {
            String path = names.stream().map(String::valueOf).collect(Collectors.joining("."));
            return scalar(new Tag("!GetAtt"), path, DumperOptions.ScalarStyle.PLAIN);
        }
        return null;
    }
}
