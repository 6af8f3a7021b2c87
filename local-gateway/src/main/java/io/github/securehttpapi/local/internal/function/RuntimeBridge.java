package io.github.securehttpapi.local.internal.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Set;

/**
 * What functions share with the gateway: the JDK's platform and the interfaces of aws-lambda-java-core, no more. A
 * function's own jackson, or its aws-lambda-java-events, is never mixed up with what this process has.
 */
public final class RuntimeBridge extends ClassLoader {
    /** The packages of aws-lambda-java-core. */
    private static final Set<String> SHARED =
            Set.of("com.amazonaws.services.lambda.runtime", "com.amazonaws.services.lambda.runtime.logging");

    static {
        registerAsParallelCapable();
    }

    RuntimeBridge() {
        super("lambda-runtime", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        if (dot > 0 && SHARED.contains(name.substring(0, dot))) {
            return Class.forName(name, false, Context.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }
}
