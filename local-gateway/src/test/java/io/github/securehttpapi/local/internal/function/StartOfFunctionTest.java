package io.github.securehttpapi.local.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A function that does not get ready for its first event. */
final class StartOfFunctionTest {
    private static final String HOW = "local-gateway.start";

    private final FunctionRig rig = new FunctionRig(
            "SlowStartHandler::handle",
            new FunctionSettings.Limits(Duration.ofSeconds(20), Duration.ofMillis(300), 512, 1, null),
            Map.of());

    @AfterEach
    void stop() {
        System.clearProperty(HOW);
        rig.close();
    }

    @Test
    void staticInitializerThatThrewHasItsNextTry() throws Exception {
        System.setProperty(HOW, "throws");
        assertThat(rig.answer("{}")).isEqualTo("FUNCTION_ERROR java.lang.ExceptionInInitializerError");
        assertThat(rig.answer("{}")).isEqualTo("FUNCTION_ERROR java.lang.ExceptionInInitializerError");
        assertThat(rig.log()).allSatisfy(entry -> assertThat(entry).contains("IllegalStateException: not yet"));
        System.clearProperty(HOW);
        assertThat(rig.answer("{}")).isEqualTo("well");
    }

    @Test
    void staticInitializerThatHangsIsGivenUp() throws Exception {
        System.setProperty(HOW, "hangs");
        Outcome outcome = rig.outcome("{}");
        assertThat(outcome.problem()).isEqualTo("Init timed out after 0.30 seconds");
        assertThat(rig.log()).containsExactly("orders " + outcome.requestId() + " Init timed out after 0.30 seconds");
        System.clearProperty(HOW);
        assertThat(rig.answer("{}")).isEqualTo("well");
    }

    @Test
    void staticInitializerThatExits() throws Exception {
        System.setProperty(HOW, "exits");
        assertThat(rig.answer("{}")).isEqualTo("FUNCTION_ERROR Runtime.ExitError");
        System.clearProperty(HOW);
        assertThat(rig.answer("{}")).isEqualTo("well");
    }
}
