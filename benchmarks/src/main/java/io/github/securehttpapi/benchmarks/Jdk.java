package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK to run programs on.
 *
 * @param home its folder
 * @param version its version in full
 */
record Jdk(Path home, String version) {
    /** Where Debian's packages and Adoptium's install. */
    private static final Path USUAL_FOLDER = Path.of("/usr/lib/jvm");

    private static final String NEWER = "25";

    /** The one that runs this. */
    static Jdk current() {
        return new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version"));
    }

    /** The JDK 25 in the folder that is named, or in the usual one if none is. */
    static Jdk newer(String named) throws IOException, UnavailableException {
        if (!named.isEmpty()) {
            return of(Path.of(named));
        }
        for (Path folder : installed()) {
            Jdk jdk = of(folder);
            if (jdk.version.startsWith(NEWER + ".") || jdk.version.equals(NEWER)) {
                return jdk;
            }
        }
        throw new UnavailableException("a JDK " + NEWER + " must be in " + USUAL_FOLDER
                + ", found none: name its folder with -Djdk25=/path/to/jdk");
    }

    private static List<Path> installed() throws IOException {
        if (!Files.isDirectory(USUAL_FOLDER)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(USUAL_FOLDER)) {
            return folders.filter(folder -> Files.isExecutable(folder.resolve("bin/java")))
                    .filter(folder -> Files.exists(folder.resolve("release")))
                    .sorted()
                    .toList();
        }
    }

    private static Jdk of(Path home) throws IOException {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException notAJdk) {
            throw new IOException("jdk25 must be the folder of a JDK, got '" + home + "'", notAJdk);
        }
        return new Jdk(home, release.getProperty("JAVA_VERSION", "").replace("\"", ""));
    }

    /** A virtual machine of this JDK. */
    Command java(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        words.addAll(arguments);
        return Command.of(words);
    }
}
