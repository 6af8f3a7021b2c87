package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.securehttpapi.local.internal.Threads;
import io.github.securehttpapi.template.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JWT authorizers that cannot be told, or that API Gateway would not deploy. */
final class JwtStartTest {
    private static final String ISSUER = "\"https://issuer.example.com\"";
    private static final String AUDIENCE = "[\"members-api\"]";
    private static final String HEADER = "$request.header.Authorization";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "route.request.header.Auth",
                "$request.header.",
                "$request.body.token",
                "$context.path",
                "$request.header.a\", \"$request.header.b"
            })
    void anIdentitySourceThatIsNotOneHeaderOrParameter(String source) {
        fails(
                JwtStack.with(ISSUER, AUDIENCE, source),
                "authorizer Members must have one header or query parameter as its identity source, got '"
                        + source.replace("\"", "") + "': write $request.header.Authorization");
    }

    @Test
    void noIdentitySource() {
        fails(
                changed("\"IdentitySource\": \\[[^]]*],", ""),
                "authorizer Members must have one header or query parameter as its identity source, got '':"
                        + " write $request.header.Authorization");
    }

    @ParameterizedTest
    @CsvSource({"http://issuer.example.com", "issuer.example.com", "https://", "https://issuer.example.com/{x}", "''"})
    void anIssuerThatIsNoHttpsUrl(String issuer) {
        fails(
                JwtStack.with("\"" + issuer + "\"", AUDIENCE, HEADER),
                "authorizer Members must have an https URL as its issuer, got '" + issuer + "': write what iss says");
    }

    @Test
    void noIssuer() {
        fails(
                changed(", \"Issuer\": \"[^\"]*\"", ""),
                "authorizer Members must have an https URL as its issuer, got '': write what iss says");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Audience\": \\[\"members-api\"], ", "\"members-api\""})
    void noAudience(String without) {
        fails(
                changed(without, ""),
                "authorizer Members must have an audience, got 'none': add one to its JwtConfiguration");
    }

    @Test
    void aRouteWithoutAnAuthorizer() {
        fails(
                changed(", \"AuthorizerId\": \\{\"Ref\": \"Members\"}", ""),
                "route GET /echo must have an authorizer in this template, got 'none': name one of it");
        fails(
                changed("\\{\"Ref\": \"Members\"}", "\"a1b2c3\""),
                "route GET /echo must have an authorizer in this template, got 'another': name one of it");
    }

    @Test
    void anAuthorizerOfAnotherType() {
        fails(
                changed("\"AuthorizerType\": \"JWT\"", "\"AuthorizerType\": \"REQUEST\""),
                "authorizer Members must be a JWT authorizer for route GET /echo, got 'REQUEST':"
                        + " API Gateway refuses it with the authorization type JWT, change one of them");
    }

    @Test
    void scopesThatAreNotKnown() {
        UnaryOperator<String> edit = changed("\"members:write\"", "{\"Fn::ImportValue\": \"X\"}");
        assertThatThrownBy(() -> Demo.start(directory, edit, settings -> {}))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources.Route2.Properties.AuthorizationScopes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "caf\u00e9", "a\\\\b"})
    void scopesThatNoHeaderCanName(String scope) {
        fails(
                changed("members:write", scope.replace("\\", "\\\\")),
                "route POST /echo must have scopes of printable ASCII without spaces and quotes, got '"
                        + scope.replace("\\\\", "\\") + "': write each one as an item of its own");
    }

    @Test
    void anAudienceThatIsNotKnownIsTheLocalIssuers() throws IOException {
        try (Demo demo = start(
                JwtStack.with(ISSUER, "[{\"Fn::ImportValue\": \"Client\"}, \"other\"]", HEADER), settings -> {})) {
            assertThat(demo.gateway().warnings())
                    .singleElement()
                    .asString()
                    .startsWith("authorizer Members must have a known issuer and audience to accept their tokens, got ")
                    .contains("it accepts this gateway's own, of https://issuer.example.com for ");
            assertThat(demo.gateway().token().mint()).isNotEmpty();
        }
    }

    @Test
    void aConfigurationThatIsNotKnownIsTheLocalIssuersToo() throws Exception {
        UnaryOperator<String> edit =
                changed("\"JwtConfiguration\": \\{[^}]*}", "\"JwtConfiguration\": {\"Fn::ImportValue\": \"Jwt\"}");
        try (Demo demo = start(edit, settings -> {})) {
            assertThat(demo.gateway().warnings()).hasSize(1);
            String token = demo.gateway().token().mint();
            assertThat(demo.get("/echo", "authorization", token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closeLeavesNoThreadBehind() throws Exception {
        Demo demo = start(JwtStack.with(ISSUER, AUDIENCE, HEADER), settings -> settings.localIssuer(true));
        assertThat(threads()).isZero();
        demo.get("/echo", "authorization", demo.gateway().token().mint());
        demo.send("POST", "/.well-known/local-gateway/token", "");
        assertThat(threads()).isPositive();
        demo.close();
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(Threads.PREFIX + "jwt"))
                .count();
    }

    /** The stack with something else in place of what matches first. */
    private static UnaryOperator<String> changed(String pattern, String replacement) {
        return template ->
                JwtStack.with(ISSUER, AUDIENCE, HEADER).apply(template).replaceFirst(pattern, replacement);
    }

    private void fails(UnaryOperator<String> edit, String message) {
        assertThatThrownBy(() -> start(edit, settings -> {}))
                .isInstanceOf(LocalGatewayException.class)
                .hasMessage(message);
    }

    private Demo start(UnaryOperator<String> edit, Consumer<LocalGateway.Builder> settings) throws IOException {
        return Demo.start(directory, edit, settings);
    }
}
