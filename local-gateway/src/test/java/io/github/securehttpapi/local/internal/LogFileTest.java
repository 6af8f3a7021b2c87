package io.github.securehttpapi.local.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void appendsToWhatIsThere() throws IOException {
        Path file = Files.writeString(directory.resolve("log"), "before\n");
        try (LogFile log = LogFile.open("log", file, stream())) {
            log.accept("é");
            log.accept("b");
        }
        assertThat(file).hasContent("before\né\nb\n");
        assertThat(errors()).isEmpty();
    }

    @Test
    @Timeout(20)
    void linesAreThereBeforeItCloses() throws Exception {
        Path file = directory.resolve("log");
        try (LogFile log = LogFile.open("log", file, stream())) {
            log.accept("a");
            while (!Files.readString(file).equals("a\n")) {
                Thread.sleep(1);
            }
        }
    }

    @Test
    void fileThatCannotBeOpenedIsRefused() {
        Path file = directory.resolve("none/log");
        assertThatThrownBy(() -> LogFile.open("access log", file, stream()))
                .isInstanceOf(Refusal.class)
                .hasMessage("access log must be a file that can be written, got '" + file
                        + "': create its directory, or name another");
    }

    @Test
    void fullDiskIsToldOfOnceAndLosesLinesOnly() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left\non device");
            }
        };
        try (LogFile log = LogFile.start(Path.of("log"), full, stream())) {
            log.accept("a");
            log.accept("b");
        }
        assertThat(errors())
                .isEqualTo("log must take every line of the log, got 'java.io.IOException: No space left on device':"
                        + " lines are lost, further failures are not reported\n");
    }

    @Test
    @Timeout(20)
    void stuckDiskHoldsUpNobodyAndCostsNoMoreThanItsShareOfMemory() {
        CountDownLatch stuck = new CountDownLatch(1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int octet) {
                throw new IllegalStateException("lines are written whole");
            }

            @Override
            public void write(byte[] octets) throws IOException {
                try {
                    stuck.await();
                } catch (InterruptedException interrupted) {
                    throw new IOException(interrupted);
                }
                written.writeBytes(octets);
            }
        };
        try (LogFile log = LogFile.start(Path.of("log"), disk, stream())) {
            for (int line = 0; line < 40; line++) {
                log.accept("x".repeat(1024 * 1024));
            }
            assertThat(errors())
                    .isEqualTo("log must take every line of the log, got 'the disk takes fewer':"
                            + " lines are lost, further failures are not reported\n");
            stuck.countDown();
        }
        assertThat(written.size()).isBetween(8 * 1024 * 1024, 20 * 1024 * 1024);
    }

    @Test
    void closeWaitsForAStuckDiskABoundedTime() {
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                try {
                    Thread.sleep(Duration.ofMinutes(1).toMillis());
                } catch (InterruptedException interrupted) {
                    throw new IOException(interrupted);
                }
            }
        };
        LogFile log = LogFile.start(Path.of("log"), disk, stream());
        log.accept("a");
        long start = System.nanoTime();
        log.close();
        log.accept("after");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private PrintStream stream() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
