package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * serverless-offline, installed from the npm registry: what teams use for this today. Its defaults stay, so functions run
 * in worker threads of its process.
 */
final class ServerlessOffline {
    private final Path folder;

    private ServerlessOffline(Path folder) {
        this.folder = folder;
    }

    /** Copies the project there and has npm install what it depends on, which a second time takes a moment. */
    static ServerlessOffline install(Path project, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(project)) {
            files.forEach(file -> copy(file, folder.resolve(file.getFileName())));
        }
        // legacy-peer-deps: the plugin's peer is serverless 4, which asks for an account
        run(folder, "npm", "install", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error");
        return new ServerlessOffline(folder);
    }

    Path folder() {
        return folder;
    }

    List<String> command(int port) {
        List<String> command =
                new ArrayList<>(List.of("node", "node_modules/serverless/bin/serverless.js", "offline", "--host"));
        command.addAll(List.of("127.0.0.1", "--httpPort", "" + port));
        try {
            command.addAll(List.of("--lambdaPort", "" + ServerProcess.freePort()));
            command.addAll(List.of("--albPort", "" + ServerProcess.freePort()));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        return command;
    }

    String version() throws IOException, InterruptedException {
        String node = run(folder, "node", "--version");
        return "serverless-offline %s, serverless %s, Node.js %s"
                .formatted(installed("serverless-offline"), installed("serverless"), node.substring(1));
    }

    private String installed(String name) throws IOException, InterruptedException {
        return run(folder, "node", "--print", "require('./node_modules/" + name + "/package.json').version");
    }

    private static void copy(Path file, Path target) {
        try {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " must succeed, got '" + output
                    + "': serverless-offline comes from the npm registry");
        }
        return output;
    }
}
