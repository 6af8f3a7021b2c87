package io.github.securehttpapi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Folders that go when the JVM ends. */
final class TemporaryFolders {
    private static final Queue<Path> CREATED = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolders::delete, "local-http-api-cleanup"));
    }

    private TemporaryFolders() {}

    static Path create() {
        try {
            Path folder = Files.createTempDirectory("local-http-api-");
            CREATED.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "temporary folder must be writable, got '" + System.getProperty("java.io.tmpdir")
                            + "': set java.io.tmpdir to one that is",
                    e);
        }
    }

    private static void delete() {
        for (Path folder : CREATED) {
            try {
                Files.walkFileTree(folder, new Deletion());
            } catch (IOException e) {
                System.err.println("temporary folder must be deletable, got '" + folder + "' (" + e + "): delete it");
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
