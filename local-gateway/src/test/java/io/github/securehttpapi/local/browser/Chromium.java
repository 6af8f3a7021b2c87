package io.github.securehttpapi.local.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, which shows one page and has a profile of its own. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int GRACE_SECONDS = 5;

    private final Process process;
    private final Path profile;
    private final Path log;

    private Chromium(Process process, Path profile, Path log) {
        this.process = process;
        this.profile = profile;
        this.log = log;
    }

    /** The program, if it is on the PATH. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium show(URI page, Path program, Path folder) throws IOException {
        Path profile = folder.resolve("profile");
        Path log = folder.resolve("chromium.log");
        ProcessBuilder command = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        // A container has no user namespaces, and root no sandbox: it shows nothing but this test's
                        // pages.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--no-proxy-server",
                        "--user-data-dir=" + profile,
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // A socket's path has 107 characters at most, which the build's own temporary directory may leave too few of.
        command.environment().remove("TMPDIR");
        Process process = command.start();
        process.getOutputStream().close();
        return new Chromium(process, profile, log);
    }

    /** What it said, for when it shows nothing. */
    String said() throws IOException {
        return (process.isAlive() ? "running" : "exit code " + process.exitValue()) + "\n" + Files.readString(log);
    }

    /** Ends this one and the processes that it started, and waits for them, so that its profile can be deleted. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly().onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        forgetSocket();
    }

    /** It leaves its socket in a folder of its own, with links to it in the profile that JUnit would warn of. */
    private void forgetSocket() throws IOException {
        Path link = profile.resolve("SingletonSocket");
        if (!Files.isSymbolicLink(link)) {
            return;
        }
        Path folder = Files.readSymbolicLink(link).resolveSibling("");
        for (String name : List.of("SingletonCookie", "SingletonSocket")) {
            Files.deleteIfExists(folder.resolve(name));
            Files.deleteIfExists(profile.resolve(name));
        }
        Files.deleteIfExists(folder);
    }
}
