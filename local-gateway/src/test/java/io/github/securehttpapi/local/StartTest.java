package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartTest {
    private static final String PACKAGE = "io.github.securehttpapi.local.fixture.";

    @TempDir
    private Path directory;

    @Nested
    final class Refuses {
        @Test
        void routesThatAreNotPublicNamingEach() {
            fails(
                    template -> template.replaceFirst("\"NONE\"", "\"OTHER\"").replaceFirst("\"NONE\"", "\"IAM\""),
                    "routes must have the authorization type NONE, JWT, AWS_IAM or CUSTOM,"
                            + " got 'GET /echo (OTHER), POST /echo (IAM)':"
                            + " there are no others, and these routes are never left open");
        }

        @Test
        void authorizationThatIsNotKnown() {
            fails(
                    template -> template.replaceFirst("\"NONE\"", "{\"Fn::ImportValue\": \"X\"}"),
                    "template must have a known value at Resources.Route1.Properties.AuthorizationType (461:26),"
                            + " got '{\"Fn::ImportValue\":\"X\"}': Fn::ImportValue is evaluated only when deployed");
        }

        @Test
        void payloadFormatVersionsThatThereAreNot() {
            fails(
                    template -> template.replaceFirst("\"2.0\"", "\"3.0\""),
                    "route GET /echo must have an integration with payload format version 1.0 or 2.0, got '3.0':"
                            + " stub EchoIntegration, which then answers 501: this gateway supports no others");
        }

        @Test
        void credentialsForAnyOrigin() {
            fails(
                    template -> template.replaceFirst(
                            "\"AllowOrigins\": \\[[^]]*]", "\"AllowOrigins\": [\"*\"], \"AllowCredentials\": true"),
                    "CORS configuration must name the origins that may send credentials, got '*': write each origin");
        }

        @Test
        void anAgeOfPreflightsThatApiGatewayRefuses() {
            fails(
                    template -> template.replace("\"MaxAge\": 300", "\"MaxAge\": 86401"),
                    "CORS configuration must have a MaxAge of a day at most, got '86401': write 86400 or less");
        }

        @Test
        void integrationsOfOtherTypes() {
            fails(
                    template -> template.replaceFirst("\"AWS_PROXY\"", "\"MOCK\""),
                    "route GET /echo must have an integration of type AWS_PROXY with a Lambda function, or HTTP_PROXY,"
                            + " got 'MOCK': stub EchoIntegration, which then answers 501: this gateway supports no"
                            + " others");
        }

        @Test
        void functionsOutsideTheTemplate() {
            fails(
                    template -> template.replaceFirst(
                            "\"IntegrationUri\": \\{[^}]*}", "\"IntegrationUri\": \"arn:aws:lambda:x\""),
                    "route GET /echo must have a function in this template, got 'arn:aws:lambda:x':"
                            + " stub EchoIntegration, which then answers 501: this gateway supports no others");
        }

        @Test
        void otherRuntimes() {
            fails(
                    template -> template.replaceFirst("\"java17\"", "\"nodejs22.x\""),
                    "route GET /echo must have a function with a Java runtime, got 'nodejs22.x':"
                            + " stub EchoIntegration, which then answers 501: this gateway supports no others");
        }

        @Test
        void handlerClassThatIsNotInTheCode() {
            fails(
                    template -> template.replaceFirst("EchoHandler", "NoHandler"),
                    "function Echo must have its handler class in its code, got '" + PACKAGE + "NoHandler':"
                            + " build its code again");
        }

        @Test
        void methodThatIsNotThere() {
            fails(
                    template -> template.replaceFirst("MethodHandler::answer", "MethodHandler::reply"),
                    "function Method must have a public method that Lambda can call, got '" + PACKAGE
                            + "MethodHandler::reply': write one such as reply(Input, Context)"
                            + " or reply(InputStream, OutputStream, Context)");
        }

        @Test
        void missingJar() throws IOException {
            Path template = Demo.assembly(directory, text -> text);
            Files.delete(directory.resolve("asset.d3b07384.jar"));
            assertThatThrownBy(() -> LocalGateway.builder().template(template).start())
                    .isInstanceOf(LocalGatewayException.class)
                    .hasMessage("function Echo must have its code in a readable file, got '"
                            + directory.resolve("asset.d3b07384.jar") + "': build it, then run cdk synth again");
        }

        @Test
        void codeThatIsNoAsset() {
            fails(
                    template -> template.replaceFirst("d3b07384.jar", "other.jar"),
                    "function Echo must have its code among the assets of " + directory.resolve("Demo.assets.json")
                            + ", got 'other.jar': run cdk synth again, or name its code with handler");
        }

        @Test
        void missingManifest() throws IOException {
            Path template = Demo.assembly(directory, text -> text);
            Files.delete(directory.resolve("Demo.assets.json"));
            assertThatThrownBy(() -> LocalGateway.builder().template(template).start())
                    .hasMessage("function Echo must have its code among the assets of "
                            + directory.resolve("Demo.assets.json")
                            + ", got 'd3b07384.jar': run cdk synth again, or name its code with handler");
        }

        @Test
        void manifestThatIsNone() throws IOException {
            Path template = Demo.assembly(directory, text -> text);
            Files.writeString(directory.resolve("Demo.assets.json"), "{\"files\": ");
            assertThatThrownBy(() -> LocalGateway.builder().template(template).start())
                    .hasMessage("asset manifest must be readable JSON, got '" + directory.resolve("Demo.assets.json")
                            + "': run cdk synth again");
        }

        @Test
        void portThatIsTaken() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = taken.getLocalPort();
                Path template = Demo.assembly(directory, text -> text);
                assertThatThrownBy(() -> LocalGateway.builder()
                                .template(template)
                                .port(port)
                                .start())
                        .hasMessage(
                                "port must be free, got '" + port + "': stop what listens there, or choose another");
            }
        }

        @Test
        void portThatIsNone() {
            assertThatThrownBy(() -> LocalGateway.builder().port(65_536))
                    .hasMessage("port must be from 0 to 65535, got '65536': choose one such as 8080");
        }

        @Test
        void parameterThatTheTemplateLacks() throws IOException {
            Path template = Demo.assembly(directory, text -> text);
            assertThatThrownBy(() -> LocalGateway.builder()
                            .template(template)
                            .parameter("Origin", "x")
                            .start())
                    .hasMessage("template must declare every parameter that is passed, got 'Origin':"
                            + " it declares AllowedOrigin, BootstrapVersion");
        }

        @Test
        void noTemplate() {
            assertThatThrownBy(() -> LocalGateway.builder().start())
                    .hasMessage("template must be set, got '': name a template in cdk.out");
        }

        private void fails(UnaryOperator<String> edit, String message) {
            assertThatThrownBy(() -> Demo.start(directory, edit, settings -> {}).close())
                    .hasMessage(message)
                    .satisfies(error -> assertThat(error.getMessage()).hasLineCount(1));
        }
    }

    @Test
    void routeTableTellsAccessThrottleAndFunction() throws IOException {
        try (Demo demo = Demo.start(directory)) {
            assertThat(demo.gateway().routes())
                    .hasSize(12)
                    .startsWith(new ServedRoute(
                            "$default",
                            "GET /echo",
                            "public: shows the event",
                            new ServedRoute.Bucket(10_000, 5000, false),
                            "Echo",
                            PACKAGE + "EchoHandler"))
                    .contains(new ServedRoute(
                            "$default",
                            "GET /limited",
                            "public: no reason given",
                            new ServedRoute.Bucket(0.5, 2, true),
                            "Echo",
                            PACKAGE + "EchoHandler"));
            assertThat(demo.gateway().warnings()).isEmpty();
        }
    }

    @Test
    void missingPermissionIsAWarning() throws Exception {
        try (Demo demo = Demo.start(directory, StartTest::withoutPermission, settings -> {})) {
            assertThat(demo.gateway().warnings())
                    .containsExactly("function Method must let API Api invoke it, got 'no AWS::Lambda::Permission':"
                            + " the cloud would answer 500");
            assertThat(demo.get("/method").body()).isEqualTo("by method");
        }
    }

    @Test
    void missingPermissionIs500WhereStrict() throws Exception {
        try (Demo demo =
                Demo.start(directory, StartTest::withoutPermission, settings -> settings.strictPermissions(true))) {
            assertThat(demo.gateway().warnings())
                    .containsExactly("function Method must let API Api invoke it, got 'no AWS::Lambda::Permission':"
                            + " every request is answered 500");
            HttpResponse<String> refused = demo.get("/method");
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
            assertThat(demo.accessLog().get(0)).contains("permissions to call the integration");
            assertThat(demo.get("/echo").statusCode()).isEqualTo(200);
        }
    }

    private static String withoutPermission(String template) {
        return template.replaceFirst(
                "\"lambda:InvokeFunction\"(\\s*,\\s*)\"FunctionName\": \\{\\s*\"Fn::GetAtt\": \\[\\s*\"Method\"",
                "\"lambda:GetFunction\"$1\"FunctionName\": {\"Fn::GetAtt\": [\"Method\"");
    }

    @Test
    void environmentVariableThatOnlyTheCloudKnowsIsAWarning() throws IOException {
        UnaryOperator<String> edit = template -> template.replaceFirst(
                "\"Handler\"",
                "\"Environment\": {\"Variables\": {\"TABLE\": {\"Ref\": \"Role\"}, \"PATH\": {\"Ref\": \"Role\"},"
                        + " \"MODE\": \"x\"}}, \"Handler\"");
        try (Demo demo = Demo.start(directory, edit, settings -> {})) {
            assertThat(demo.gateway().warnings())
                    .containsExactly("environment variable TABLE of function Echo must have a known value, got"
                            + " '${Role}': resource Role is known only when deployed, export it before, or the"
                            + " function does not see it");
        }
    }

    @Test
    void directoryAssetWithLibrariesIsAClassPath() throws Exception {
        Path template = Demo.assembly(directory, text -> text);
        Path unpacked = Files.createDirectories(directory.resolve("asset.dir/lib"));
        Files.move(directory.resolve("asset.d3b07384.jar"), unpacked.resolve("handlers.jar"));
        Path manifest = directory.resolve("Demo.assets.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("asset.d3b07384.jar", "asset.dir")
                        .replace("\"file\"", "\"zip\""));
        try (LocalGateway gateway = LocalGateway.builder().template(template).start()) {
            assertThat(RawClient.send(
                            gateway.port(), "GET /method HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .endsWith("by method");
        }
    }
}
