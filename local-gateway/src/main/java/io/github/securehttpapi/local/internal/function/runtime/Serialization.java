package io.github.securehttpapi.local.internal.function.runtime;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Lambda's own way from JSON to a handler's parameter, and from its result to JSON. Shared with the gateway. */
public interface Serialization {
    /**
     * Chooses how values of a type are read and written.
     *
     * @param type a handler's parameter or result type
     * @param code the class loader of the function
     * @return what reads and writes them
     */
    Codec codec(Type type, ClassLoader code);

    /** Reads and writes the values of one type. */
    interface Codec {
        /**
         * Reads a value.
         *
         * @param json the event
         * @return the value, which may be null
         */
        @Nullable Object read(InputStream json);

        /**
         * Writes a value.
         *
         * @param value the value, which may be null
         * @param json takes the answer
         */
        void write(@Nullable Object value, OutputStream json);
    }
}
