package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LambdaAuthorizerTest {
    private static final String ALLOW = "{'isAuthorized': true}";
    private static final String DENY = "{'isAuthorized': false}";
    private static final String ARN = "arn:aws:execute-api:us-east-1:123456789012:Api/$default/GET/";

    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = demo("", template -> template);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Nested
    final class SimpleResponses {
        @Test
        void letRequestsThroughWithTheirContext() throws Exception {
            HttpResponse<String> response =
                    ask("/items/1", "{'isAuthorized': true, 'context': {'who': 'me', 'n': 1, 'deep': {'a': [true]}}}");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .contains("\"authorizer\":{\"lambda\":{\"who\":\"me\",\"n\":1,\"deep\":{\"a\":[true]}}}");
            assertThat(demo.accessLog()).containsExactly("200|-|-|me|-");
        }

        @Test
        void withoutAContextAreNull() throws Exception {
            assertThat(ask("/items/1", ALLOW).body()).contains("\"authorizer\":{\"lambda\":null}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'\\udc00': 'a'}", "{'n': 1e99999999999}"})
        void whoseContextCannotBeWrittenLeftTheClientWaiting(String context) throws Exception {
            HttpResponse<String> answer = ask("/items/1", "{'isAuthorized': true, 'context': " + context + "}");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
            assertThat(demo.accessLog())
                    .containsExactly("500|Internal Server Error|The response from the Lambda Authorizer function"
                            + " doesn't match the format that API Gateway expects. It is not JSON|-|-");
        }

        @Test
        void withHalfACharacterLeftTheClientWaiting() throws Exception {
            assertThat(ask("/items/1", "{'isAuthorized': true, 'context': {'a': '\\ud800'}}")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void refuseRequests() throws Exception {
            HttpResponse<String> response = ask("/items/1", "{'isAuthorized': false, 'context': {'who': 'me'}}");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
            assertThat(demo.accessLog())
                    .containsExactly("403|Forbidden|The authorizer's function answered isAuthorized: false|me|-");
        }
    }

    @Nested
    final class Policies {
        @Test
        void letTheirRoutesThrough() throws Exception {
            start("'EnableSimpleResponses': false,");
            HttpResponse<String> allowed = ask("/items/1", policy("Allow", ARN + "items/*"));
            assertThat(allowed.statusCode()).isEqualTo(200);
            assertThat(allowed.body()).contains("\"authorizer\":{\"lambda\":{\"a\":\"b\"}}");
            HttpResponse<String> denied = ask("/items/1", policy("Allow", ARN + "other"));
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.body()).isEqualTo("{\"message\":\"Forbidden\"}");
            assertThat(demo.accessLog())
                    .containsExactly(
                            "200|-|-|-|me",
                            "403|Forbidden|The authorizer's policy does not allow execute-api:Invoke on " + ARN
                                    + "items/1|-|me");
        }

        @Test
        void areEvaluatedForEachRequestAnewWhenTheyAreKept() throws Exception {
            start("'EnableSimpleResponses': false, 'AuthorizerResultTtlInSeconds': 60,");
            String both = policy("Allow", ARN + "items/1");
            assertThat(ask("/items/1", both).statusCode()).isEqualTo(200);
            assertThat(ask("/items/2", both).statusCode()).isEqualTo(403);
            assertThat(ask("/items/1", both).statusCode()).isEqualTo(200);
            assertThat(demo.functionLog()).hasSize(1);
        }

        private static String policy(String effect, String resource) {
            return "{'principalId': 'me', 'policyDocument': {'Version': '2012-10-17', 'Statement': [{'Effect': '"
                    + effect + "', 'Action': 'execute-api:Invoke', 'Resource': '" + resource
                    + "'}]}, 'context': {'a': 'b'}}";
        }
    }

    @Nested
    final class IdentitySources {
        @Test
        void thatAreMissingOrEmptyAre401WithoutAnInvocation() throws Exception {
            start("'IdentitySource': ['$request.header.X-Answer', '$request.querystring.key'],");
            for (String target : List.of("/items/1", "/items/1?key=", "/items/1?Key=a")) {
                HttpResponse<String> response = ask(target, ALLOW);
                assertThat(response.statusCode()).isEqualTo(401);
                assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
                assertThat(response.headers().firstValue("www-authenticate")).isEmpty();
            }
            assertThat(demo.get("/items/1?key=a").statusCode()).isEqualTo(401);
            assertThat(demo.functionLog()).isEmpty();
            assertThat(demo.accessLog())
                    .contains(
                            "401|Unauthorized|$request.querystring.key is missing or empty|-|-",
                            "401|Unauthorized|$request.header.X-Answer is missing or empty|-|-");
            assertThat(ask("/items/1?key=a", ALLOW).statusCode()).isEqualTo(200);
        }

        @Test
        void reachTheFunctionInTheirOrder() throws Exception {
            start("'IdentitySource': ['$context.routeKey', '$request.querystring.key', '$context.identity.sourceIp',"
                    + " '$context.httpMethod', '$context.path', '$context.stage', '$context.accountId'],");
            assertThat(ask("/items/1?key=a&key=b", ALLOW).statusCode()).isEqualTo(200);
            assertThat(demo.functionLog().get(0))
                    .contains("\"identitySource\":[\"GET /items/{id}\",\"a,b\",\"127.0.0.1\",\"GET\",\"/items/1\","
                            + "\"$default\",\"123456789012\"]");
        }

        @Test
        void mayBeNone() throws Exception {
            start("'IdentitySource': [],");
            assertThat(ask("/items/1", ALLOW).statusCode()).isEqualTo(200);
            assertThat(demo.functionLog().get(0)).contains("\"identitySource\":null");
        }
    }

    @Nested
    final class Results {
        @Test
        void areNotKeptByDefault() throws Exception {
            ask("/items/1", ALLOW);
            ask("/items/1", ALLOW);
            assertThat(demo.functionLog()).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {ALLOW, DENY})
        void areKeptForTheirTime(String answer) throws Exception {
            start("'AuthorizerResultTtlInSeconds': 60,");
            int status = ask("/items/1", answer).statusCode();
            assertThat(ask("/items/2", answer).statusCode()).isEqualTo(status);
            assertThat(demo.functionLog()).hasSize(1);
            nanos.addAndGet(Duration.ofSeconds(60).toNanos());
            assertThat(ask("/items/2", answer).statusCode()).isEqualTo(status);
            assertThat(demo.functionLog()).hasSize(2);
        }

        @Test
        void areKeptForEachCaller() throws Exception {
            start("'AuthorizerResultTtlInSeconds': 60,");
            assertThat(ask("/items/1", ALLOW).statusCode()).isEqualTo(200);
            assertThat(ask("/items/1", DENY).statusCode()).isEqualTo(403);
            assertThat(demo.functionLog()).hasSize(2);
        }

        @Test
        void areKeptForEachStage() throws Exception {
            start("'AuthorizerResultTtlInSeconds': 60,", LambdaAuthorizerTest::withStageBlue);
            assertThat(ask("/items/1", ALLOW).statusCode()).isEqualTo(200);
            assertThat(ask("/blue/items/1", ALLOW).statusCode()).isEqualTo(200);
            assertThat(ask("/blue/items/1", ALLOW).statusCode()).isEqualTo(200);
            assertThat(demo.functionLog()).hasSize(2);
        }

        @Test
        void ofFailuresAreNotKept() throws Exception {
            start("'AuthorizerResultTtlInSeconds': 60,");
            ask("/items/1", "{}");
            ask("/items/1", "{}");
            assertThat(demo.functionLog()).hasSize(2);
        }
    }

    @Nested
    final class Failures {
        @Test
        void ofTheFunctionAre500() throws Exception {
            failed(ask("/items/1", "throw"));
            assertThat(demo.accessLog())
                    .containsExactly("500|Internal Server Error|The authorizer's function failed:"
                            + " java.lang.IllegalStateException|-|-");
        }

        @Test
        void toAnswerInTimeAre500() throws Exception {
            failed(ask("/items/1", "hang"));
            assertThat(demo.accessLog())
                    .containsExactly("500|Internal Server Error|The authorizer's function failed:"
                            + " Task timed out after 1.00 seconds|-|-");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | Simple response did not include 'isAuthorized'",
                    "nonsense | It is not JSON",
                    "[] | It must be an object"
                })
        void toAnswerInTheRightFormAre500(String answer, String problem) throws Exception {
            failed(ask("/items/1", answer.replace("''", "'")));
            assertThat(demo.accessLog())
                    .containsExactly(
                            "500|Internal Server Error|The response from the Lambda Authorizer function doesn't"
                                    + " match the format that API Gateway expects. " + problem + "|-|-");
        }

        private static void failed(HttpResponse<String> response) {
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        }
    }

    @Nested
    final class Events {
        @Test
        void inFormat2AreThoseOfIntegrationsWithoutABody() throws Exception {
            assertThat(ask("/items/a%20b?c=d&c=e", ALLOW, "Cookie", "f=g").statusCode())
                    .isEqualTo(200);
            String answer =
                    Base64.getEncoder().encodeToString(ALLOW.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            assertThat(demo.functionLog().get(0))
                    .startsWith("{\"version\":\"2.0\",\"type\":\"REQUEST\",\"routeArn\":\"" + ARN + "items/a b\","
                            + "\"identitySource\":[\"" + answer + "\"],\"routeKey\":\"GET /items/{id}\","
                            + "\"rawPath\":\"/items/a b\",\"rawQueryString\":\"c=d&c=e\",\"cookies\":[\"f=g\"],"
                            + "\"headers\":{")
                    .contains(
                            "\"queryStringParameters\":{\"c\":\"d,e\"},\"requestContext\":{\"accountId\":\"123456789012\"")
                    .endsWith("},\"pathParameters\":{\"id\":\"a b\"},\"stageVariables\":{\"color\":\"blue\"}}");
        }

        @Test
        void nameTheRouteWithTheStageOnce() throws Exception {
            start("", LambdaAuthorizerTest::withStageBlue);
            ask("/blue/items/1", ALLOW);
            assertThat(demo.functionLog().get(0))
                    .contains(
                            "\"routeArn\":\"" + ARN.replace("$default", "blue") + "items/1\"",
                            "\"rawPath\":\"/blue/items/1\"");
        }

        @Test
        void inFormat1AreThoseOfRestApis() throws Exception {
            start("'AuthorizerPayloadFormatVersion': '1.0', 'EnableSimpleResponses': false,");
            ask("/items/1?c=d", "{}", "x-amzn-trace-id", "Root=1", "X-Custom", "1", "x-custom", "2", "Cookie", "a=b");
            String answer = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
            assertThat(demo.functionLog().get(0))
                    .startsWith("{\"version\":\"1.0\",\"type\":\"REQUEST\",\"methodArn\":\"" + ARN + "items/1\","
                            + "\"identitySource\":\"" + answer + "\",\"authorizationToken\":\"" + answer + "\","
                            + "\"resource\":\"/items/{id}\",\"path\":\"/items/1\",\"httpMethod\":\"GET\",\"headers\":{")
                    .contains(
                            "\"X-Custom\":\"2\"", "\"X-Amzn-Trace-Id\":\"Root=1\"", "\"X-Forwarded-For\":\"127.0.0.1\"")
                    .contains("\"Cookie\":\"a=b\"")
                    .contains(
                            "},\"queryStringParameters\":{\"c\":\"d\"},\"pathParameters\":{\"id\":\"1\"},"
                                    + "\"stageVariables\":{\"color\":\"blue\"},\"requestContext\":{\"accountId\":\"123456789012\",\"apiId\":\"Api\",")
                    .contains(
                            "\"identity\":{\"accessKey\":null,",
                            "\"sourceIp\":\"127.0.0.1\",\"user\":null,\"userAgent\":\"")
                    .contains(
                            "\"resourceId\":\"GET /items/{id}\",\"resourcePath\":\"/items/{id}\",\"stage\":\"$default\"}}");
        }
    }

    @Nested
    final class Starting {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "'AuthorizerPayloadFormatVersion': '3.0', | authorizer Guard must have the payload format version 1.0"
                            + " or 2.0, got '3.0': write AuthorizerPayloadFormatVersion: '2.0'",
                    "'AuthorizerPayloadFormatVersion': '1.0', | authorizer Guard must have the payload format version 2.0"
                            + " for simple responses, got '1.0': write AuthorizerPayloadFormatVersion: '2.0'",
                    "'AuthorizerResultTtlInSeconds': 3601, | authorizer Guard must keep its results for an hour at most,"
                            + " got '3601': write AuthorizerResultTtlInSeconds: 3600 or less",
                    "'AuthorizerResultTtlInSeconds': 1, 'IdentitySource': [], | authorizer Guard must have an identity"
                            + " source to keep its results by, got 'none':"
                            + " API Gateway refuses it, add one or write AuthorizerResultTtlInSeconds: 0",
                    "'IdentitySource': ['$request.header.'], | authorizer Guard must have identity sources of the forms"
                            + " $request.header.name, $request.querystring.name, $context.name, $stageVariables.name,"
                            + " got '$request.header.': context variables are accountId, apiId, domainName, domainPrefix,"
                            + " httpMethod, identity.sourceIp, identity.userAgent, path, protocol, requestId,"
                            + " requestTime, requestTimeEpoch, routeKey, stage",
                    "'IdentitySource': ['$context.status'], | authorizer Guard must have identity sources of the forms"
                            + " $request.header.name, $request.querystring.name, $context.name, $stageVariables.name,"
                            + " got '$context.status': context variables are accountId, apiId, domainName, domainPrefix,"
                            + " httpMethod, identity.sourceIp, identity.userAgent, path, protocol, requestId,"
                            + " requestTime, requestTimeEpoch, routeKey, stage",
                    "'AuthorizerType': 'JWT', | route GET /items/{id} must have an authorizer of type REQUEST in this"
                            + " template, got 'JWT': its AuthorizationType is CUSTOM, name one in its AuthorizerId",
                    "'AuthorizerUri': 'arn:aws:lambda:x', | authorizer Guard must have a function in this template,"
                            + " got 'arn:aws:lambda:x': this gateway supports no others",
                })
        void refusesWhatApiGatewayRefusesOrIsNotSupported(String properties, String message) {
            assertThatThrownBy(() -> start(properties)).hasMessage(message);
        }

        @Test
        void refusesRoutesWithoutTheirAuthorizer() {
            assertThatThrownBy(() -> start("", template -> template.replace("{\"Ref\": \"Guard\"}", "\"abc\"")))
                    .hasMessage("route GET /items/{id} must have an authorizer of type REQUEST in this template,"
                            + " got 'none': its AuthorizationType is CUSTOM, name one in its AuthorizerId");
        }

        @Test
        void warnsOfAMissingPermissionUnlessThereIsARole() throws IOException {
            String warning = "function Authorize must let API Api invoke it, got 'no AWS::Lambda::Permission':"
                    + " the cloud would answer 500";
            assertThat(demo.gateway().warnings()).isEmpty();
            start("", LambdaAuthorizerTest::withoutPermission);
            assertThat(demo.gateway().warnings()).containsExactly(warning);
            start("'AuthorizerCredentialsArn': 'arn:aws:iam::1:role/x',", LambdaAuthorizerTest::withoutPermission);
            assertThat(demo.gateway().warnings()).isEmpty();
        }

        @Test
        void answers500WithoutAPermissionWhereThatIsStrict() throws Exception {
            demo.close();
            demo = demo("", LambdaAuthorizerTest::withoutPermission, settings -> settings.strictPermissions(true));
            HttpResponse<String> response = ask("/items/1", ALLOW);
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
            assertThat(demo.functionLog()).isEmpty();
            assertThat(demo.accessLog())
                    .containsExactly("500|Internal Server Error|The API may not invoke the authorizer's function|-|-");
        }

        @Test
        void tellsOfTheAuthorizerInTheRouteTable() throws IOException {
            assertThat(demo.gateway().routes())
                    .filteredOn(route -> route.routeKey().equals("GET /items/{id}"))
                    .singleElement()
                    .returns("Lambda authorizer Guard", ServedRoute::access);
        }
    }

    private void start(String properties) throws IOException {
        start(properties, template -> template);
    }

    /** Guards one route; the properties come before the usual ones, in whose place they stand. */
    private void start(String properties, UnaryOperator<String> more) throws IOException {
        demo.close();
        demo = demo(properties, more);
    }

    private Demo demo(String properties, UnaryOperator<String> more) throws IOException {
        return demo(properties, more, settings -> {});
    }

    private Demo demo(String properties, UnaryOperator<String> more, Consumer<LocalGateway.Builder> settings)
            throws IOException {
        String format = "$context.status|$context.error.message|$context.authorizer.error|$context.authorizer.who"
                + "|$context.authorizer.principalId";
        return Demo.start(
                directory,
                template -> more.apply(Demo.logging(format, guarded(template, properties.replace('\'', '"')))),
                settings.andThen(builder -> builder.cacheClock(nanos::get)));
    }

    private static String withoutPermission(String template) {
        return template.replace(
                "AuthorizePermission\": {\"Type\": \"AWS::Lambda::Permission",
                "Other\": {\"Type\": \"AWS::Other::Thing");
    }

    private static String withStageBlue(String template) {
        String stage = "\"Blue\": {\"Type\": \"AWS::ApiGatewayV2::Stage\","
                + " \"Properties\": {\"ApiId\": {\"Ref\": \"Api\"}, \"StageName\": \"blue\"}},";
        return template.replace("\"Resources\": {", "\"Resources\": {" + stage);
    }

    /** The demo stack with a Lambda authorizer at {@code GET /items/{id}}, which answers what {@code x-answer} says. */
    static String guarded(String template, String properties) {
        StringBuilder authorizer = new StringBuilder(properties);
        List.of(
                        "'AuthorizerType': 'REQUEST',",
                        "'AuthorizerPayloadFormatVersion': '2.0',",
                        "'EnableSimpleResponses': true,",
                        "'IdentitySource': ['$request.header.X-Answer'],",
                        "'AuthorizerUri': {'Fn::Join': ['', ['arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/',"
                                + " {'Fn::GetAtt': ['Authorize', 'Arn']}, '/invocations']]},")
                .forEach(usual -> {
                    String line = usual.replace('\'', '"');
                    String name = line.substring(0, line.indexOf(':'));
                    authorizer.append(properties.contains(name) ? "" : line);
                });
        String resources = """
                "Authorize": {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "java17", "Timeout": 1,
                  "Code": {"S3Bucket": "assets", "S3Key": "d3b07384.jar"},
                  "Handler": "io.github.securehttpapi.local.fixture.AuthorizerHandler"}},
                "AuthorizePermission": {"Type": "AWS::Lambda::Permission", "Properties": {
                  "Action": "lambda:InvokeFunction", "Principal": "apigateway.amazonaws.com",
                  "FunctionName": {"Fn::GetAtt": ["Authorize", "Arn"]},
                  "SourceArn": {"Fn::Sub": "arn:aws:execute-api:us-east-1:123456789012:${Api}/authorizers/${Guard}"}}},
                "Guard": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {%s
                  "ApiId": {"Ref": "Api"}, "Name": "Guard"}},
                """.formatted(authorizer);
        return template.replace("\"Resources\": {", "\"Resources\": {" + resources)
                .replaceFirst(
                        "\"NONE\",(\\s*\"RouteKey\": \"GET /items/\\{id}\")",
                        "\"CUSTOM\", \"AuthorizerId\": {\"Ref\": \"Guard\"},$1");
    }

    private HttpResponse<String> ask(String target, String answer, String... headers)
            throws IOException, InterruptedException {
        byte[] json = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "x-answer";
        all[1] = Base64.getEncoder().encodeToString(json);
        return demo.get(target, all);
    }
}
