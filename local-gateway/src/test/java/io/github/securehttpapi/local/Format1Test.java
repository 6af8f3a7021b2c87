package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

final class Format1Test {
    private static final String NO_IDENTITY = "\"identity\":{\"accessKey\":null,\"accountId\":null,\"caller\":null,"
            + "\"cognitoAmr\":null,\"cognitoAuthenticationProvider\":null,\"cognitoAuthenticationType\":null,"
            + "\"cognitoIdentityId\":null,\"cognitoIdentityPoolId\":null,\"principalOrgId\":null,"
            + "\"sourceIp\":\"127.0.0.1\",\"user\":null,\"userAgent\":\"test\",\"userArn\":null},";

    @TempDir
    private Path directory;

    @Nested
    final class Events {
        @Test
        void haveTheShapeThatWasRecorded() throws Exception {
            try (Demo demo = Demo.start(directory, Format1Stack::of, settings -> {})) {
                HttpResponse<String> response =
                        demo.get("/items/a%20b?x=1&x=2&q=%7B", "User-Agent", "test", "X-Twice", "1", "x-twice", "2");
                String id = response.headers().firstValue("apigw-requestid").orElseThrow();
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body())
                        .startsWith("{\"version\":\"1.0\",\"resource\":\"/items/{id}\",\"path\":\"/items/a%20b\","
                                + "\"httpMethod\":\"GET\",\"headers\":{")
                        .contains(
                                "\"User-Agent\":\"test\",", "\"X-Twice\":\"2\",", "\"X-Forwarded-For\":\"127.0.0.1\",")
                        .contains(
                                "},\"multiValueHeaders\":{", "\"X-Twice\":[\"1\",\"2\"],", "\"User-Agent\":[\"test\"],")
                        .contains("},\"queryStringParameters\":{\"x\":\"2\",\"q\":\"{\"},"
                                + "\"multiValueQueryStringParameters\":{\"x\":[\"1\",\"2\"],\"q\":[\"{\"]},"
                                + "\"requestContext\":{\"accountId\":\"123456789012\",\"apiId\":\"Api\","
                                + "\"domainName\":\"127.0.0.1\",\"domainPrefix\":\"127\","
                                + "\"extendedRequestId\":\"" + id + "\",\"httpMethod\":\"GET\"," + NO_IDENTITY
                                + "\"path\":\"/items/a%20b\",\"protocol\":\"HTTP/1.1\",\"requestId\":\"" + id
                                + "\",\"requestTime\":\"")
                        .containsPattern("\"requestTime\":\"\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000\","
                                + "\"requestTimeEpoch\":\\d{13},")
                        .endsWith("\"resourceId\":\"GET /items/{id}\",\"resourcePath\":\"/items/{id}\","
                                + "\"stage\":\"$default\"},\"pathParameters\":{\"id\":\"a b\"},"
                                + "\"stageVariables\":{\"color\":\"blue\"},\"body\":null,\"isBase64Encoded\":false}");
            }
        }

        @Test
        void haveTheNamesThatWereRecordedForSomeHeaders() throws Exception {
            try (Demo demo = Demo.start(directory, Format1Stack::of, settings -> {})) {
                assertThat(demo.raw("""
                                GET /echo HTTP/1.1
                                host: localhost
                                ACCEPT: a
                                Cookie: a=1
                                Cookie: b=2
                                X-Custom: c
                                X-Hop: d
                                X-Forwarded-For: 10.0.0.1
                                Connection: x-hop, close

                                """))
                        .contains(
                                "\"headers\":{\"Host\":\"localhost\",\"accept\":\"a\",\"Cookie\":\"a=1; b=2\",\"X-Custom\":\"c\",",
                                "\"X-Forwarded-For\":\"10.0.0.1, 127.0.0.1\",\"X-Forwarded-Port\":",
                                "\"Content-Length\":\"0\"},\"multiValueHeaders\":{\"Host\":[\"localhost\"],",
                                "\"Cookie\":[\"a=1; b=2\"],",
                                "\"X-Forwarded-For\":[\"10.0.0.1, 127.0.0.1\"],")
                        .doesNotContain("X-Hop", "Connection\":");
            }
        }

        @Test
        void haveNullsWhereThereIsNothing() throws Exception {
            UnaryOperator<String> plain = template ->
                    Format1Stack.of(template).replaceFirst("\"StageVariables\": \\{[^}]*}", "\"StageVariables\": {}");
            try (Demo demo = Demo.start(directory, plain, settings -> {})) {
                assertThat(demo.get("/echo").body())
                        .contains("\"queryStringParameters\":null,\"multiValueQueryStringParameters\":null,")
                        .endsWith(
                                "\"pathParameters\":null,\"stageVariables\":null,\"body\":null,\"isBase64Encoded\":false}");
            }
        }

        @Test
        void haveABodyAsTextOrInBase64() throws Exception {
            try (Demo demo = Demo.start(directory, Format1Stack::of, settings -> {})) {
                assertThat(demo.send("POST", "/echo", "{\"ü\": \"\\\\\"}", "Content-Type", "application/json")
                                .body())
                        .endsWith("\"body\":\"{\\\"ü\\\": \\\"\\\\\\\\\\\"}\",\"isBase64Encoded\":false}");
                assertThat(demo.send("POST", "/echo", "a=b").body())
                        .endsWith("\"body\":\"YT1i\",\"isBase64Encoded\":true}");
            }
        }

        @Test
        void haveANamedStageInThePath() throws Exception {
            UnaryOperator<String> named = template -> Format1Stack.of(template).replace("\"$default\"", "\"prod\"");
            try (Demo demo = Demo.start(directory, named, settings -> {})) {
                assertThat(demo.get("/prod/items/1").body())
                        .contains(
                                "\"resource\":\"/items/{id}\",\"path\":\"/prod/items/1\"",
                                "},\"path\":\"/prod/items/1\",\"protocol\":",
                                "\"resourcePath\":\"/items/{id}\",\"stage\":\"prod\"}");
            }
        }

        @Test
        void ofTheDefaultRouteHaveItsNameForAPath() throws Exception {
            UnaryOperator<String> byDefault =
                    template -> Format1Stack.of(template).replace("\"GET /files/{proxy+}\"", "\"$default\"");
            try (Demo demo = Demo.start(directory, byDefault, settings -> {})) {
                assertThat(demo.get("/what/ever").body())
                        .contains(
                                "\"resource\":\"$default\",\"path\":\"/what/ever\"",
                                "\"resourceId\":\"$default\",\"resourcePath\":\"$default\"",
                                "\"pathParameters\":null");
            }
        }
    }

    @Nested
    final class Callers {
        @Test
        void withATokenAreClaimsAndScopes() throws Exception {
            UnaryOperator<String> stack = template ->
                    Format1Stack.of(JwtStack.of("https://issuer.example.com").apply(template));
            try (Demo demo = Demo.start(directory, stack, settings -> settings.localIssuer(true))) {
                String token = demo.gateway()
                        .token()
                        .subject("alice")
                        .scopes("members:read")
                        .claim("groups", List.of("admin", "poweruser"))
                        .mint();
                assertThat(demo.send("POST", "/echo", "{}", "Authorization", token)
                                .body())
                        .contains("\"authorizer\":{\"claims\":{", "\"groups\":\"[admin poweruser]\"")
                        .contains("},\"scopes\":[\"members:read\"]},\"domainName\":");
                assertThat(demo.get("/echo", "Authorization", token).body())
                        .contains("},\"scopes\":null},\"domainName\":");
            }
        }

        @Test
        void whoSignAreAnIdentity() throws Exception {
            UnaryOperator<String> stack = template -> Format1Stack.of(template)
                    .replaceFirst("\"NONE\"(,\\s*\"RouteKey\": \"GET /echo\")", "\"AWS_IAM\"$1");
            try (Demo demo = Demo.start(directory, stack, settings -> {})) {
                AwsCredentialsIdentity example = AwsCredentialsIdentity.create(
                        TestCredentials.EXAMPLE.accessKeyId(), TestCredentials.EXAMPLE.secretAccessKey());
                URI echo = demo.gateway().url().resolve("echo");
                String event = new Signed("GET", echo, Map.of(), new byte[0])
                        .by(example, Clock.systemUTC())
                        .send()
                        .body();
                assertThat(event)
                        .contains("\"identity\":{\"accessKey\":\"AKIAIOSFODNN7EXAMPLE\",\"accountId\":\"123456789012\","
                                + "\"caller\":\"AIDACKCEVSQ6C2EXAMPLE\",\"cognitoAmr\":null,")
                        .contains("\"principalOrgId\":\"aws:PrincipalOrgID\",\"sourceIp\":\"127.0.0.1\","
                                + "\"user\":\"AIDACKCEVSQ6C2EXAMPLE\",")
                        .contains("\"userArn\":\"arn:aws:iam::123456789012:user/local\"},")
                        .doesNotContain("\"authorizer\":");
            }
        }

        @Test
        void ofALambdaAuthorizerAreItsContext() throws Exception {
            assertThat(guarded("{\"isAuthorized\": true, \"context\": {\"who\": \"me\", \"n\": 1}}"))
                    .contains("\"authorizer\":{\"who\":\"me\",\"n\":1,\"claims\":null,\"scopes\":null},");
            assertThat(guarded("{\"isAuthorized\": true}"))
                    .contains("\"authorizer\":{\"claims\":null,\"scopes\":null},");
            assertThat(guarded("{\"isAuthorized\": true, \"context\": {\"claims\": \"mine\"}}"))
                    .contains("\"authorizer\":{\"claims\":\"mine\",\"scopes\":null},");
        }

        private String guarded(String allowed) throws Exception {
            UnaryOperator<String> stack = template -> Format1Stack.of(LambdaAuthorizerTest.guarded(template, ""));
            try (Demo demo = Demo.start(directory, stack, settings -> {})) {
                String answer = Base64.getEncoder().encodeToString(allowed.getBytes(StandardCharsets.UTF_8));
                return demo.get("/items/1", "X-Answer", answer).body();
            }
        }
    }

    @Nested
    final class Responses {
        @Test
        void haveTheHeadersOfBothFields() throws Exception {
            try (Demo demo = Demo.start(directory, Format1Stack::of, settings -> {})) {
                HttpResponse<String> response = demo.script("""
                        {"statusCode": 201, "body": "x", "headers": {"X-One": "c"},
                         "multiValueHeaders": {"x-one": ["a", "b"], "Set-Cookie": ["d=1", "e=2"]}}""");
                assertThat(response.statusCode()).isEqualTo(201);
                assertThat(response.body()).isEqualTo("x");
                assertThat(response.headers().allValues("x-one")).containsExactly("a", "b", "c");
                assertThat(response.headers().allValues("set-cookie")).containsExactly("d=1", "e=2");
                assertThat(response.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"message\": \"hello\"}",
                    "\"hello\"",
                    "null",
                    "{\"statusCode\": null, \"body\": \"x\"}",
                    "{\"statusCode\": 200, \"body\": {\"a\": 1}}",
                    "{\"statusCode\": 0}"
                })
        void withoutAStatusOrWithABodyThatIsNoTextAreErrors(String payload) throws Exception {
            try (Demo demo = Demo.start(directory, Format1Stack::of, settings -> {})) {
                HttpResponse<String> response = demo.script(payload);
                assertThat(response.statusCode()).isEqualTo(500);
                assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
            }
        }
    }
}
