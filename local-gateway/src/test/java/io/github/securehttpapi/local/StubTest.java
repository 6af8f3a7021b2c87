package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StubTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"POST /script", "Route8", "ScriptIntegration", "Script"})
    void answers501UnderAnyOfItsNames(String name) throws Exception {
        UnaryOperator<String> otherRuntime = template ->
                template.replaceFirst("(ScriptHandler::handleRequest\"(?s:.)*?)\"java17\"", "$1\"python3.13\"");
        try (Demo demo = Demo.start(directory, otherRuntime, settings -> settings.stub(name))) {
            HttpResponse<String> response = demo.script("{}");
            assertThat(response.statusCode()).isEqualTo(501);
            assertThat(response.body()).isEqualTo("{\"message\":\"Not Implemented\"}");
            assertThat(demo.accessLog().get(0)).contains("\"integrationError\":\"The integration is a stub here\"");
            assertThat(demo.get("/echo").statusCode()).isEqualTo(200);
            assertThat(demo.gateway().warnings())
                    .containsExactly("route POST /script must call its integration to answer as in the cloud,"
                            + " got 'a stub': it answers 501");
            assertThat(demo.gateway().routes())
                    .contains(new ServedRoute(
                            "$default",
                            "POST /script",
                            "public: no reason given",
                            new ServedRoute.Bucket(10_000, 5000, false),
                            "stub",
                            ""));
        }
    }

    @Test
    void neverOpensARouteWithAnAuthorizer() {
        UnaryOperator<String> closed = template -> template.replaceFirst("\"NONE\"", "\"UNKNOWN\"");
        assertThatThrownBy(() -> Demo.start(directory, closed, settings -> settings.stub("GET /echo"))
                        .close())
                .hasMessageContaining("GET /echo (UNKNOWN)")
                .hasMessageEndingWith("these routes are never left open");
    }

    @Test
    void nameOfNothingIsRefused() throws IOException {
        Path template = Demo.assembly(directory, text -> text);
        assertThatThrownBy(() -> LocalGateway.builder()
                        .template(template)
                        .stub("Echos")
                        .stub("Echo")
                        .stub("Api")
                        .start())
                .isInstanceOf(LocalGatewayException.class)
                .hasMessageStartingWith("stub must name a route, an integration or a function that API Api calls,"
                        + " got 'Api, Echos': it has GET /echo, Route1, EchoIntegration, Echo, POST /echo,");
    }
}
