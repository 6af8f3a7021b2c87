package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Loads a function's code, its libraries included: as {@link URLClassLoader} does, but for classes that ask for the
 * process's environment, end it or print, which are led to a process of the function's own ({@link SystemCalls}).
 */
final class FunctionLoader extends URLClassLoader {
    private static final String SUFFIX = ".class";

    private final Map<String, String> variables;
    private final LogLines lines;
    private final Consumer<String> log;
    private final AtomicBoolean told = new AtomicBoolean();

    static {
        registerAsParallelCapable();
    }

    FunctionLoader(
            String function,
            List<URL> code,
            RuntimeLoader runtime,
            Map<String, String> variables,
            Consumer<String> log) {
        super(function, code.toArray(URL[]::new), runtime);
        this.variables = variables;
        this.log = log;
        this.lines = new LogLines(log);
    }

    /** Ends the line that this thread has begun to print, if it has. */
    void endLine() {
        lines.endLine();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (Names.OWN.contains(name)) {
            return own(name);
        }
        URL file = findResource(name.replace('.', '/') + SUFFIX);
        Class<?> redirected = file == null ? null : redirected(name, file);
        return redirected == null ? super.findClass(name) : redirected;
    }

    /** A copy of one of the gateway's classes, which a class of that name in the function's code does not replace. */
    private Class<?> own(String name) throws ClassNotFoundException {
        byte[] code = RuntimeLoader.code(name);
        byte[] redirected = name.equals(Names.PROCESS) ? null : SystemCalls.redirect(code);
        byte[] defined = redirected == null ? code : redirected;
        Class<?> type = defineClass(name, defined, 0, defined.length, FunctionLoader.class.getProtectionDomain());
        if (name.equals(Names.PROCESS)) {
            connect(type);
        }
        return type;
    }

    private void connect(Class<?> process) {
        IntConsumer exit = status -> Environment.exit(this, status);
        try {
            process.getMethod("connect", Map.class, PrintStream.class, IntConsumer.class)
                    .invoke(null, variables, lines.stream(), exit);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("LambdaProcess cannot be connected", impossible);
        }
    }

    /** The class as the function is to see it, or null if that is as it is. */
    private @Nullable Class<?> redirected(String name, URL file) throws ClassNotFoundException {
        try {
            URLConnection connection = file.openConnection();
            // What the cache of jars would keep open, close() could not close.
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                byte[] code = redirect(name, in.readAllBytes());
                return code == null ? null : define(name, code, file, connection);
            }
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private byte @Nullable [] redirect(String name, byte[] code) {
        try {
            return SystemCalls.redirect(code);
        } catch (RuntimeException unread) {
            if (told.compareAndSet(false, true)) {
                log.accept(Refusal.line(
                        "function " + getName() + " must have classes that the gateway can read",
                        name,
                        "such classes see the environment variables of this process, and can end it"));
            }
            return null;
        }
    }

    /** What {@link URLClassLoader} does with a class file. */
    private Class<?> define(String name, byte[] code, URL file, URLConnection connection) throws IOException {
        String path = name.replace('.', '/') + SUFFIX;
        Certificate[] certificates = null;
        Manifest manifest = null;
        String spec = file.toString();
        URL source = new URL(spec.substring(0, spec.length() - path.length()));
        if (connection instanceof JarURLConnection jar) {
            certificates = jar.getCertificates();
            manifest = jar.getManifest();
            source = jar.getJarFileURL();
        }
        defineIfNew(name, manifest, source);
        return defineClass(name, code, 0, code.length, new CodeSource(source, certificates));
    }

    private void defineIfNew(String className, @Nullable Manifest manifest, URL source) {
        int dot = className.lastIndexOf('.');
        String name = dot < 0 ? "" : className.substring(0, dot);
        if (dot < 0 || getDefinedPackage(name) != null) {
            return;
        }
        try {
            if (manifest == null) {
                definePackage(name, null, null, null, null, null, null, null);
            } else {
                definePackage(name, manifest, source);
            }
        } catch (IllegalArgumentException raced) {
            // another thread has just defined it
        }
    }
}
