package io.github.securehttpapi.local.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessLogFormatTest {
    private final Map<String, String> context = Map.of(
            "requestId", "JCJJxhz4PHcEJgQ=",
            "status", "200",
            "identity.userAgent", "a\"b\\c\n\u2028d",
            "empty", "");

    @Test
    void replacesVariablesAndKeepsTheRest() {
        assertThat(line("$context.requestId|$context.status.|$$context|$context."))
                .isEqualTo("JCJJxhz4PHcEJgQ=|200.|$$context|$context.");
    }

    @Test
    void missingAndEmptyAreADash() {
        assertThat(line("$context.authorizer.claims.sub $context.empty")).isEqualTo("- -");
    }

    @Test
    void valueCannotForgeAFieldOrALine() {
        assertThat(line("{\"agent\":\"$context.identity.userAgent\"}"))
                .isEqualTo("{\"agent\":\"a\\\"b\\\\c\\u000a\\u2028d\"}");
    }

    /** It is a parameter of whoever starts the gateway. */
    @Test
    void accountCannotForgeAFieldEither() {
        assertThat(line("\"$context.accountId\"", Map.of("accountId", "1\",\"status\":\"200")))
                .isEqualTo("\"1\\\",\\\"status\\\":\\\"200\"");
    }

    @ParameterizedTest
    @CsvSource({
        "awsEndpointRequestId,integration.requestId",
        "integration.integrationStatus,integrationStatus",
        "integrationErrorMessage,integration.error",
        "integrationLatency,integration.latency"
    })
    void variableWithTwoNamesHasOneValue(String name, String other) {
        assertThat(line("$context." + name + " $context." + other, Map.of(other, "a")))
                .isEqualTo("a a");
    }

    @Test
    void quotedErrorMessageIsJsonByItself() {
        String format = "{\"m\":$context.error.messageString,\"n\":\"$context.error.message\"}";
        assertThat(line(format, Map.of("error.message", "Not \"Found\"")))
                .isEqualTo("{\"m\":\"Not \\\"Found\\\"\",\"n\":\"Not \\\"Found\\\"\"}");
    }

    @Test
    void valueCannotTurnTheDirectionOfWriting() {
        assertThat(line("$context.path", Map.of("path", "/a\u202e\u009b😀"))).isEqualTo("/a\\u202e\\u009b😀");
    }

    private String line(String format) {
        return line(format, context);
    }

    private static String line(String format, Map<String, String> values) {
        return new AccessLogFormat(format).line(variable -> values.get(variable.name()));
    }
}
