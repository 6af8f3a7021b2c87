package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The events, as AWS's own library for Java functions reads them: what it knows of, it finds, and none is lost. */
final class EventLibraryTest {
    private static final PojoSerializer<APIGatewayV2HTTPEvent> LIBRARY =
            LambdaEventSerializers.serializerFor(APIGatewayV2HTTPEvent.class, EventLibraryTest.class.getClassLoader());

    private static final PojoSerializer<APIGatewayProxyRequestEvent> LIBRARY_1 = LambdaEventSerializers.serializerFor(
            APIGatewayProxyRequestEvent.class, EventLibraryTest.class.getClassLoader());

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void ofAPublicRouteIsRead() throws Exception {
        try (Demo demo = Demo.start(directory)) {
            String sent = demo.get("/items/a%20b?x=1&x=2&q=%7B&e", "Cookie", "a=1; b=2", "X-Twice", "1", "x-twice", "2")
                    .body();
            APIGatewayV2HTTPEvent event = LIBRARY.fromJson(sent);
            assertThat(event.getVersion()).isEqualTo("2.0");
            assertThat(event.getRouteKey()).isEqualTo("GET /items/{id}");
            assertThat(event.getRawPath()).isEqualTo("/items/a b");
            assertThat(event.getRawQueryString()).isEqualTo("x=1&x=2&q=%7B&e");
            assertThat(event.getCookies()).containsExactly("a=1", "b=2");
            assertThat(event.getHeaders())
                    .containsEntry("x-twice", "1,2")
                    .containsEntry("x-forwarded-for", "127.0.0.1");
            assertThat(event.getQueryStringParameters()).isEqualTo(Map.of("x", "1,2", "q", "{", "e", ""));
            assertThat(event.getPathParameters()).isEqualTo(Map.of("id", "a b"));
            assertThat(event.getStageVariables()).isEqualTo(Map.of("color", "blue"));
            assertThat(event.getIsBase64Encoded()).isFalse();
            assertThat(event.getRequestContext().getTimeEpoch()).isPositive();
            assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("GET");
            assertThat(event.getRequestContext().getHttp().getPath()).isEqualTo("/items/a b");
            assertThat(event.getRequestContext().getAuthorizer()).isNull();
            assertNothingIsLost(sent);
        }
    }

    @Test
    void ofABodyIsRead() throws Exception {
        try (Demo demo = Demo.start(directory)) {
            String text = demo.send("POST", "/echo", "{\"ü\":1}", "Content-Type", "application/json")
                    .body();
            assertThat(LIBRARY.fromJson(text).getBody()).isEqualTo("{\"ü\":1}");
            assertNothingIsLost(text);
            String form = demo.send("POST", "/echo", "a=1", "Content-Type", "application/x-www-form-urlencoded")
                    .body();
            assertThat(LIBRARY.fromJson(form).getBody()).isEqualTo("YT0x");
            assertThat(LIBRARY.fromJson(form).getIsBase64Encoded()).isTrue();
            assertNothingIsLost(form);
        }
    }

    @Test
    void ofAJwtAuthorizerIsRead() throws Exception {
        UnaryOperator<String> stack = JwtStack.of("https://issuer.example.com");
        try (Demo demo = Demo.start(directory, stack, settings -> settings.localIssuer(true))) {
            String token = demo.gateway()
                    .token()
                    .subject("alice")
                    .scopes("members:read", "other")
                    .claim("groups", List.of("admin", "poweruser"))
                    .mint();
            String sent = demo.send("POST", "/echo", "{}", "Authorization", token, "Content-Type", "application/json")
                    .body();
            APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT jwt =
                    LIBRARY.fromJson(sent).getRequestContext().getAuthorizer().getJwt();
            assertThat(jwt.getClaims()).containsEntry("sub", "alice").containsEntry("groups", "[admin poweruser]");
            assertThat(jwt.getScopes()).containsExactly("members:read");
            assertNothingIsLost(sent);
        }
    }

    @Test
    void ofAnIamRouteIsRead() throws Exception {
        UnaryOperator<String> stack =
                template -> template.replaceFirst("\"NONE\"(,\\s*\"RouteKey\": \"GET /echo\")", "\"AWS_IAM\"$1");
        try (Demo demo = Demo.start(directory, stack, settings -> {})) {
            AwsCredentialsIdentity example = AwsCredentialsIdentity.create(
                    TestCredentials.EXAMPLE.accessKeyId(), TestCredentials.EXAMPLE.secretAccessKey());
            URI echo = demo.gateway().url().resolve("echo");
            String sent = new Signed("GET", echo, Map.of(), new byte[0])
                    .by(example, Clock.systemUTC())
                    .send()
                    .body();
            assertThat(LIBRARY.fromJson(sent)
                            .getRequestContext()
                            .getAuthorizer()
                            .getIam()
                            .getAccessKey())
                    .isEqualTo(example.accessKeyId());
            assertNothingIsLost(sent);
        }
    }

    @Test
    void ofALambdaAuthorizerIsRead() throws Exception {
        try (Demo demo =
                Demo.start(directory, template -> LambdaAuthorizerTest.guarded(template, ""), settings -> {})) {
            String allowed = "{\"isAuthorized\": true, \"context\": {\"who\": \"me\", \"n\": 1}}";
            String answer = Base64.getEncoder().encodeToString(allowed.getBytes(StandardCharsets.UTF_8));
            String sent = demo.get("/items/1", "X-Answer", answer).body();
            assertThat(LIBRARY.fromJson(sent)
                            .getRequestContext()
                            .getAuthorizer()
                            .getLambda())
                    .isEqualTo(Map.of("who", "me", "n", 1));
            assertNothingIsLost(sent);
        }
    }

    @Test
    void inFormat1IsRead() throws Exception {
        try (Demo demo = Demo.start(directory, Format1Stack::of, settings -> {})) {
            String sent = demo.get("/items/a%20b?x=1&x=2", "Cookie", "a=1; b=2", "X-Twice", "1", "x-twice", "2")
                    .body();
            APIGatewayProxyRequestEvent event = LIBRARY_1.fromJson(sent);
            assertThat(event.getVersion()).isEqualTo("1.0");
            assertThat(event.getResource()).isEqualTo("/items/{id}");
            assertThat(event.getPath()).isEqualTo("/items/a%20b");
            assertThat(event.getHeaders()).containsEntry("X-Twice", "2").containsEntry("Cookie", "a=1; b=2");
            assertThat(event.getMultiValueHeaders()).containsEntry("X-Twice", List.of("1", "2"));
            assertThat(event.getQueryStringParameters()).isEqualTo(Map.of("x", "2"));
            assertThat(event.getMultiValueQueryStringParameters()).isEqualTo(Map.of("x", List.of("1", "2")));
            assertThat(event.getPathParameters()).isEqualTo(Map.of("id", "a b"));
            assertThat(event.getRequestContext().getRequestTimeEpoch()).isPositive();
            assertThat(event.getRequestContext().getIdentity().getSourceIp()).isEqualTo("127.0.0.1");
            assertNothingIsLost(sent, LIBRARY_1);
            assertNothingIsLost(demo.send("POST", "/echo", "a=1").body(), LIBRARY_1);
        }
    }

    @Test
    void inFormat1OfAJwtAuthorizerIsRead() throws Exception {
        UnaryOperator<String> stack = template ->
                Format1Stack.of(JwtStack.of("https://issuer.example.com").apply(template));
        try (Demo demo = Demo.start(directory, stack, settings -> settings.localIssuer(true))) {
            String token = demo.gateway()
                    .token()
                    .subject("alice")
                    .scopes("members:read")
                    .mint();
            String sent =
                    demo.send("POST", "/echo", "{}", "Authorization", token).body();
            assertThat(LIBRARY_1.fromJson(sent).getRequestContext().getAuthorizer())
                    .containsEntry("scopes", List.of("members:read"));
            assertNothingIsLost(sent, LIBRARY_1);
        }
    }

    @Test
    void inFormat1OfAnIamRouteIsRead() throws Exception {
        UnaryOperator<String> stack = template ->
                Format1Stack.of(template).replaceFirst("\"NONE\"(,\\s*\"RouteKey\": \"GET /echo\")", "\"AWS_IAM\"$1");
        try (Demo demo = Demo.start(directory, stack, settings -> {})) {
            AwsCredentialsIdentity example = AwsCredentialsIdentity.create(
                    TestCredentials.EXAMPLE.accessKeyId(), TestCredentials.EXAMPLE.secretAccessKey());
            URI echo = demo.gateway().url().resolve("echo");
            String sent = new Signed("GET", echo, Map.of(), new byte[0])
                    .by(example, Clock.systemUTC())
                    .send()
                    .body();
            assertThat(LIBRARY_1
                            .fromJson(sent)
                            .getRequestContext()
                            .getIdentity()
                            .getAccessKey())
                    .isEqualTo(example.accessKeyId());
            assertNothingIsLost(sent, LIBRARY_1);
        }
    }

    @Test
    void inFormat1OfALambdaAuthorizerIsRead() throws Exception {
        UnaryOperator<String> stack = template -> Format1Stack.of(LambdaAuthorizerTest.guarded(template, ""));
        try (Demo demo = Demo.start(directory, stack, settings -> {})) {
            String allowed = "{\"isAuthorized\": true, \"context\": {\"who\": \"me\", \"n\": 1}}";
            String answer = Base64.getEncoder().encodeToString(allowed.getBytes(StandardCharsets.UTF_8));
            String sent = demo.get("/items/1", "X-Answer", answer).body();
            assertThat(LIBRARY_1.fromJson(sent).getRequestContext().getAuthorizer())
                    .containsEntry("who", "me")
                    .containsEntry("n", 1);
            assertNothingIsLost(sent, LIBRARY_1);
        }
    }

    private static void assertNothingIsLost(String sent) throws Exception {
        assertNothingIsLost(sent, LIBRARY);
    }

    /** What the library writes again is what it was sent, but for nulls, which it writes for what there is not. */
    private static <T> void assertNothingIsLost(String sent, PojoSerializer<T> library) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        library.toJson(library.fromJson(sent), written);
        JsonNode again = withoutNulls(JSON.readTree(written.toString(StandardCharsets.UTF_8)));
        assertThat(again).isEqualTo(withoutNulls(JSON.readTree(sent)));
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Iterator<JsonNode> values = object.elements();
            while (values.hasNext()) {
                if (withoutNulls(values.next()).isNull()) {
                    values.remove();
                }
            }
        }
        return node;
    }
}
