package io.github.securehttpapi.local.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a function finds of the process that it would have to itself in Lambda. */
final class ProcessTest {
    private final FunctionRig rig = new FunctionRig(
            "ProcessHandler::handle", FunctionRig.limits(1, null), Map.of("MODE", "test", "PATH", "/bin"));

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void variablesAreTheFunctions() throws Exception {
        assertThat(rig.answer("\"variables\"")).isEqualTo("[\"test\",\"test\",\"test\",\"test\",\"true\",\"null\"]");
        assertThat(rig.answer("\"all\"")).isEqualTo("[\"MODE\",\"PATH\"]");
    }

    @Test
    void variablesCannotBeChanged() throws Exception {
        assertThat(rig.answer("\"changeAll\"")).isEqualTo("FUNCTION_ERROR java.lang.UnsupportedOperationException");
    }

    @ParameterizedTest
    @CsvSource({
        "exit, with error: exit status 3",
        "exitZero, without providing a reason",
        "exitCaught, with error: exit status 7",
        "exitOfRuntime, with error: exit status 4",
        "halt, with error: exit status 5",
        "exitReferred, with error: exit status 8",
        "haltReferred, with error: exit status 8",
        "exitInThread, with error: exit status 6"
    })
    void exitEndsTheExecutionEnvironmentOnly(String what, String reason) throws Exception {
        assertThat(rig.answer("\"count\"")).isEqualTo("[\"1\"]");
        Outcome exited = rig.outcome("\"" + what + "\"");
        assertThat(exited.kind()).isEqualTo(Outcome.Kind.FUNCTION_ERROR);
        assertThat(exited.problem()).isEqualTo("Runtime.ExitError");
        assertThat(rig.log()).containsExactly("orders " + exited.requestId() + " Error: Runtime exited " + reason);
        assertThat(rig.answer("\"count\"")).isEqualTo("[\"1\"]");
    }

    @Test
    void environmentsThatEndedBetweenInvocationsTookTheFunctionsLastPlace() throws Exception {
        for (int ended = 0; ended <= FunctionHost.MAX_ENVIRONMENTS; ended++) {
            assertThat(rig.answer("\"exitLater\"")).isEqualTo("[\"went on\"]");
            while (Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().equals("ends the process later"))) {
                Thread.sleep(1);
            }
        }
        assertThat(rig.answer("\"count\"")).isEqualTo("[\"1\"]");
    }

    @Test
    void whatItPrintsIsInItsLogLineByLine() throws Exception {
        rig.answer("\"print\"");
        assertThat(rig.log())
                .containsExactly(
                        "printed", "in two lines", "printed, too", "logged by the runtime's logger", "not ended");
    }

    @Test
    void redirectsItsOwnOutputOnly() throws Exception {
        java.io.PrintStream out = System.out;
        rig.answer("\"redirect\"");
        assertThat(rig.log()).containsExactly("redirected");
        assertThat(System.out).isSameAs(out);
    }

    @Test
    void whatIsLeftInTheThreadStaysInTheEnvironment() throws Exception {
        Outcome first = rig.outcome("\"leave\"");
        assertThat(rig.answer("\"leave\"")).isEqualTo("[\"" + first.requestId() + "\"]");
        rig.answer("\"exit\"");
        assertThat(rig.answer("\"leave\"")).isEqualTo("[\"null\"]");
    }

    @Test
    void runningOutOfMemoryEndsTheExecutionEnvironmentOnly() throws Exception {
        assertThat(rig.answer("\"count\"")).isEqualTo("[\"1\"]");
        assertThat(rig.answer("\"memory\"")).isEqualTo("FUNCTION_ERROR java.lang.OutOfMemoryError");
        assertThat(rig.answer("\"count\"")).isEqualTo("[\"1\"]");
    }

    @Test
    void otherErrorsLeaveTheExecutionEnvironmentAsItIs() throws Exception {
        assertThat(rig.answer("\"assert\"")).isEqualTo("FUNCTION_ERROR java.lang.AssertionError");
        assertThat(rig.answer("\"count\"")).isEqualTo("[\"2\"]");
    }

    @Test
    void threadThatIsLeftBehindKeepsNobodyWaiting() throws Exception {
        assertThat(rig.answer("\"thread\"")).isEqualTo("[\"went on\"]");
        assertThat(rig.answer("\"count\"")).isEqualTo("[\"2\"]");
    }
}
