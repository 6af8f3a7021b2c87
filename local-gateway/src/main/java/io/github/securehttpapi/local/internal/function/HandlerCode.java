package io.github.securehttpapi.local.internal.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.securehttpapi.local.internal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A function's handler class, loaded from the function's own code. */
public final class HandlerCode implements AutoCloseable {
    private static final String HANDLE_REQUEST = "handleRequest";

    private final URLClassLoader loader;
    private final Class<?> type;
    private final @Nullable Method method;

    private HandlerCode(URLClassLoader loader, Class<?> type, @Nullable Method method) {
        this.loader = loader;
        this.type = type;
        this.method = method;
    }

    /** Finds the class and its method, and runs none of its code. */
    public static HandlerCode load(String function, String handler, List<URL> code) {
        URLClassLoader loader = new URLClassLoader(function, code.toArray(URL[]::new), new RuntimeBridge());
        int colons = handler.indexOf("::");
        String className = colons < 0 ? handler : handler.substring(0, colons);
        String methodName = colons < 0 ? HANDLE_REQUEST : handler.substring(colons + 2);
        try {
            Class<?> type = Class.forName(className, false, loader);
            return new HandlerCode(loader, type, method(function, handler, type, methodName));
        } catch (ClassNotFoundException missing) {
            throw closing(loader, fault(function, "its handler class in its code", className, "build its code again"));
        } catch (UnsupportedClassVersionError newer) {
            String must = "code for Java " + Runtime.version().feature() + " or older";
            throw closing(loader, fault(function, must, className, "run the gateway on the JDK that built it"));
        } catch (LinkageError broken) {
            throw closing(loader, fault(function, "a complete handler class", className, broken.toString()));
        } catch (Refusal refused) {
            throw closing(loader, refused);
        }
    }

    /** The class loader that the handler's threads use. */
    ClassLoader loader() {
        return loader;
    }

    /** A new instance, as a new execution environment has it. */
    RequestStreamHandler newHandler() throws ReflectiveOperationException {
        Object instance = type.getConstructor().newInstance();
        if (instance instanceof RequestStreamHandler handler && method == null) {
            return handler;
        }
        Method declared = Objects.requireNonNull(method);
        return (input, output, context) -> call(declared, instance, input, output, context);
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException alreadyGone) {
            // a jar that cannot be closed is of no use to anybody: the process lets go of it
        }
    }

    private static @Nullable Method method(String function, String handler, Class<?> type, String name) {
        if (RequestHandler.class.isAssignableFrom(type)) {
            String fix = "RequestHandler is not supported yet, implement RequestStreamHandler";
            throw fault(function, "a RequestStreamHandler", handler, fix);
        }
        if (Modifier.isAbstract(type.getModifiers())
                || Arrays.stream(type.getConstructors())
                        .noneMatch(constructor -> constructor.getParameterCount() == 0)) {
            throw fault(function, "a handler class with a public constructor without parameters", handler, "add one");
        }
        if (RequestStreamHandler.class.isAssignableFrom(type) && name.equals(HANDLE_REQUEST)) {
            return null;
        }
        return Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name) && streams(candidate.getParameterTypes()))
                .max((one, other) -> Integer.compare(one.getParameterCount(), other.getParameterCount()))
                .orElseThrow(() -> fault(
                        function,
                        "a RequestStreamHandler or a public method (InputStream, OutputStream, Context)",
                        handler,
                        "other handlers are not supported yet, implement RequestStreamHandler"));
    }

    private static boolean streams(Class<?>[] parameters) {
        return parameters.length >= 2
                && parameters.length <= 3
                && parameters[0] == InputStream.class
                && parameters[1] == OutputStream.class
                && (parameters.length == 2 || parameters[2] == Context.class);
    }

    private static void call(Method method, Object instance, InputStream input, OutputStream output, Context context)
            throws IOException {
        try {
            if (method.getParameterCount() == 2) {
                method.invoke(instance, input, output);
            } else {
                method.invoke(instance, input, output, context);
            }
        } catch (ReflectiveOperationException failed) {
            throw new IOException(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private static Refusal fault(String function, String must, String got, String fix) {
        return new Refusal("function " + function + " must have " + must, got, fix);
    }

    private static Refusal closing(URLClassLoader loader, Refusal problem) {
        try {
            loader.close();
        } catch (IOException alsoFailed) {
            problem.addSuppressed(alsoFailed);
        }
        return problem;
    }
}
