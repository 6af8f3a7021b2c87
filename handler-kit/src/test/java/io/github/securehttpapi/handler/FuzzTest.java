package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What jazzer is given to start from, and what has gone wrong before, in every build; and mutations with a fixed seed. */
final class FuzzTest {
    private static final Path CORPUS = Path.of("src/test/fuzz");
    private static final int MUTATIONS = 2_000;

    @Test
    void bodies() throws IOException {
        run("body", BodyFuzz::fuzzerTestOneInput);
    }

    @Test
    void events() throws IOException {
        run("event", EventFuzz::fuzzerTestOneInput);
    }

    private static void run(String kind, Consumer<byte[]> target) throws IOException {
        List<byte[]> corpus = corpus(kind);
        assertThat(corpus).isNotEmpty();
        corpus.forEach(input -> run(target, input));
        Random random = new Random(4);
        for (int i = 0; i < MUTATIONS; i++) {
            run(target, RandomJson.changed(corpus.get(i % corpus.size()), random));
        }
    }

    private static void run(Consumer<byte[]> target, byte[] input) {
        try {
            target.accept(input);
        } catch (Throwable failure) {
            String hex = HexFormat.of().formatHex(input);
            throw new AssertionError(new String(input, StandardCharsets.UTF_8) + "\n" + hex, failure);
        }
    }

    private static List<byte[]> corpus(String kind) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(kind))) {
            return files.sorted().map(FuzzTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
