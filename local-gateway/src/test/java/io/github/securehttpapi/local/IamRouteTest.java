package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.securehttpapi.local.command.Listing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

final class IamRouteTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
    private static final AwsCredentialsIdentity EXAMPLE = AwsCredentialsIdentity.create(
            TestCredentials.EXAMPLE.accessKeyId(), TestCredentials.EXAMPLE.secretAccessKey());
    private static final byte[] NOTHING = {};
    private static final byte[] JSON = {'{', '}'};

    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = demo(settings -> {});
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Nested
    final class Accepts {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/files/a",
                    "/files/a/",
                    "/files/a%20b",
                    "/files/a%2Fb",
                    "/files/a%2fb",
                    "/files/%C3%BC/%E2%82%AC/%F0%9F%98%80",
                    "/files//a///b",
                    "/files/a/./b/../c",
                    "/files/a+b",
                    "/files/a%2Bb",
                    "/files/a%25b",
                    "/files/(a)!*'$,;:@=~",
                    "/files/a?",
                    "/files/a?b",
                    "/files/a?b=",
                    "/files/a?b=c%3Dd",
                    "/files/a?b&c=&d=1",
                    "/files/a?z=1&a=2&m=3&Z=4",
                    "/files/a?b=2&b=1&b=2&a",
                    "/files/a?b=1&b-c=2&b.c=3",
                    "/files/a?b=c+d",
                    "/files/a?b=c%20d&e+f=g",
                    "/files/a?b=%2B%26%3D%25",
                    "/files/a?b=/?:@!$'()*,;~",
                    "/files/a?b=%C3%BC&%E2%82%AC=%F0%9F%98%80",
                    "/files/a?b=%7e%41",
                    "/files/a?&&b=1&&",
                })
        void whateverTheTarget(String target) throws Exception {
            assertThat(signed("GET", target, NOTHING).send().statusCode()).isEqualTo(200);
            assertThat(signed("POST", target, JSON).send().statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        void whateverTheMethod(String method) throws Exception {
            assertThat(signed(method, "/files/a", NOTHING).send().statusCode()).isEqualTo(200);
        }

        @Test
        void whateverTheHeaders() throws Exception {
            Map<String, String> headers = Map.of(
                    "X-Spaces", "a   b \t c",
                    "X-Empty", "",
                    "X-Amz-Meta", "x",
                    "Content-Type", "text/plain; charset=\"utf-8\"");
            Signed request = unsigned("POST", "/files/a", headers, JSON).by(EXAMPLE, CLOCK);
            assertThat(request.send().statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 256, 64 * 1024, 64 * 1024 + 1, 4 * 1024 * 1024})
        void whateverTheBody(int length) throws Exception {
            byte[] body = new byte[length];
            for (int at = 0; at < length; at++) {
                body[at] = (byte) at;
            }
            Signed request = signed("POST", "/files/a", body);
            assertThat(request.send().statusCode()).isEqualTo(200);
            body[length - 1] ^= 1;
            assertThat(request.body(body).send().statusCode()).isEqualTo(403);
        }

        @Test
        void presignedUrls() throws Exception {
            Signed request =
                    unsigned("GET", "/files/a%20b?c=d", Map.of(), NOTHING).presignedBy(EXAMPLE, CLOCK);
            assertThat(request.send().statusCode()).isEqualTo(200);
            assertThat(request.uri(uri -> uri + "&e").send().statusCode()).isEqualTo(403);
        }

        @Test
        void otherCredentialsInThePlaceOfTheExample() throws Exception {
            demo.close();
            demo = demo(
                    settings -> settings.credentials(new TestCredentials("ASIAIOSFODNN7EXAMPLE", "other", "token/+=")));
            AwsCredentialsIdentity other =
                    AwsSessionCredentialsIdentity.create("ASIAIOSFODNN7EXAMPLE", "other", "token/+=");
            HttpResponse<String> response = unsigned("GET", "/files/a", Map.of(), NOTHING)
                    .by(other, CLOCK)
                    .send();
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .contains("\"userArn\":\"arn:aws:sts::123456789012:assumed-role/local/local\"")
                    .contains("\"callerId\":\"AROACKCEVSQ6C2EXAMPLE:local\"");
            assertThat(signed("GET", "/files/a", NOTHING).send().statusCode()).isEqualTo(403);
            assertThat(Listing.of(demo.gateway()))
                    .startsWith("IAM routes: curl --aws-sigv4 aws:amz:us-east-1:execute-api"
                            + " --user ASIAIOSFODNN7EXAMPLE:…\n");
        }
    }

    @Nested
    final class Refuses {
        @Test
        void requestsWithoutASignatureSayingWhyInTheLogOnly() throws Exception {
            HttpResponse<String> response = demo.get("/files/a");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
            assertThat(response.headers().firstValue("content-type")).contains("application/json");
            assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
            assertThat(demo.accessLog())
                    .containsExactly("403|Forbidden|request must be signed, got 'no Authorization header':"
                            + " sign the request with Signature Version 4|-|-|-|-|-");
        }

        @ParameterizedTest
        @CsvSource({
            "x-amz-date, T120000Z, T120001Z",
            "content-type, text/plain, text/plaio",
            "x-amz-content-sha256, a, b",
            "authorization, us-east-1, us-east-2",
            "authorization, execute-api, execute-apj",
            "authorization, AKIAIOSFODNN7EXAMPLE, AKIAIOSFODNN7EXAMPLD",
            "authorization, 20260131/, 20260130/",
            "authorization, content-type;, ''",
            "authorization, aws4_request, aws4_requesu",
            "authorization, AWS4-HMAC-SHA256, AWS4-ECDSA-P256-SHA256",
        })
        void headersThatWereChanged(String name, String from, String to) throws Exception {
            Map<String, String> headers = Map.of("Content-Type", "text/plain");
            Signed request = unsigned("POST", "/files/a", headers, JSON).by(EXAMPLE, CLOCK);
            assertThat(request.send().statusCode()).isEqualTo(200);
            refused(request.header(name, value -> value.replace(from, to)));
        }

        @Test
        void hostsMethodsPathsQueriesAndBodiesThatWereChanged() throws Exception {
            Signed request = signed("POST", "/files/a?b=c", JSON);
            refused(request.uri(uri -> uri.replace("127.0.0.1", "localhost")));
            refused(request.method("PUT"));
            refused(request.uri(uri -> uri.replace("/a", "/A")));
            refused(request.uri(uri -> uri.replace("/a", "/a/")));
            refused(request.uri(uri -> uri.replace("b=c", "b=C")));
            refused(request.uri(uri -> uri.replace("b=c", "b=c&d")));
            refused(request.uri(uri -> uri.replace("?b=c", "")));
            refused(request.body(new byte[] {'{', '|'}));
            refused(request.body(NOTHING));
        }

        @Test
        void everySignatureThatDiffersInADigit() throws Exception {
            Signed request = signed("GET", "/files/a", NOTHING);
            for (int fromEnd = 1; fromEnd <= 64; fromEnd++) {
                int back = fromEnd;
                refused(request.header("authorization", value -> changed(value, value.length() - back)));
            }
        }

        @Test
        void signaturesOfAnotherTime() throws Exception {
            demo.close();
            demo = demo(settings -> settings.clock(Clock.offset(CLOCK, Duration.ofSeconds(301))));
            refused(signed("GET", "/files/a", NOTHING));
        }

        private static String changed(String text, int at) {
            return text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1);
        }

        private static void refused(Signed request) throws Exception {
            HttpResponse<String> response = request.send();
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        }
    }

    @Test
    void functionAndAccessLogLearnWhoTheCallerIs() throws Exception {
        assertThat(signed("GET", "/files/a", NOTHING).send().body())
                .contains(
                        "\"authorizer\":{\"iam\":{\"accessKey\":\"AKIAIOSFODNN7EXAMPLE\",\"accountId\":\"123456789012\","
                                + "\"callerId\":\"AIDACKCEVSQ6C2EXAMPLE\",\"cognitoIdentity\":null,"
                                + "\"principalOrgId\":\"aws:PrincipalOrgID\","
                                + "\"userArn\":\"arn:aws:iam::123456789012:user/local\",\"userId\":\"AIDACKCEVSQ6C2EXAMPLE\"}}");
        assertThat(demo.accessLog())
                .containsExactly("200|-|-|123456789012|AIDACKCEVSQ6C2EXAMPLE|aws:PrincipalOrgID|AIDACKCEVSQ6C2EXAMPLE"
                        + "|arn:aws:iam::123456789012:user/local");
    }

    @Test
    void otherRoutesStayPublic() throws Exception {
        assertThat(demo.get("/echo").statusCode()).isEqualTo(200);
    }

    @Test
    void routeTableTellsOfTheAccessAndHowToSign() {
        assertThat(demo.gateway().routes())
                .filteredOn(route -> route.routeKey().equals("ANY /files/{proxy+}"))
                .singleElement()
                .returns("IAM", ServedRoute::access);
        assertThat(demo.gateway().credentials()).containsExactly(TestCredentials.EXAMPLE);
        assertThat(demo.gateway().region()).isEqualTo("us-east-1");
        assertThat(Listing.of(demo.gateway()))
                .startsWith("IAM routes: curl --aws-sigv4 aws:amz:us-east-1:execute-api"
                        + " --user AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n");
    }

    @Test
    void withoutIamRoutesThereAreNoCredentials() throws IOException {
        try (Demo open = Demo.start(directory)) {
            assertThat(open.gateway().credentials()).isEmpty();
            assertThat(Listing.of(open.gateway())).startsWith("ROUTE ");
        }
    }

    @Test
    void credentialsAreCheckedAndSayNothingSecret() {
        assertThatThrownBy(() -> new TestCredentials("me", "secret"))
                .isInstanceOf(LocalGatewayException.class)
                .hasMessage("accessKeyId must be 16 to 128 letters, digits and underscores, got 'me':"
                        + " write it like AKIAIOSFODNN7EXAMPLE");
        assertThatThrownBy(() -> new TestCredentials("AKIAIOSFODNN7EXAMPLE", ""))
                .hasMessage("secretAccessKey must be set, got '': write any text");
        assertThatThrownBy(() -> LocalGateway.builder().credentials())
                .hasMessage(
                        "credentials must be some, each with an id of its own, got '': pass TestCredentials.EXAMPLE");
        assertThatThrownBy(() -> LocalGateway.builder().credentials(TestCredentials.EXAMPLE, TestCredentials.EXAMPLE))
                .hasMessage("credentials must be some, each with an id of its own,"
                        + " got 'AKIAIOSFODNN7EXAMPLE, AKIAIOSFODNN7EXAMPLE': pass TestCredentials.EXAMPLE");
        assertThat(TestCredentials.EXAMPLE).hasToString("TestCredentials[AKIAIOSFODNN7EXAMPLE]");
    }

    private Demo demo(Consumer<LocalGateway.Builder> more) throws IOException {
        String format = "$context.status|$context.error.message|$context.authorizer.error|$context.identity.accountId"
                + "|$context.identity.caller|$context.identity.principalOrgId|$context.identity.user"
                + "|$context.identity.userArn";
        return Demo.start(
                directory,
                template -> Demo.logging(
                        format,
                        template.replaceFirst(
                                "\"NONE\",\\s*\"RouteKey\": \"GET /files/\\{proxy\\+}\"",
                                "\"AWS_IAM\", \"RouteKey\": \"ANY /files/{proxy+}\"")),
                settings -> more.accept(settings.clock(CLOCK)));
    }

    private Signed signed(String method, String target, byte[] body) {
        return unsigned(method, target, Map.of(), body).by(EXAMPLE, CLOCK);
    }

    private Signed unsigned(String method, String target, Map<String, String> headers, byte[] body) {
        URI uri = URI.create("http://127.0.0.1:" + demo.gateway().port() + target);
        return new Signed(method, uri, headers, body);
    }
}
