package io.github.securehttpapi.review.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of maps, lists, text, numbers and booleans, safe to be shown on a terminal. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final Separators LAYOUT = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private Json() {}

    /** An object of names and values in turns. */
    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return withNulls(object);
    }

    @SuppressWarnings("unchecked") // the same map: a null among its values is written as one
    private static Map<String, Object> withNulls(Map<String, @Nullable Object> object) {
        return (Map<String, Object>) (Map<String, ?>) object;
    }

    static String written(Map<String, Object> document) {
        StringWriter out = new StringWriter();
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(LAYOUT).withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        try (JsonGenerator generator = FACTORY.createGenerator(out).setPrettyPrinter(printer)) {
            generator.setCharacterEscapes(new Harmless());
            write(generator, document);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a StringWriter throws none", impossible);
        }
        return out + "\n";
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            out.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                out.writeFieldName(String.valueOf(field.getKey()));
                write(out, field.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Number number) {
            out.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writeString(wellFormed(value.toString()));
        }
    }

    /** Half of a surrogate pair, which UTF-8 cannot have, becomes a question mark. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** JSON escapes the controls of ASCII alone, and not DEL. */
    private static final class Harmless extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        private static final char DELETE = '\u007f';

        private final int[] ascii = standardAsciiEscapesForJSON();

        Harmless() {
            ascii[DELETE] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            boolean shown = Character.isSurrogate((char) character) || Printable.isHarmless(character);
            return shown ? null : new SerializedString(Printable.escape(character));
        }
    }
}
