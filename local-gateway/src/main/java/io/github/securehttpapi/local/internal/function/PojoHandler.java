package io.github.securehttpapi.local.internal.function;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.securehttpapi.local.internal.function.runtime.Serialization;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A handler that takes and gives values, which Lambda's serialization library reads from JSON and writes to it. */
final class PojoHandler implements Handler {
    private final Serialization.@Nullable Codec event;
    private final Serialization.@Nullable Codec result;
    private final Target target;

    /** The function's code. */
    interface Target {
        @Nullable Object call(@Nullable Object event, Context context) throws Throwable;
    }

    PojoHandler(Serialization serialization, @Nullable Type event, Type result, ClassLoader code, Target target) {
        this.event = event == null ? null : serialization.codec(event, code);
        this.result = isVoid(result) ? null : serialization.codec(result, code);
        this.target = target;
    }

    @Override
    public void handle(InputStream input, OutputStream answer, Context context) throws Throwable {
        Object value = target.call(read(input), context);
        if (result == null) {
            answer.write(HandlerMethod.NULL);
            return;
        }
        try {
            result.write(value, answer);
        } catch (RuntimeException unwritable) {
            throw new IllegalStateException("An error occurred during JSON serialization of response", unwritable);
        }
    }

    private @Nullable Object read(InputStream input) {
        try {
            return event == null ? null : event.read(input);
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("An error occurred during JSON parsing", unreadable);
        }
    }

    private static boolean isVoid(Type type) {
        return type == void.class || type == Void.class;
    }
}
