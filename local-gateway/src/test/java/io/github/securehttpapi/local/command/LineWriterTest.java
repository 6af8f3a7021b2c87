package io.github.securehttpapi.local.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread of its own writes, so each test waits for it, but never for long. */
@Timeout(20)
final class LineWriterTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void writesALineWithoutBeingAskedTo() throws InterruptedException {
        try (LineWriter lines = LineWriter.to(out)) {
            lines.accept("one");

            while (written.size() == 0) {
                Thread.sleep(1);
            }
            assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("one\n");
        }
    }

    @Test
    void keepsTheOrderAndLosesNothing() {
        try (LineWriter lines = LineWriter.to(out)) {
            IntStream.range(0, 100_000).forEach(number -> lines.accept("line " + number));
        }

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(() -> IntStream.range(0, 100_000)
                        .mapToObj(number -> "line " + number)
                        .iterator());
    }

    @Test
    void writesAtOnceWhatComesAfterItsEnd() {
        LineWriter lines = LineWriter.to(out);
        lines.close();

        lines.accept("late");

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("late\n");
    }

    @Test
    void hasWhoeverLogsWaitForAStreamThatTakesNothing() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch accepted = new CountDownLatch(1);
        try (LineWriter lines = LineWriter.to(new PrintStream(stuckUntil(taken), true, StandardCharsets.UTF_8))) {
            Thread logging = new Thread(() -> {
                IntStream.range(0, 5000).forEach(number -> lines.accept("x".repeat(1000)));
                accepted.countDown();
            });
            logging.start();

            assertThat(accepted.await(1, SECONDS)).isFalse();
            taken.countDown();
            assertThat(accepted.await(10, SECONDS)).isTrue();
        }
    }

    private static OutputStream stuckUntil(CountDownLatch taken) {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                try {
                    taken.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
