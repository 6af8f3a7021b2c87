package io.github.securehttpapi.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A function, packed in jars as for Lambda.
 *
 * @param name how the report calls it
 * @param handler its class
 * @param expected what has to stand in its answer
 * @param jars its jar, or the folders of its jars
 */
record Function(String name, String handler, String expected, List<Path> jars) {
    /**
     * As Lambda's Java runtimes start the virtual machine. Sources: Lambda's developer guide, "Customize Java runtime
     * startup behavior", and the {@code bootstrap} of its base images, where the collector is the serial one.
     */
    static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private static final String RUNTIME_CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "AWS_LAMBDA_FUNCTION_NAME", "contact",
            "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
            "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/contact",
            "AWS_LAMBDA_LOG_STREAM_NAME", "benchmark",
            "AWS_REGION", "eu-west-1");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Starts the function in a process of its own, and returns the time until its first answer was posted. */
    Duration coldStart(Jdk jdk, List<Path> runtimeClient, Path log)
            throws IOException, InterruptedException, UnavailableException {
        try (RuntimeApi api = RuntimeApi.started(ContactEvent.JSON)) {
            Command command = command(jdk, runtimeClient).with(Map.of("AWS_LAMBDA_RUNTIME_API", api.authority()));
            long start = System.nanoTime();
            Process process =
                    command.start(streams -> streams.redirectErrorStream(true).redirectOutput(log.toFile()));
            try {
                RuntimeApi.Answer answer = api.answer().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (!answer.text().contains("202") || !answer.text().contains(expected)) {
                    throw new IllegalStateException(
                            name + " must answer 202 with '" + expected + "', got '" + answer.text() + "'");
                }
                return Duration.ofNanos(answer.nanoTime() - start);
            } catch (ExecutionException | TimeoutException failed) {
                throw new IllegalStateException(name + " must answer, got '" + Files.readString(log) + "'", failed);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private Command command(Jdk jdk, List<Path> runtimeClient) {
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.addAll(List.of("-classpath", classpath(runtimeClient), RUNTIME_CLIENT, handler + "::handleRequest"));
        return jdk.java(arguments).with(ENVIRONMENT);
    }

    private String classpath(List<Path> runtimeClient) {
        List<String> entries = new ArrayList<>();
        Stream.of(runtimeClient, jars)
                .flatMap(List::stream)
                .flatMap(Function::jarsOf)
                .forEach(entries::add);
        return String.join(File.pathSeparator, entries);
    }

    private static Stream<String> jarsOf(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path.toString());
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
