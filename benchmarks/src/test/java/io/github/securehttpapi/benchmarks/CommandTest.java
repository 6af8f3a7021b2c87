package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandTest {
    private static final String PROGRAM = """
            public class Program {
                public static void main(String[] arguments) {
                    System.out.println(arguments[0] + System.getenv("GREETED"));
                    System.err.println("err");
                    System.exit(3);
                }
            }
            """;

    @Test
    void aProgramThatIsMissingIsUnavailable() {
        assertThatThrownBy(() -> Command.of("no-such-program", "--version").run())
                .isInstanceOf(UnavailableException.class)
                .hasMessage("no-such-program must be a program on the PATH, found none: install it");
    }

    @Test
    void aFolderThatIsMissingIsNoMissingProgram(@TempDir Path folder) {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> Command.of("node", "--version").in(missing).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("folder must be one, got '" + missing + "': create it before");
    }

    @Test
    void runsToItsEndAndKeepsWhatItWrote(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("Program.java"), PROGRAM);

        Command.Output output = Jdk.current()
                .java(List.of("Program.java", "hello "))
                .with(Map.of("GREETED", "world"))
                .in(folder)
                .run();

        assertThat(output.code()).isEqualTo(3);
        assertThat(output.text().lines()).containsExactlyInAnyOrder("hello world", "err");
        assertThat(output.elapsed()).isPositive();
    }

    @Test
    void optionsForThisVirtualMachineAreNotForIt() throws Exception {
        Command command = Jdk.current().java(List.of("-version"));

        Process process = command.start(streams -> {
            assertThat(streams.environment().keySet()).noneMatch(variable -> variable.contains("JAVA"));
            streams.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        });

        assertThat(process.waitFor()).isZero();
    }

    @Test
    void readsAsAShellWouldTakeIt() {
        assertThat(Command.of("node", "--version")).hasToString("node --version");
    }
}
