package io.github.securehttpapi.handler;

import java.util.Objects;

/**
 * One of the shapes that a value may have, and what tells it from the others. Made by {@link Decoders#shape}.
 *
 * @param <T> what a value of this shape becomes
 */
public final class Shape<T> {
    private final String tag;
    private final Decoder<T> decoder;

    Shape(String tag, Decoder<T> decoder) {
        this.tag = Objects.requireNonNull(tag, "tag must not be null");
        this.decoder = Objects.requireNonNull(decoder, "decoder must not be null");
    }

    String tag() {
        return tag;
    }

    Decoder<T> decoder() {
        return decoder;
    }
}
