package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventReaderTest {
    private static String message(String event) {
        return message(event.getBytes(StandardCharsets.UTF_8));
    }

    private static String message(byte[] event) {
        return String.valueOf(catchThrowableOfType(
                        MalformedEventException.class,
                        () -> EventReader.read(new ByteArrayInputStream(event), new Event()))
                .getMessage());
    }

    private static String withBody(String body) {
        return "{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"body\":\"" + body
                + "\",\"isBase64Encoded\":true}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "[]", "null", "\"2.0\""})
    void refusesWhatIsNoObject(String event) {
        assertThat(message(event)).isEqualTo("event must be a JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"version\":\"2.0\"",
                "{\"version\":\"2.0\",\"headers\":{\"a\"",
                "{\"cookies\":[\"a\"",
                "{\"unknown\":[[}",
                "{\"requestContext\":{\"http\":{\"method\":\"GET\"",
                "{\"version\":'2.0'}"
            })
    void refusesWhatIsNotJson(String event) {
        assertThat(message(event)).isEqualTo("event must be JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "{},no version",
        "{\"version\":null},no version",
        "'{\"key1\":\"value1\",\"key2\":\"value2\"}',no version",
        "'{\"version\":\"1.0\",\"resource\":\"/\",\"httpMethod\":\"GET\",\"headers\":{},\"body\":null}','''1.0'''"
    })
    void saysHowToGetTheFormatItReads(String event, String got) {
        assertThat(message(event))
                .isEqualTo("event must be of an HTTP API with payload format version 2.0, got " + got
                        + ": set payloadFormatVersion to 2.0 on the integration that invokes this function");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"2.0\"}",
                "{\"version\":\"2.0\",\"requestContext\":null}",
                "{\"version\":\"2.0\",\"requestContext\":{\"http\":null}}"
            })
    void missesTheMethod(String event) {
        assertThat(message(event)).isEqualTo("event must name the method in 'requestContext.http.method'");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"body\":{}},body,text",
        "{\"rawPath\":1},rawPath,text",
        "{\"headers\":[]},headers,an object",
        "{\"headers\":{\"a\":[]}},headers,text",
        "{\"queryStringParameters\":{\"a\":1}},queryStringParameters,text",
        "{\"pathParameters\":\"a\"},pathParameters,an object",
        "{\"cookies\":\"a=b\"},cookies,an array",
        "{\"cookies\":[[]]},cookies,text",
        "{\"isBase64Encoded\":\"true\"},isBase64Encoded,true or false",
        "{\"requestContext\":[]},requestContext,an object",
        "{\"requestContext\":{\"http\":[]}},http,an object",
        "{\"requestContext\":{\"timeEpoch\":\"1\"}},timeEpoch,a whole number"
    })
    void refusesAMemberOfAnotherType(String event, String member, String expected) {
        assertThat(message(event)).isEqualTo("event member '" + member + "' must hold " + expected + " or null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c3", "e282", "eda080", "c080", "f4908080", "e9"})
    void replacedMalformedUtf8(String hex) {
        byte[] malformed = withBody("?").getBytes(StandardCharsets.ISO_8859_1);
        String event = new String(malformed, StandardCharsets.ISO_8859_1)
                .replace("?", new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));

        assertThat(message(event.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("event must be UTF-8");
    }

    @Test
    void replacedMalformedUtf8InAMemberThatItSkips() {
        String event = "{\"unknown\":\"\u00ff\"," + withBody("").substring(1);

        assertThat(message(event.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("event must be UTF-8");
    }

    @Test
    void guessedAtUtf16() {
        assertThat(message(withBody("").getBytes(StandardCharsets.UTF_16))).isEqualTo("event must be UTF-8");
        assertThat(message(withBody("").getBytes(StandardCharsets.UTF_16LE))).isEqualTo("event must be JSON");
        assertThat(message(withBody("").getBytes(StandardCharsets.UTF_16BE))).isEqualTo("event must be JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " null", "1", "[[["})
    void ignoredWhatStoodBehindTheEvent(String more) {
        assertThat(message(withBody("") + more)).isEqualTo("event must be one JSON object, got more behind it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "}", "\0"})
    void ignoredGarbageBehindTheEvent(String more) {
        assertThat(message(withBody("") + more)).isEqualTo("event must be JSON");
    }

    @Test
    void takesSpaceBehindTheEvent() {
        assertThat(Invocation.of(new ContactHandler(), withBody("") + " \r\n").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "100000000000000000000000000000"})
    void tookATimeOutOfRangeForMalformedJson(String timeEpoch) {
        assertThat(message("{\"requestContext\":{\"timeEpoch\":" + timeEpoch + "}}"))
                .isEqualTo("event member 'timeEpoch' must hold a whole number of 64 bits or null");
    }

    private static Stream<String> overALimit() {
        return Stream.of(
                "{\"unknown\":" + "[".repeat(500),
                "{\"" + "k".repeat(50_001) + "\":1}",
                "{\"requestContext\":{\"timeEpoch\":" + "9".repeat(1_001) + "}}",
                withBody("a".repeat(13_981_017)));
    }

    @ParameterizedTest
    @MethodSource("overALimit")
    void tookAnEventOverALimitForMalformedJson(String event) {
        assertThat(message(event))
                .isEqualTo("event must be JSON of at most 500 levels, in names of at most 50000, "
                        + "numbers of at most 1000 and strings of at most 13981016 characters");
    }

    @Test
    void failedOnABodyOfTenMegabytesInBase64() {
        String body = Base64.getEncoder().encodeToString(new byte[10 * 1024 * 1024]);

        assertThat(body).hasSize(13_981_016);
        assertThat(Invocation.of(new ContactHandler(), withBody(body)).status()).isEqualTo(413);
    }

    @Test
    void answersAnEventThatIsMalformedWithA500UnderItsRequestId() {
        Answer answer = Invocation.of(
                new ContactHandler(),
                "{\"version\":\"1.0\",\"requestContext\":{\"requestId\":\"from-rest\"},\"body\":\"secret\"}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\",\"requestId\":\"from-rest\"}");
        assertThat(answer.logged()).hasSize(1);
        assertThat(answer.logged().get(0))
                .contains(
                        "\"requestId\":\"from-rest\"", "got '1.0': set payloadFormatVersion to 2.0 on the integration")
                .doesNotContain("secret");
    }

    @Test
    void answersAnEventThatIsNotJsonWithA500UnderLambdasRequestId() {
        Answer answer = Invocation.of(new ContactHandler(), "not json");

        assertThat(answer.body())
                .isEqualTo("{\"message\":\"Internal Server Error\","
                        + "\"requestId\":\"6bc28136-xmpl-4365-b021-0ce6b2e64ab0\"}");
    }

    @Test
    void skipsUnknownMembersHoweverDeepTheyNest() {
        String deep = "[".repeat(400) + "]".repeat(400);
        String event = "{\"version\":\"2.0\",\"x\":" + deep + ",\"requestContext\":{\"authorizer\":" + deep
                + ",\"http\":{\"method\":\"GET\"}}}";

        assertThat(Invocation.of(new ContactHandler(), event).status()).isEqualTo(400);
    }

    @Test
    void readsABodyAsLargeAsLambdaCanHandOver() {
        String body = "a".repeat(6 * 1024 * 1024 - 200);
        String event =
                "{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"body\":\"" + body + "\"}";

        assertThat(Invocation.of(new ContactHandler(), event).status()).isEqualTo(413);
    }
}
