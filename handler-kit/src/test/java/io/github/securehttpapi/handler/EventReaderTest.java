package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventReaderTest {
    private static final String FULL_EVENT = """
            {"version":"2.0","routeKey":"POST /contacts","rawPath":"/contacts","rawQueryString":"a=1",
             "cookies":["a=b"],"headers":{"content-type":"application/json","x-request-id":"client-1"},
             "queryStringParameters":{"a":"1"},"pathParameters":{"id":"7"},"stageVariables":{"v":"1"},
             "requestContext":{"accountId":"123456789012","apiId":"api","domainName":"d","stage":"$default",
              "authentication":{"clientCert":{"subjectDN":"CN=a","validity":{"notAfter":"Aug 5 09:36:04 2021 GMT"}}},
              "authorizer":{"lambda":{"tenant":"t","limits":[1,2.5,true,null,{"a":"\\u00e9"}]}},
              "http":{"method":"POST","sourceIp":"192.0.2.1","userAgent":"agent"},
              "requestId":"id","timeEpoch":1583348638390},
             "body":"{\\"name\\":\\"Ada\\",\\"email\\":\\"a@b\\"}","isBase64Encoded":false}""";

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
        "{\"requestContext\":{\"timeEpoch\":\"1\"}},timeEpoch,a whole number",
        "{\"requestContext\":{\"accountId\":1}},accountId,text",
        "{\"stageVariables\":[]},stageVariables,an object",
        "{\"requestContext\":{\"authorizer\":[]}},authorizer,an object",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":\"a\"}}},jwt,an object",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":\"a\"}}}},claims,an object",
        "'{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":{\"a\":[\"b\"]}}}}}',claims,text",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"scopes\":\"a\"}}}},scopes,an array",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"scopes\":[1]}}}},scopes,text",
        "{\"requestContext\":{\"authorizer\":{\"iam\":[]}}},iam,an object",
        "{\"requestContext\":{\"authorizer\":{\"iam\":{\"userArn\":1}}}},userArn,text",
        "{\"requestContext\":{\"authorizer\":{\"iam\":{\"cognitoIdentity\":1}}}},cognitoIdentity,an object",
        "{\"requestContext\":{\"authorizer\":{\"lambda\":\"a\"}}},lambda,an object",
        "{\"requestContext\":{\"authentication\":1}},authentication,an object",
        "{\"requestContext\":{\"authentication\":{\"clientCert\":1}}},clientCert,an object",
        "{\"requestContext\":{\"authentication\":{\"clientCert\":{\"validity\":1}}}},validity,an object"
    })
    void refusesAMemberOfAnotherType(String event, String member, String expected) {
        assertThat(message(event)).isEqualTo("event member '" + member + "' must hold " + expected + " or null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"jwt\":{},\"iam\":{}", "\"lambda\":{},\"jwt\":{}", "\"iam\":{},\"jwt\":null,\"lambda\":{}"})
    void refusesTwoAuthorizers(String members) {
        assertThat(message("{\"requestContext\":{\"authorizer\":{" + members + "}}}"))
                .isEqualTo("event member 'authorizer' must hold one of jwt, iam and lambda");
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
        String event = "{\"version\":\"2.0\",\"x\":" + deep + ",\"requestContext\":{\"authorizer\":{\"x\":" + deep + "}"
                + ",\"http\":{\"method\":\"GET\"}}}";

        assertThat(Invocation.of(new ContactHandler(), event).status()).isEqualTo(400);
    }

    @Test
    void answersAnEventCutShortAnywhere() {
        byte[] event = FULL_EVENT.getBytes(StandardCharsets.UTF_8);
        HttpApiHandler handler = new ContactHandler();
        for (int length = 0; length < event.length; length++) {
            Answer answer = Invocation.of(handler, Arrays.copyOf(event, length));

            assertThat(answer.status()).as("%d bytes", length).isEqualTo(500);
            assertThat(answer.header("x-request-id")).isNotNull();
            assertThat(answer.logged()).hasSize(1);
            assertThat(answer.requestLine()).containsEntry("status", 500L);
        }
        assertThat(Invocation.of(handler, event).status()).isEqualTo(202);
    }

    @Test
    void answersEveryMutationOfAnEvent() {
        byte[] event = FULL_EVENT.getBytes(StandardCharsets.UTF_8);
        byte[] telling = "\"\\{}[]:,u0dD8-+.eE \u0000\n/*n".getBytes(StandardCharsets.UTF_8);
        HttpApiHandler handler = new ContactHandler();
        Random random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            byte[] mutated = event.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutated[random.nextInt(mutated.length)] =
                        random.nextBoolean() ? telling[random.nextInt(telling.length)] : (byte) random.nextInt(256);
            }

            Answer answer = Invocation.of(handler, mutated);

            assertThat(answer.status()).isIn(202, 204, 400, 413, 415, 422, 500);
            assertThat((String) answer.header("x-request-id")).matches("[!-~]{1,128}");
            assertThat(answer.lines()).allMatch(line -> line.matches("[ -~]*\n"));
        }
    }

    @Test
    void readsABodyAsLargeAsLambdaCanHandOver() {
        String body = "a".repeat(6 * 1024 * 1024 - 200);
        String event =
                "{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"body\":\"" + body + "\"}";

        assertThat(Invocation.of(new ContactHandler(), event).status()).isEqualTo(413);
    }
}
