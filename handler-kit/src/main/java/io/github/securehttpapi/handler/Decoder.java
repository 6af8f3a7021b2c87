package io.github.securehttpapi.handler;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON value has to be, and what becomes of it: a value itself, composed from the factories of {@link Decoders},
 * immutable, and best kept in a static final field.
 *
 * <pre>{@code
 * static final Decoder<Contact> CONTACT = object(Contact::new,
 *         field("name", string().trimmed().notBlank().maxLength(100)),
 *         field("email", string().email()));
 * }</pre>
 *
 * <p>A decoder reads its value once, front to back, and reports everything that is wrong with it.
 *
 * @param <T> what the value becomes
 */
public abstract class Decoder<T> {
    // Only this package knows how to read: a decoder that a stranger wrote could leave a value half read.
    Decoder() {}

    /**
     * Reads the value that {@code input} stands at, and leaves it at the value's last token.
     *
     * @return the value, or null after adding what is wrong to {@code found}
     */
    abstract @Nullable T decode(JsonInput input, Violations found) throws IOException;
}
