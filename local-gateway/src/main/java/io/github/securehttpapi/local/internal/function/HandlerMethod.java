package io.github.securehttpapi.local.internal.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that Lambda can call: with any of {@code InputStream}, {@code OutputStream} and {@code Context}, in this
 * order, or with an event of another type and a {@code Context}, or with nothing.
 */
final class HandlerMethod {
    static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final Method method;
    private final List<Type> parameters;

    private HandlerMethod(Method method) {
        this.method = method;
        this.parameters = List.of(method.getGenericParameterTypes());
    }

    /** The method, or null if Lambda passes over it. */
    static @Nullable HandlerMethod of(Method method) {
        HandlerMethod callable = new HandlerMethod(method);
        List<Type> leading = new ArrayList<>(callable.parameters);
        if (callable.takesContext()) {
            leading.remove(leading.size() - 1);
        }
        boolean both = leading.equals(List.of(InputStream.class, OutputStream.class));
        return both || (leading.size() <= 1 && !leading.contains(Context.class)) ? callable : null;
    }

    static boolean endsWithContext(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types.length > 0 && types[types.length - 1] == Context.class;
    }

    boolean isStatic() {
        return Modifier.isStatic(method.getModifiers());
    }

    /** Whether it reads the event or writes the answer as octets. */
    boolean isStream() {
        return parameters.contains(InputStream.class) || parameters.contains(OutputStream.class);
    }

    /** The type of its event, or null if it takes none. */
    @Nullable Type event() {
        return parameters.size() > (takesContext() ? 1 : 0) ? parameters.get(0) : null;
    }

    Type result() {
        return method.getGenericReturnType();
    }

    @Nullable Object call(@Nullable Object instance, @Nullable Object event, Context context) throws Throwable {
        List<@Nullable Object> arguments = new ArrayList<>();
        if (event() != null) {
            arguments.add(event);
        }
        if (takesContext()) {
            arguments.add(context);
        }
        return invoke(instance, arguments);
    }

    void stream(@Nullable Object instance, InputStream event, OutputStream answer, Context context) throws Throwable {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Type parameter : parameters) {
            if (parameter == InputStream.class) {
                arguments.add(event);
            } else {
                arguments.add(parameter == OutputStream.class ? answer : context);
            }
        }
        invoke(instance, arguments);
        unlessWritten(answer);
    }

    /** What writes no answer has answered null. */
    private void unlessWritten(OutputStream answer) throws IOException {
        if (!parameters.contains(OutputStream.class)) {
            answer.write(NULL);
        }
    }

    private boolean takesContext() {
        return endsWithContext(method);
    }

    private @Nullable Object invoke(@Nullable Object instance, List<@Nullable Object> arguments) throws Throwable {
        try {
            return method.invoke(instance, arguments.toArray());
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
