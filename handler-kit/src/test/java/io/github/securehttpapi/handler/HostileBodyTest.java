package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What anyone can send, and the one answer it gets: never a 500, never a word of the parser or of the body. */
final class HostileBodyTest {
    private static final String NOT_BASE64 = "body must be base64 where the event says so";
    private static final String NOT_UTF_8 = "body must be UTF-8";
    private static final String NOT_JSON = "body must be one JSON value, each name in an object unique";
    private static final String HALF_A_PAIR = "body must not hold half of a surrogate pair";
    private static final String OVER_A_LIMIT = "body must be JSON of at most 64 levels, in names of at most 256, "
            + "numbers of at most 400 and strings of at most 1048576 characters";

    private static final HttpApiHandler HANDLER =
            new ContactHandler(HandlerOptions.defaults().maxBodyBytes(4 * 1024 * 1024));

    private static Arguments hostile(String what, String hex, String message) {
        return arguments(what, HexFormat.of().parseHex(hex.replace(" ", "")), message);
    }

    private static Arguments hostileText(String what, String body, String message) {
        return arguments(what, body.getBytes(StandardCharsets.UTF_8), message);
    }

    private static Stream<Arguments> malformedUtf8() {
        return Stream.of(
                hostile("a continuation byte alone", "22 80 22", NOT_UTF_8),
                hostile("a sequence cut short", "22 e2 82 22", NOT_UTF_8),
                hostile("a sequence cut short by the end", "22 f0 9f 98", NOT_UTF_8),
                hostile("an overlong quote", "c0 a2", NOT_UTF_8),
                hostile("an overlong NUL", "22 c0 80 22", NOT_UTF_8),
                hostile("an overlong slash of three bytes", "22 e0 80 af 22", NOT_UTF_8),
                hostile("a high surrogate", "22 ed a0 80 22", NOT_UTF_8),
                hostile("a pair of surrogates as CESU-8", "22 ed a0 bd ed b8 80 22", NOT_UTF_8),
                hostile("a code point beyond U+10FFFF", "22 f4 90 80 80 22", NOT_UTF_8),
                hostile("a byte that UTF-8 never uses", "22 ff 22", NOT_UTF_8),
                hostile("Latin-1", "22 5a 6f eb 22", NOT_UTF_8),
                hostile("malformed in a member that is skipped", "7b 22 7a 22 3a 22 ff 22 7d", NOT_UTF_8),
                arguments("UTF-16 with a BOM", "{}".getBytes(StandardCharsets.UTF_16), NOT_UTF_8),
                arguments("UTF-16LE", "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16LE), NOT_JSON),
                arguments("UTF-16BE", "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16BE), NOT_JSON),
                arguments("UTF-32LE", "{}".getBytes(Charset.forName("UTF-32LE")), NOT_JSON),
                hostile("a BOM", "ef bb bf 7b 7d", NOT_JSON));
    }

    private static Stream<Arguments> malformedJson() {
        return Stream.of(
                hostileText("white space only", " \t\r\n", NOT_JSON),
                hostileText("a word", "hello", NOT_JSON),
                hostileText("a script", "<script>alert(1)</script>", NOT_JSON),
                hostileText("a form", "name=a&email=b", NOT_JSON),
                hostileText("an object cut short", "{\"name\":\"a\"", NOT_JSON),
                hostileText("a string cut short", "{\"name\":\"a", NOT_JSON),
                hostileText("an escape cut short", "{\"name\":\"\\u00", NOT_JSON),
                hostileText("an unknown escape", "{\"name\":\"\\x41\"}", NOT_JSON),
                hostileText(
                        "an escape whose digit is U+0436, a 6 in its low byte",
                        "{\"name\":\"\\u\u04360000\"}",
                        NOT_JSON),
                hostileText("such a digit at its end", "{\"na\\u006\u0434\":1}", NOT_JSON),
                hostileText("a trailing comma", "{\"name\":\"a\",}", NOT_JSON),
                hostileText("single quotes", "{'name':'a'}", NOT_JSON),
                hostileText("a name without quotes", "{name:\"a\"}", NOT_JSON),
                hostileText("a comment", "{}//", NOT_JSON),
                hostileText("a line feed in a string", "{\"name\":\"a\nb\"}", NOT_JSON),
                hostileText("NUL in a string", "{\"name\":\"\0\"}", NOT_JSON),
                hostileText("NUL at the end", "{}\0", NOT_JSON),
                hostileText("a second value", "{\"name\":\"a\",\"email\":\"a@b\"} {}", NOT_JSON),
                hostileText("garbage behind", "{\"name\":\"a\",\"email\":\"a@b\"}x", NOT_JSON),
                hostileText("a bracket behind", "{\"name\":\"a\",\"email\":\"a@b\"}]", NOT_JSON),
                hostileText("a no-break space in front", "\u00a0{}", NOT_JSON),
                hostileText("brackets that do not match", "{\"z\":[}", NOT_JSON),
                hostileText("not a number", "{\"z\":NaN}", NOT_JSON),
                hostileText("infinity", "{\"z\":-Infinity}", NOT_JSON),
                hostileText("a leading zero", "{\"z\":007}", NOT_JSON),
                hostileText("a leading plus", "{\"z\":+1}", NOT_JSON),
                hostileText("a number without digits", "{\"z\":-}", NOT_JSON),
                hostileText("a hexadecimal number", "{\"z\":0x10}", NOT_JSON),
                hostileText("a violation before the fault", "{\"name\":1,\"email\":2", NOT_JSON));
    }

    private static Stream<Arguments> ambiguousJson() {
        return Stream.of(
                hostileText("a name twice", "{\"name\":\"a\",\"name\":\"b\",\"email\":\"a@b\"}", NOT_JSON),
                hostileText("a name twice, once escaped", "{\"name\":\"a\",\"n\\u0061me\":\"b\"}", NOT_JSON),
                hostileText("a name twice in what is skipped", "{\"z\":[{\"a\":1,\"b\":2,\"c\":3,\"a\":4}]}", NOT_JSON),
                hostileText("a high surrogate alone", "{\"name\":\"\\ud83d\"}", HALF_A_PAIR),
                hostileText("a low surrogate alone", "{\"name\":\"\\ude00\"}", HALF_A_PAIR),
                hostileText("surrogates in the wrong order", "{\"name\":\"\\ude00\\ud83d\"}", HALF_A_PAIR),
                hostileText("half a pair in a name", "{\"\\ud83d\":1}", NOT_JSON),
                hostileText("half a pair in what is skipped", "{\"z\":[[\"\\ud83d\"]]}", HALF_A_PAIR),
                hostileText("half a pair in a name that is skipped", "{\"z\":{\"\\udc00\":1}}", NOT_JSON));
    }

    private static Stream<Arguments> tooMuch() {
        return Stream.of(
                hostileText("100,000 open arrays", "[".repeat(100_000), OVER_A_LIMIT),
                hostileText("100,000 arrays", "[".repeat(100_000) + "]".repeat(100_000), OVER_A_LIMIT),
                hostileText("100,000 open objects", "{\"a\":".repeat(100_000), OVER_A_LIMIT),
                hostileText("100,000 open arrays in a field", "{\"name\":" + "[".repeat(100_000), OVER_A_LIMIT),
                hostileText("65 levels", "[".repeat(65) + "]".repeat(65), OVER_A_LIMIT),
                hostileText("a name of 1 MiB", "{\"" + "k".repeat(1 << 20) + "\":1}", OVER_A_LIMIT),
                hostileText("a name of 257 characters", "{\"" + "k".repeat(257) + "\":1}", OVER_A_LIMIT),
                hostileText("an integer of 1 MiB", "{\"z\":" + "9".repeat(1 << 20) + "}", OVER_A_LIMIT),
                hostileText("an integer of 401 digits", "{\"z\":" + "9".repeat(401) + "}", OVER_A_LIMIT),
                hostileText("a fraction of 1 MiB", "{\"z\":0." + "9".repeat(1 << 20) + "}", OVER_A_LIMIT),
                hostileText("an exponent of 1 MiB", "{\"z\":1e" + "9".repeat(1 << 20) + "}", OVER_A_LIMIT),
                hostileText("a string over 1 MiB", "{\"name\":\"" + "a".repeat((1 << 20) + 1) + "\"}", OVER_A_LIMIT),
                hostileText("such a string skipped", "{\"z\":[\"" + "a".repeat((1 << 20) + 1) + "\"]}", OVER_A_LIMIT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"malformedUtf8", "malformedJson", "ambiguousJson", "tooMuch"})
    void refusesWith400(String what, byte[] body, String message) {
        Answer answer = Invocation.ofBytes(body).of(HANDLER);

        assertThat(answer.status()).as(what).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
        assertThat(answer.logged()).isEmpty();
    }

    private static Stream<Arguments> wellFormed() {
        return Stream.of(
                hostileText("null", "null", "must be an object"),
                hostileText("a number", "1e999", "must be an object"),
                hostileText("a string", "\"{}\"", "must be an object"),
                hostileText("64 levels", "[".repeat(64) + "]".repeat(64), "must be an object"),
                hostileText("a number of 400 digits", "9".repeat(400), "must be an object"),
                hostileText("a string of 1 MiB", "\"" + "a".repeat(1 << 20) + "\"", "must be an object"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wellFormed")
    void refusesWith422WhatIsJsonButNoContact(String what, byte[] body, String message) {
        Answer answer = Invocation.ofBytes(body).of(HANDLER);

        assertThat(answer.status()).as(what).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo("{\"message\":\"body is not what this route accepts\",\"requestId\":\"JCJJxhz4PHcEJgQ=\","
                        + "\"violations\":[{\"pointer\":\"\",\"code\":\"type\",\"message\":\"" + message + "\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "e", "e30=\n", "====", "{}", "e30-", "\u00e930=", "e30=e30="})
    void refusesWhatIsNotBase64(String body) {
        Answer answer = Invocation.ofBase64(body).of(HANDLER);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + NOT_BASE64 + "\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
    }

    @Test
    void tellsAtMostFiftyOfAHundredThousandViolations() {
        StringBuilder body = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 100_000; i++) {
            body.append(",\"").append(i).append("\":1");
        }

        Answer answer = Invocation.ofText(body.append('}').toString()).of(HANDLER);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"/name\",\"code\":\"required\"", "\"/email\",\"code\":\"required\"", "\"/46\"")
                .doesNotContain("\"/47\"");
    }

    @Test
    void answersEveryMutationOfABodyWithoutA500() {
        byte[] original = "{\"name\":\"Zo\\u00eb \ud83d\ude00\",\"email\":\"a@b.c\",\"z\":[1,-2.5e3,{\"q\":null}]}"
                .getBytes(StandardCharsets.UTF_8);
        byte[] telling = "\"\\{}[]:,u0dD8-+.eE \u0000\n/*".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = original.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutated[random.nextInt(mutated.length)] =
                        random.nextBoolean() ? telling[random.nextInt(telling.length)] : (byte) random.nextInt(256);
            }

            Answer answer = Invocation.ofBytes(mutated).of(HANDLER);

            assertThat(answer.status()).as(HexFormat.of().formatHex(mutated)).isIn(400, 422);
            assertThat(answer.logged()).isEmpty();
        }
    }
}
