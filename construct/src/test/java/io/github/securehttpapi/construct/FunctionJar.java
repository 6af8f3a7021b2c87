package io.github.securehttpapi.construct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Jars that look as if a build had left them. */
final class FunctionJar {
    static final String HANDLER = "com.example.OrdersHandler";

    private FunctionJar() {}

    /** A jar with {@link #HANDLER}, which is as good as compiled from the code given. */
    static Path compiledFrom(String code, Path folder) {
        return with("com/example/OrdersHandler.class", code, folder.resolve("orders.jar"));
    }

    static Path with(String entry, String content, Path file) {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            JarEntry only = new JarEntry(entry);
            only.setTime(0);
            jar.putNextEntry(only);
            jar.write(content.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
