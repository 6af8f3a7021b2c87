package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonBytesTest {
    private static String text(@Nullable String text) {
        return new JsonBytes(0).text(text).toString();
    }

    private static String utf8(String text) {
        return new JsonBytes(0).utf8(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Test
    void writesAnObjectOfWhatItIsGiven() throws IOException {
        JsonBytes json = new JsonBytes(0);
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        json.raw(JsonBytes.ascii("{\"a\":"))
                .text("b\"")
                .raw(',')
                .text("c")
                .raw(':')
                .number(7, 1);
        json.raw('}').writeTo(output);

        assertThat(json).hasToString("{\"a\":\"b\\\"\",\"c\":7}");
        assertThat(json.size()).isEqualTo(17);
        assertThat(json.toByteArray()).asString(StandardCharsets.UTF_8).isEqualTo(json.toString());
        assertThat(output.toByteArray()).isEqualTo(json.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,0",
        "0,3,000",
        "9,1,9",
        "10,1,10",
        "99,3,099",
        "999,3,999",
        "1000,3,1000",
        "9223372036854775807,1,9223372036854775807",
        "9223372036854775807,20,09223372036854775807"
    })
    void writesANumberInSoManyDigitsAtLeast(long number, int digits, String text) {
        assertThat(new JsonBytes(0).number(number, digits)).hasToString(text);
    }

    @Test
    void writesAStringInAscii() {
        assertThat(text(null)).isEqualTo("null");
        assertThat(text("")).isEqualTo("\"\"");
        assertThat(text("a /'~")).isEqualTo("\"a /'~\"");
        assertThat(text("a\"\\\b\t\n\f\r\0\u001f")).isEqualTo("\"a\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001F\"");
        assertThat(text("\u007f\u0080\u00e9\u2028\uffff")).isEqualTo("\"\\u007F\\u0080\\u00E9\\u2028\\uFFFF\"");
        assertThat(text("\ud83d\ude00\ud83d")).isEqualTo("\"\\uD83D\\uDE00\\uD83D\"");
    }

    @Test
    void leavesUtf8AsItIs() {
        assertThat(utf8("")).isEqualTo("\"\"");
        assertThat(utf8("a\"\\\b\t\n\f\r\0\u001f")).isEqualTo("\"a\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001F\"");
        assertThat(utf8("/\u007f\u00e9\u2028\ud83d\ude00")).isEqualTo("\"/\u007f\u00e9\u2028\ud83d\ude00\"");
    }

    @Nested
    final class MakingRoom {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private static long allocated(Runnable writing) {
            // The first of a kind loads classes.
            writing.run();
            long id = Thread.currentThread().getId();
            long before = THREADS.getThreadAllocatedBytes(id);
            writing.run();
            return THREADS.getThreadAllocatedBytes(id) - before;
        }

        @Test
        void copiesManySmallPartsSeldom() {
            assertThat(allocated(() -> {
                        JsonBytes json = new JsonBytes(0);
                        for (int i = 0; i < 100_000; i++) {
                            json.raw(',');
                        }
                        assertThat(json.size()).isEqualTo(100_000);
                    }))
                    .isLessThan(1_000_000);
        }

        @Test
        void givesALargeStringNoMoreThanItTakes() {
            byte[] quotes = "\"".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            String letters = "\u00e9".repeat(1_000_000);

            assertThat(allocated(() ->
                            assertThat(new JsonBytes(512).utf8(quotes).size()).isEqualTo(2_000_002)))
                    .isLessThan(2_100_000);
            // And once without the escapes, which it turns out to have on the way.
            assertThat(allocated(() ->
                            assertThat(new JsonBytes(512).text(letters).size()).isEqualTo(6_000_002)))
                    .isLessThan(9_000_000);
        }
    }

    /** Byte for byte what was written before this was written by hand. */
    @Nested
    final class BesideJackson {
        private static final int TEXTS = Integer.getInteger("fuzz.texts", 20_000);

        private static byte[] generated(boolean ascii, Writing writing) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator json = Json.OUTPUT.createGenerator(bytes)) {
                if (ascii) {
                    json.setHighestNonEscapedChar(0x7e);
                    json.setCharacterEscapes(new DeleteEscaped());
                }
                writing.write(json);
            }
            return bytes.toByteArray();
        }

        @Test
        void writesTheSameAscii() throws IOException {
            RandomText texts = new RandomText(new Random(1));
            for (int i = 0; i < TEXTS; i++) {
                String text = texts.next();

                assertThat(new JsonBytes(i % 50).text(text).toByteArray())
                        .as(() -> JsonText.quote(text))
                        .isEqualTo(generated(true, json -> json.writeString(text)));
            }
        }

        @Test
        void writesTheSameUtf8() throws IOException {
            RandomText texts = new RandomText(new Random(2));
            for (int i = 0; i < TEXTS; i++) {
                byte[] text = Surrogates.replaceUnpaired(texts.next()).getBytes(StandardCharsets.UTF_8);

                assertThat(new JsonBytes(i % 50).utf8(text).toByteArray())
                        .as(() -> JsonText.quote(new String(text, StandardCharsets.UTF_8)))
                        .isEqualTo(generated(false, json -> json.writeUTF8String(text, 0, text.length)));
            }
        }

        /** A response's headers and cookies are printable ASCII, spaces and tabs: nothing but quotes to escape. */
        @Test
        void writesTheSameHeaders() throws IOException {
            RandomText texts = new RandomText(new Random(3));
            for (int i = 0; i < TEXTS; i++) {
                String text = texts.nextPrintable();

                assertThat(new JsonBytes(i % 50).text(text).toByteArray())
                        .as(() -> JsonText.quote(text))
                        .isEqualTo(generated(false, json -> json.writeString(text)));
            }
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write(JsonGenerator json) throws IOException;
    }

    /** DEL is the one control character that JSON allows and Jackson, however set, takes for printable. */
    private static final class DeleteEscaped extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7f] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int codePoint) {
            return null;
        }
    }

    /** Texts of every kind of character: short ones mostly, and some longer than a generator's buffer. */
    private static final class RandomText {
        private final Random random;

        RandomText(Random random) {
            this.random = random;
        }

        String next() {
            StringBuilder text = new StringBuilder();
            int kinds = 1 + random.nextInt(8);
            for (int length = length(); length > 0; length--) {
                text.append(character(random.nextInt(kinds)));
            }
            return text.toString();
        }

        String nextPrintable() {
            StringBuilder text = new StringBuilder();
            for (int length = length(); length > 0; length--) {
                text.append(random.nextInt(20) == 0 ? '\t' : printable());
            }
            return text.toString();
        }

        private int length() {
            return random.nextInt(200) == 0 ? random.nextInt(20_000) : random.nextInt(40);
        }

        private String character(int kind) {
            return switch (kind) {
                case 0 -> String.valueOf(printable());
                case 1 -> String.valueOf("\"\\/\b\t\n\f\r\u007f".charAt(random.nextInt(9)));
                case 2 -> String.valueOf((char) random.nextInt(' '));
                case 3 -> String.valueOf((char) (0x7e + random.nextInt(4)));
                case 4 -> String.valueOf((char) random.nextInt(0x800));
                case 5 -> String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1));
                case 6 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> String.valueOf((char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
            };
        }

        private char printable() {
            return (char) (' ' + random.nextInt('~' - ' ' + 1));
        }
    }
}
