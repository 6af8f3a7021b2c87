package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.Refusal;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A function's handler class, loaded from the function's own code. */
public final class HandlerCode implements AutoCloseable {
    private final FunctionSettings settings;
    private final List<URL> classPath;
    private final RuntimeLoader runtime;
    private final Map<String, String> variables;
    private final Consumer<String> log;
    private final FunctionLoader loader;
    private final HandlerShape shape;

    /**
     * Finds the class and its method, and runs none of its code.
     *
     * @param settings the function
     * @param classPath where its code is
     * @param runtime what it shares with the gateway's other functions
     * @param variables its environment variables
     * @param log takes what it prints
     * @throws Refusal if there is no handler that Lambda could call
     */
    public static HandlerCode load(
            FunctionSettings settings,
            List<URL> classPath,
            RuntimeLoader runtime,
            Map<String, String> variables,
            Consumer<String> log) {
        FunctionLoader loader = new FunctionLoader(settings.logicalId(), classPath, runtime, variables, log);
        try {
            return new HandlerCode(settings, classPath, runtime, variables, log, loader);
        } catch (Refusal refused) {
            closeQuietly(loader);
            throw refused;
        }
    }

    private HandlerCode(
            FunctionSettings settings,
            List<URL> classPath,
            RuntimeLoader runtime,
            Map<String, String> variables,
            Consumer<String> log,
            FunctionLoader loader) {
        this.settings = settings;
        this.classPath = List.copyOf(classPath);
        this.runtime = runtime;
        this.variables = variables;
        this.log = log;
        this.loader = loader;
        this.shape = shape();
    }

    /** The same code in a class loader of its own, with static fields that nobody has touched. */
    HandlerCode again() {
        return load(settings, classPath, runtime, variables, log);
    }

    FunctionLoader loader() {
        return loader;
    }

    /** A new instance, as a new execution environment has it; throws what the function's constructor throws. */
    Handler newHandler() throws Throwable {
        return shape.instance();
    }

    @Override
    public void close() {
        closeQuietly(loader);
    }

    private HandlerShape shape() {
        String handler = settings.handler();
        int colons = handler.lastIndexOf("::");
        String className = colons < 0 ? handler : handler.substring(0, colons);
        String method = colons < 0 ? null : handler.substring(colons + 2);
        HandlerShapes shapes = new HandlerShapes(settings.logicalId(), handler, loader, runtime);
        try {
            return shapes.of(Class.forName(className, false, loader), method);
        } catch (ClassNotFoundException missing) {
            throw fault("its handler class in its code", className, "build its code again", null);
        } catch (UnsupportedClassVersionError newer) {
            String must = "code for Java " + Runtime.version().feature() + " or older";
            throw fault(must, className, "run the gateway on the JDK that built it", null);
        } catch (LinkageError | TypeNotPresentException broken) {
            throw fault("a complete handler class", className, broken.toString(), broken);
        }
    }

    private Refusal fault(String must, String got, String fix, @Nullable Throwable cause) {
        return new Refusal("function " + settings.logicalId() + " must have " + must, got, fix, cause);
    }

    private static void closeQuietly(FunctionLoader loader) {
        try {
            loader.close();
        } catch (IOException alreadyGone) {
            // a jar that cannot be closed is of no use to anybody: the process lets go of it
        }
    }
}
