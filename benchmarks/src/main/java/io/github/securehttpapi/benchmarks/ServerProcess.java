package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in a process of its own, started and answering. What it writes to its standard output goes nowhere. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private static final String OK = "HTTP/1.1 200";

    private final Process process;
    private final int port;
    private final Duration firstAnswer;

    private ServerProcess(Process process, int port, Duration firstAnswer) {
        this.process = process;
        this.port = port;
        this.firstAnswer = firstAnswer;
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Runs the command, and waits until it answers {@code GET /health} with 200. */
    static ServerProcess start(int port, Command command)
            throws IOException, InterruptedException, UnavailableException {
        Path errors = Files.createTempFile(command.folder(), "server", ".log");
        long start = System.nanoTime();
        Process process = command.start(streams ->
                streams.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile()));
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "server must answer GET /health, got '" + Files.readString(errors) + "' of " + command);
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
        Duration firstAnswer = Duration.ofNanos(System.nanoTime() - start);
        return new ServerProcess(process, port, firstAnswer);
    }

    /** From the start of the process to its first answer. */
    Duration firstAnswer() {
        return firstAnswer;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException lingering) {
            process.destroyForcibly();
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(OK.length());
            return new String(answer, StandardCharsets.US_ASCII).equals(OK);
        } catch (ConnectException notYet) {
            return false;
        }
    }
}
