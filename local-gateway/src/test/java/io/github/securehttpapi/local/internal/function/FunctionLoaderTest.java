package io.github.securehttpapi.local.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.fixture.ProcessHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunctionLoaderTest {
    private static final String NAME = ProcessHandler.class.getName();
    private static final String FILE = NAME.replace('.', '/') + ".class";

    @TempDir
    private Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // JUnit
    private URL jar;

    @BeforeEach
    void pack() throws IOException {
        Path file = directory.resolve("a function's code.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MULTI_RELEASE, "true");
        attributes.put(Attributes.Name.IMPLEMENTATION_TITLE, "orders");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream archive = new JarOutputStream(out, manifest)) {
            put(archive, FILE, new byte[] {1, 2, 3});
            put(archive, "META-INF/versions/9/" + FILE, code(FILE));
            put(archive, "resource.txt", new byte[] {42});
        }
        jar = file.toUri().toURL();
    }

    @Test
    void redirectedClassIsDefinedAsAnyOther() throws Exception {
        try (FunctionLoader loader = loader(jar);
                URLClassLoader plain = new URLClassLoader(new URL[] {jar}, new RuntimeLoader())) {
            Class<?> type = loader.loadClass(NAME);
            Class<?> expected = plain.loadClass(NAME);
            assertThat(type.getClassLoader()).isSameAs(loader);
            assertThat(type.getPackage().getImplementationTitle()).isEqualTo("orders");
            assertThat(type.getProtectionDomain().getCodeSource())
                    .isEqualTo(expected.getProtectionDomain().getCodeSource());
            assertThat(type.getResourceAsStream("/resource.txt")).hasBinaryContent(new byte[] {42});
        }
    }

    @Test
    void redirectedClassOfADirectoryIsDefinedAsAnyOther() throws Exception {
        URL classes =
                FunctionLoaderTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (FunctionLoader loader = loader(classes)) {
            assertThat(loader.loadClass(NAME)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation())
                    .isEqualTo(classes);
        }
    }

    @Test
    void onlyClassesThatAskForTheProcessAreChanged() throws IOException {
        assertThat(SystemCalls.redirect(code(FILE))).isNotNull();
        String other = FILE.replace("ProcessHandler", "UnspeakableException");
        assertThat(SystemCalls.redirect(code(other))).isNull();
    }

    @Test
    void classThatIsTooNewToBeReadIsToldOfOnce() throws Exception {
        byte[] future = code(FILE);
        future[7] = 127;
        Files.createDirectories(directory.resolve(FILE).getParent());
        Files.write(directory.resolve(FILE), future);
        try (FunctionLoader loader = loader(directory.toUri().toURL())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> loader.loadClass(NAME)))
                        .isInstanceOf(UnsupportedClassVersionError.class);
            }
        }
        assertThat(log)
                .containsExactly("function Orders must have classes that the gateway can read, got '" + NAME
                        + "': such classes see the environment variables of this process, and can end it");
    }

    @Test
    void closingLetsGoOfTheJar() throws Exception {
        FunctionLoader loader = loader(jar);
        loader.loadClass(NAME);
        loader.close();
        try (java.util.stream.Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(descriptors.map(FunctionLoaderTest::target))
                    .doesNotContain(Path.of(jar.toURI()).toString());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private FunctionLoader loader(URL code) {
        return new FunctionLoader("Orders", List.of(code), new RuntimeLoader(), Map.of(), log::add);
    }

    private static byte[] code(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(FunctionLoaderTest.class.getResourceAsStream("/" + file))) {
            return in.readAllBytes();
        }
    }

    private static void put(JarOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new JarEntry(name));
        archive.write(content);
    }
}
