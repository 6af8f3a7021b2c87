package io.github.securehttpapi.local.load;

import io.github.securehttpapi.local.Demo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The executable jar, serving the demo stack in the heap that is promised. Its log is read and dropped. */
final class GatewayProcess implements AutoCloseable {
    static final String HEAP = "-Xmx128m";

    /** Surefire runs in this module's folder. */
    private static final Path JAR = Path.of("target", "local-gateway.jar");

    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path errors;
    private final int port;

    private GatewayProcess(Process process, Path errors, int port) {
        this.process = process;
        this.errors = errors;
        this.port = port;
    }

    static GatewayProcess start(Path directory, UnaryOperator<String> edit) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " must be built: mvn -Pload -pl local-gateway -am verify");
        }
        Path template = Demo.assembly(directory, edit);
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(
                        JDK.resolve("java").toString(),
                        HEAP,
                        "-XX:NativeMemoryTracking=summary",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        JAR.toString(),
                        "--template",
                        template.toString(),
                        "--port",
                        "0",
                        "--no-throttle")
                .redirectError(errors.toFile())
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        int port = port(output);
        drain(output);
        return new GatewayProcess(process, errors, port);
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it wrote to its standard error. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** What the process holds, after a collection of all garbage. */
    ProcessSample sample() throws IOException, InterruptedException {
        jcmd("GC.run");
        return ProcessSample.of(jcmd("GC.heap_info"), jcmd("VM.native_memory", "summary"), threads(), descriptors());
    }

    /** How many files and sockets it has open. */
    int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(proc().resolve("fd"))) {
            return (int) open.count();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private int threads() throws IOException {
        try (Stream<Path> tasks = Files.list(proc().resolve("task"))) {
            return (int) tasks.count();
        }
    }

    private Path proc() {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    private String jcmd(String... command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Stream.concat(
                                Stream.of(JDK.resolve("jcmd").toString(), Long.toString(process.pid())),
                                Stream.of(command))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + List.of(command) + " must succeed, got '" + output + "'");
        }
        return output;
    }

    private static int port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher url = URL.matcher(line);
            if (url.find()) {
                return Integer.parseInt(url.group(1));
            }
        }
        throw new IllegalStateException("local-gateway.jar must print its URL, got the end of its output");
    }

    private static void drain(BufferedReader output) {
        Thread reader = new Thread(
                () -> {
                    try (output) {
                        output.transferTo(Writer.nullWriter());
                    } catch (IOException ended) {
                        // the process has, and its output with it
                    }
                },
                "drain");
        reader.setDaemon(true);
        reader.start();
    }
}
