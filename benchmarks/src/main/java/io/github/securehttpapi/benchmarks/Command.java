package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Another program, to be run in a process of its own. The options for virtual machines in this one's environment are not
 * for it.
 *
 * @param words the program, and its arguments
 * @param folder to run it in
 * @param variables of its environment, besides ours
 */
record Command(List<String> words, Path folder, Map<String, String> variables) {
    Command {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    static Command of(List<String> words) {
        return new Command(words, Path.of("").toAbsolutePath(), Map.of());
    }

    static Command of(String... words) {
        return of(List.of(words));
    }

    Command in(Path other) {
        return new Command(words, other, variables);
    }

    Command with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.putAll(more);
        return new Command(words, folder, all);
    }

    /**
     * What a program came to.
     *
     * @param code it ended with
     * @param text it wrote, to its standard output or error
     * @param elapsed from the start of the process to its end
     */
    record Output(int code, String text, Duration elapsed) {}

    /** Runs it to its end. */
    Output run() throws IOException, InterruptedException, UnavailableException {
        long start = System.nanoTime();
        Process process = start(builder -> builder.redirectErrorStream(true));
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        return new Output(code, text, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Starts it, with its streams going where they are told to. */
    Process start(Consumer<ProcessBuilder> streams) throws UnavailableException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("folder must be one, got '" + folder + "': create it before");
        }
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(variable -> variable.contains("JAVA"));
        builder.environment().putAll(variables);
        streams.accept(builder);
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new UnavailableException(words.get(0) + " must be a program on the PATH, found none: install it");
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
