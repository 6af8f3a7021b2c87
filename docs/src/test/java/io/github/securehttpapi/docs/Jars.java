package io.github.securehttpapi.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Jars of functions, as a build would leave them. */
public final class Jars {
    private Jars() {}

    /** A jar with these classes, which goes when the JVM ends. */
    public static Path temporary(Class<?>... classes) {
        try {
            Path file = Files.createTempFile("functions", ".jar");
            file.toFile().deleteOnExit();
            return of(file, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar with these classes. */
    static Path of(Path file, Class<?>... classes) {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> type : classes) {
                String entry = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (InputStream code = Objects.requireNonNull(Jars.class.getResourceAsStream("/" + entry))) {
                    code.transferTo(jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
