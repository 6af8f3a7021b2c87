package io.github.securehttpapi.local.internal.function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.securehttpapi.local.internal.Refusal;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a handler is called, as Lambda's Java runtime does (aws-lambda-java-runtime-interface-client 2.9.0,
 * {@code EventHandlerLoader}), but at start and running none of the function's code. What Lambda would refuse at the
 * first event is refused.
 */
final class HandlerShapes {
    /** No bridge method before another; then the longest first, a {@code Context} at the end counting twice. */
    private static final Comparator<Method> PREFERRED =
            Comparator.comparing(Method::isBridge).thenComparing(HandlerShapes::length, Comparator.reverseOrder());

    private final String function;
    private final String handler;
    private final FunctionLoader loader;
    private final RuntimeLoader runtime;

    HandlerShapes(String function, String handler, FunctionLoader loader, RuntimeLoader runtime) {
        this.function = function;
        this.handler = handler;
        this.loader = loader;
        this.runtime = runtime;
    }

    /** Of a class that implements one of Lambda's interfaces, or of its method, if one is named. */
    HandlerShape of(Class<?> type, @Nullable String method) {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw fault("a public handler class", "make it public");
        }
        if (method != null) {
            return ofMethod(type, method);
        }
        if (RequestStreamHandler.class.isAssignableFrom(type)) {
            Constructor<?> constructor = constructor(type);
            return () -> ((RequestStreamHandler) instance(constructor))::handleRequest;
        }
        if (RequestHandler.class.isAssignableFrom(type)) {
            return ofRequestHandler(type);
        }
        throw fault(
                "a handler class that implements RequestStreamHandler or RequestHandler",
                "implement one, or name a method as well, such as " + handler + "::handle");
    }

    private HandlerShape ofRequestHandler(Class<?> type) {
        List<Type> types = TypeArguments.of(type, RequestHandler.class);
        if (types.size() != 2 || !types.stream().allMatch(HandlerShapes::isBound)) {
            throw fault("a RequestHandler with type arguments", "write RequestHandler<Input, Output>");
        }
        Constructor<?> constructor = constructor(type);
        return () -> {
            @SuppressWarnings("unchecked") // the types are those that it has declared
            RequestHandler<Object, Object> instance = (RequestHandler<Object, Object>) instance(constructor);
            return new PojoHandler(
                    runtime.serialization(), types.get(0), types.get(1), loader, instance::handleRequest);
        };
    }

    private HandlerShape ofMethod(Class<?> type, String name) {
        HandlerMethod method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .sorted(PREFERRED)
                .map(HandlerMethod::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> fault(
                        "a public method that Lambda can call",
                        "write one such as " + name + "(Input, Context) or " + name
                                + "(InputStream, OutputStream, Context)"));
        Constructor<?> constructor = method.isStatic() ? null : constructor(type);
        return () -> {
            Object instance = constructor == null ? null : instance(constructor);
            return method.isStream()
                    ? (event, answer, context) -> method.stream(instance, event, answer, context)
                    : new PojoHandler(
                            runtime.serialization(),
                            method.event(),
                            method.result(),
                            loader,
                            (event, context) -> method.call(instance, event, context));
        };
    }

    private Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getConstructor();
            if (!Modifier.isAbstract(type.getModifiers())) {
                return constructor;
            }
        } catch (NoSuchMethodException none) {
            // refused as an abstract class is
        }
        throw fault("a handler class with a public constructor without parameters", "add one");
    }

    private static Object instance(Constructor<?> constructor) throws Throwable {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    /** A type variable has to say what its values are. */
    private static boolean isBound(Type type) {
        return !(type instanceof TypeVariable<?> variable)
                || Arrays.stream(variable.getBounds()).anyMatch(bound -> bound != Object.class);
    }

    private static int length(Method method) {
        return method.getParameterCount() + (HandlerMethod.endsWithContext(method) ? 1 : 0);
    }

    private Refusal fault(String must, String fix) {
        return new Refusal("function " + function + " must have " + must, handler, fix);
    }
}
