package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * serverless-offline, installed from the npm registry: what teams use for this today. Its defaults stay, so functions run
 * in worker threads of its process.
 */
final class ServerlessOffline {
    private static final Map<String, String> QUIET =
            Map.of("SLS_NOTIFICATIONS_MODE", "off", "SLS_TELEMETRY_DISABLED", "1");

    private final Path folder;

    private ServerlessOffline(Path folder) {
        this.folder = folder;
    }

    /** Copies the project there and has npm install what it depends on, which a second time takes a moment. */
    static ServerlessOffline install(Path project, Path folder)
            throws IOException, InterruptedException, UnavailableException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(project)) {
            files.forEach(file -> copy(file, folder.resolve(file.getFileName())));
        }
        // legacy-peer-deps: the plugin's peer is serverless 4, which asks for an account
        run(folder, "npm", "install", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error");
        return new ServerlessOffline(folder);
    }

    Command command(int port) {
        List<String> words = new ArrayList<>(List.of("node", "node_modules/serverless/bin/serverless.js", "offline"));
        words.addAll(List.of("--host", "127.0.0.1", "--httpPort", "" + port));
        try {
            words.addAll(List.of("--lambdaPort", "" + ServerProcess.freePort()));
            words.addAll(List.of("--albPort", "" + ServerProcess.freePort()));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        return Command.of(words).in(folder).with(QUIET);
    }

    /** Of a package that was installed. */
    String version(String name) throws IOException, InterruptedException, UnavailableException {
        return run(folder, "node", "--print", "require('./node_modules/" + name + "/package.json').version");
    }

    private static void copy(Path file, Path target) {
        try {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String run(Path folder, String... words)
            throws IOException, InterruptedException, UnavailableException {
        Command command = Command.of(words).in(folder);
        Command.Output output = command.run();
        if (output.code() != 0) {
            throw new UnavailableException(command + " must succeed, got '" + output.text()
                    + "': serverless-offline comes from the npm registry");
        }
        return output.text();
    }
}
