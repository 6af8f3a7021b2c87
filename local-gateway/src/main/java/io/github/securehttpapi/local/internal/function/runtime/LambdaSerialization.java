package io.github.securehttpapi.local.internal.function.runtime;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Chooses serializers as Lambda's Java runtime does: the function's own {@code CustomPojoSerializer}, else one for the
 * events of aws-lambda-java-events, else the library's Jackson (aws-lambda-java-runtime-interface-client 2.9.0,
 * {@code EventHandlerLoader} and {@code PojoSerializerLoader}).
 */
public final class LambdaSerialization implements Serialization {
    /** Made by the class loader that has the library. */
    public LambdaSerialization() {}

    @Override
    public Codec codec(Type type, ClassLoader code) {
        CustomPojoSerializer custom = custom(code);
        return custom == null ? new Standard(serializer(type, code)) : new Custom(custom, type);
    }

    private static @Nullable CustomPojoSerializer custom(ClassLoader code) {
        Iterator<CustomPojoSerializer> provided =
                ServiceLoader.load(CustomPojoSerializer.class, code).iterator();
        CustomPojoSerializer custom = provided.hasNext() ? provided.next() : null;
        if (provided.hasNext()) {
            throw new IllegalStateException(
                    "Too many serializers provided inside the META-INF/services folder, only one is allowed");
        }
        return custom;
    }

    @SuppressWarnings("unchecked") // the library casts in the same way: a type's serializer takes its values
    private static PojoSerializer<Object> serializer(Type type, ClassLoader code) {
        if (type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
            return (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(event, code);
        }
        return JacksonFactory.getInstance().getSerializer(type);
    }

    private record Standard(PojoSerializer<Object> serializer) implements Codec {
        @Override
        public @Nullable Object read(InputStream json) {
            return serializer.fromJson(json);
        }

        @Override
        public void write(@Nullable Object value, OutputStream json) {
            serializer.toJson(value, json);
        }
    }

    private record Custom(CustomPojoSerializer serializer, Type type) implements Codec {
        @Override
        public @Nullable Object read(InputStream json) {
            return serializer.fromJson(json, type);
        }

        @Override
        public void write(@Nullable Object value, OutputStream json) {
            serializer.toJson(value, json, type);
        }
    }
}
