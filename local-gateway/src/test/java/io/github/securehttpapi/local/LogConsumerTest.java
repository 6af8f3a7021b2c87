package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.internal.GuardedLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogConsumerTest {
    @TempDir
    private Path directory;

    @Test
    void accessLogThatThrewLeftClientsWithoutAnAnswer() throws Exception {
        try (Demo demo =
                Demo.start(directory, template -> template, on -> on.accessLog(LogConsumerTest::assertNothing))) {
            assertThat(demo.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(demo.get("/echo").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void functionLogThatThrewEndedTheWatchOverTimeouts() throws Exception {
        try (Demo demo =
                Demo.start(directory, template -> template, on -> on.functionLog(LogConsumerTest::assertNothing))) {
            assertThat(demo.get("/trouble/hang").statusCode()).isEqualTo(500);
            assertThat(demo.get("/trouble/hang").statusCode()).isEqualTo(500);
            assertThat(demo.get("/trouble/throw").statusCode()).isEqualTo(500);
            assertThat(demo.get("/count?token=a").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatItThrowsIsToldOnceInOneLine() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        GuardedLog log = new GuardedLog(
                "accessLog",
                entry -> {
                    throw new AssertionError("expected\nnothing");
                },
                new PrintStream(err, true, StandardCharsets.UTF_8));
        log.accept("one");
        log.accept("two");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("accessLog must not throw, got 'java.lang.AssertionError: expected nothing':"
                        + " mend the consumer, further failures are not reported\n");
    }

    @Test
    void accessLogGoesToAFile() throws Exception {
        Path file = directory.resolve("access.log");
        try (Demo demo = Demo.start(directory, template -> template, on -> on.accessLog(file))) {
            assertThat(demo.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(demo.get("/echo").statusCode()).isEqualTo(200);
            assertThat(demo.accessLog()).isEmpty();
        }
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).contains("\"status\":\"404\""));
    }

    private static void assertNothing(String entry) {
        assertThat(entry).isEmpty();
    }
}
