package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK to run functions on.
 *
 * @param home its folder
 * @param version its version in full
 */
record Jdk(Path home, String version) {
    /** Where Debian's packages and Adoptium's install. */
    private static final Path USUAL_FOLDER = Path.of("/usr/lib/jvm");

    private static final String NEWER = "25";

    /** The one that runs this, and JDK 25 if the property {@code jdk25} names its folder or the usual one has it. */
    static List<Jdk> all() {
        List<Jdk> all = new ArrayList<>();
        all.add(new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version")));
        Optional<Jdk> newer = newer();
        if (newer.isEmpty()) {
            System.out.println(
                    "no JDK " + NEWER + " found in " + USUAL_FOLDER + ": left out, unless -Djdk25=<folder> names one");
        }
        newer.filter(jdk -> !all.contains(jdk)).ifPresent(all::add);
        return all;
    }

    private static Optional<Jdk> newer() {
        String named = System.getProperty("jdk25", "");
        if (!named.isEmpty()) {
            return Optional.of(of(Path.of(named)));
        }
        if (!Files.isDirectory(USUAL_FOLDER)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(USUAL_FOLDER)) {
            return folders.filter(folder -> Files.isExecutable(folder.resolve("bin/java")))
                    .filter(folder -> Files.exists(folder.resolve("release")))
                    .sorted()
                    .map(Jdk::of)
                    .filter(jdk -> jdk.version.startsWith(NEWER + ".") || jdk.version.equals(NEWER))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Jdk of(Path home) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException notAJdk) {
            throw new UncheckedIOException("jdk25 must be the folder of a JDK, got '" + home + "'", notAJdk);
        }
        return new Jdk(home, release.getProperty("JAVA_VERSION", "").replace("\"", ""));
    }

    Path java() {
        return home.resolve("bin/java");
    }
}
