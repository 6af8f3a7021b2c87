package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;

final class DevelopmentOriginsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:5173",
                "http://localhost:443",
                "http://localhost:65535",
                "http://127.0.0.1",
                "http://127.0.0.1:3000"
            })
    void thisMachinesOwnAreAccepted(String origin) {
        assertThat(DevelopmentOrigins.require(List.of(origin))).containsExactly(origin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://localhost:5173      | name it in allowedOrigins
                    https://app.example.com     | name it in allowedOrigins
                    http://Localhost:5173       | write it in lower case, as browsers do
                    http://localhost:5173/      | drop the trailing slash
                    http://localhost:80         | drop ':80', as browsers do
                    http://[::1]:5173           | open the page at 'http://localhost:port', and write that
                    http://app.example.com      | name each port of this machine, and serve pages of any other from https
                    http://app.example.com:80   | name each port of this machine, and serve pages of any other from https
                    http://app.example.com/     | name each port of this machine, and serve pages of any other from https
                    http://192.168.0.7:5173     | name each port of this machine, and serve pages of any other from https
                    http://localhost.evil.com   | name each port of this machine, and serve pages of any other from https
                    http://evil.com#localhost   | name each port of this machine, and serve pages of any other from https
                    http://127.0.0.10:5173      | name each port of this machine, and serve pages of any other from https
                    http://127a0b0c1:5173       | name each port of this machine, and serve pages of any other from https
                    http://0.0.0.0:5173         | name each port of this machine, and serve pages of any other from https
                    http://localhost:0          | name each port of this machine, and serve pages of any other from https
                    http://localhost:65536      | name each port of this machine, and serve pages of any other from https
                    http://localhost:*          | name each port of this machine, and serve pages of any other from https
                    http://localhost:5173/shop  | name each port of this machine, and serve pages of any other from https
                    localhost:5173              | name each port of this machine, and serve pages of any other from https
                    http://*                    | name each port of this machine, and serve pages of any other from https
                    *                           | name each port of this machine, and serve pages of any other from https
                    null                        | name each port of this machine, and serve pages of any other from https
                    ''                          | name each port of this machine, and serve pages of any other from https
                    """)
    void anythingElseIsRefusedWithItsFix(String origin, String fix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DevelopmentOrigins.require(List.of(origin)))
                .withMessage(
                        "developmentOrigins must be 'http://localhost:port' or 'http://127.0.0.1:port', got '%s': %s",
                        origin, fix);
    }

    @Test
    void whatOnlyTheDeploymentKnowsIsRefused() {
        String origin = CfnParameter.Builder.create(new Stack(new App(), "Shop"), "Origin")
                .build()
                .getValueAsString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DevelopmentOrigins.require(List.of(origin)))
                .withMessage("developmentOrigins must be 'http://localhost:port' or 'http://127.0.0.1:port', got '"
                        + origin + "': write it as a literal");
    }
}
