package io.github.securehttpapi.local.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JsonBytesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20_261_123;

    @Test
    void textOfAnyCharactersIsReadAsItWas() throws IOException {
        Random random = new Random(SEED);
        for (String text : texts(random)) {
            assertThat(JSON.readValue(json().text(text).toByteArray(), String.class))
                    .isEqualTo(text);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            assertThat(JSON.readValue(json().text(utf8).toByteArray(), String.class))
                    .isEqualTo(text);
        }
    }

    @Test
    void everyCharacterOfAsciiIsWrittenAsJacksonWritesIt() throws IOException {
        for (char character = 0; character < 0x80; character++) {
            String text = Character.toString(character);
            assertThat(written(json().text(text))).isEqualToIgnoringCase(JSON.writeValueAsString(text));
            assertThat(written(json().text(text.getBytes(StandardCharsets.US_ASCII))))
                    .isEqualToIgnoringCase(JSON.writeValueAsString(text));
        }
    }

    @Test
    void halfACharacterIsWrittenByItsNumber() throws IOException {
        for (String half : List.of("\ud83d", "a\ud83d", "\ud83da", "\ude00", "a\ude00b", "\ude00\ud83d")) {
            assertThat(JSON.readValue(json().text(half).toByteArray(), String.class))
                    .isEqualTo(half);
        }
    }

    @Test
    void whatIsMalformedIsReplaced() throws IOException {
        byte[] latin = "grüße".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(JSON.readValue(json().text(latin).toByteArray(), String.class))
                .isEqualTo("gr\ufffd\ufffde");
    }

    @Test
    void fieldsMapsAndListsAreWritten() {
        JsonBytes json = json().raw('{').text("a").raw(':').texts(List.of("b", "c"));
        json.field(JsonBytes.name("d"), Map.of("e", "f")).field(JsonBytes.name("g"), -12L);
        json.field(JsonBytes.name("h"), (String) null).field(JsonBytes.name("i"), Map.of());
        assertThat(written(json.raw('}')))
                .isEqualTo("{\"a\":[\"b\",\"c\"],\"d\":{\"e\":\"f\"},\"g\":-12,\"h\":null,\"i\":{}}");
    }

    @Test
    void noMoreThanTheLimitIsWritten() {
        int limit = 100_000;
        assertThat(new JsonBytes(limit).text("a".repeat(limit - 2)).toByteArray())
                .hasSize(limit);
        assertThat(new JsonBytes(limit).text(new byte[limit / 6 - 1]).toByteArray())
                .hasSizeLessThan(limit);
        assertTooLong(() -> new JsonBytes(limit).text("a".repeat(limit - 1)).toByteArray());
        assertTooLong(() -> new JsonBytes(limit).text("\0".repeat(limit / 2)).toByteArray());
        assertTooLong(() -> new JsonBytes(limit).text(new byte[limit / 2]).toByteArray());
        assertTooLong(() -> new JsonBytes(limit).raw(new byte[limit * 2]).toByteArray());
    }

    private static void assertTooLong(Runnable writing) {
        assertThatExceptionOfType(JsonBytes.TooLong.class)
                .isThrownBy(writing::run)
                .withMessage("the event is too long");
    }

    /** Of all lengths around those at which room is made, of ASCII, of Latin-1, and of everything. */
    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int length : new int[] {0, 1, 2, 500, 1022, 1023, 1024, 1025, 2048, 5000}) {
            for (int most : new int[] {0x80, 0x100, 0xd800, 0x110000}) {
                texts.add(random.ints(length, 0, most)
                        .map(codePoint -> codePoint >= 0xd800 && codePoint < 0xe000 ? 0x1f600 : codePoint)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
            }
        }
        return texts;
    }

    private static JsonBytes json() {
        return new JsonBytes(Integer.MAX_VALUE);
    }

    private static String written(JsonBytes json) {
        return new String(json.toByteArray(), StandardCharsets.UTF_8);
    }
}
