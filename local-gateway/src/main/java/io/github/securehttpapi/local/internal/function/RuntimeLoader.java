package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.function.runtime.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What functions see of this process, as they see Lambda's runtime in the cloud: the JDK's platform, the interfaces of
 * aws-lambda-java-core, which the gateway shares with them, and Lambda's serialization library with the Jackson that it
 * brings under a name of its own. A function's own Jackson, or its aws-lambda-java-events, is never mixed up with what
 * this process has.
 *
 * <p>The library is loaded once for a gateway, and only if a function needs it: what it remembers of the functions'
 * types goes when their gateway goes.
 */
public final class RuntimeLoader extends ClassLoader {
    /** The packages of aws-lambda-java-core. */
    private static final Set<String> SHARED =
            Set.of("com.amazonaws.services.lambda.runtime", "com.amazonaws.services.lambda.runtime.logging");

    /** The library, with what it relocates, and what leads to it. */
    private static final List<String> LIBRARY = List.of(
            "com.amazonaws.services.lambda.runtime.serialization.",
            "com.amazonaws.lambda.thirdparty.",
            Names.SERIALIZATION);

    private static final ClassLoader GATEWAY = RuntimeLoader.class.getClassLoader();

    private @Nullable Serialization serialization;

    static {
        registerAsParallelCapable();
    }

    /** For the functions of one gateway. */
    public RuntimeLoader() {
        super("lambda-runtime", ClassLoader.getPlatformClassLoader());
    }

    /** Lambda's serialization library, loaded when it is first asked for. */
    synchronized Serialization serialization() throws ReflectiveOperationException {
        Serialization loaded = serialization;
        if (loaded == null) {
            Class<?> type = Class.forName(Names.SERIALIZATION, true, this);
            loaded = (Serialization) type.getConstructor().newInstance();
            serialization = loaded;
        }
        return loaded;
    }

    /** Whether a class of the library has been loaded. */
    boolean loaded(String className) {
        return findLoadedClass(className) != null;
    }

    /** A class file of the gateway's. */
    static byte[] code(String className) throws ClassNotFoundException {
        try (InputStream code = GATEWAY.getResourceAsStream(className.replace('.', '/') + ".class")) {
            if (code == null) {
                throw new ClassNotFoundException(className);
            }
            return code.readAllBytes();
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(className, unreadable);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (isShared(name)) {
            return Class.forName(name, false, GATEWAY);
        }
        if (isLibrary(name)) {
            byte[] code = code(name);
            return defineClass(name, code, 0, code.length, RuntimeLoader.class.getProtectionDomain());
        }
        throw new ClassNotFoundException(name);
    }

    /** The library's own data, such as its time zones. */
    @Override
    protected @Nullable URL findResource(String name) {
        return isLibrary(name.replace('/', '.')) ? GATEWAY.getResource(name) : null;
    }

    private static boolean isShared(String name) {
        int dot = name.lastIndexOf('.');
        boolean core = dot > 0 && SHARED.contains(name.substring(0, dot)) && !Names.OWN.contains(name);
        return core || Names.SERIALIZATION_API.contains(name);
    }

    private static boolean isLibrary(String name) {
        return LIBRARY.stream().anyMatch(name::startsWith);
    }
}
