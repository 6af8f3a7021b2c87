package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an array into an unmodifiable list. Elements beyond the largest size are read over and not decoded.
 *
 * <p>Violations: {@code type}, {@code too_few}, {@code too_many}, {@code not_unique}, and those of the elements, with
 * their indexes in the pointer.
 *
 * @param <T> what an element becomes
 */
public final class ListDecoder<T> extends Decoder<List<T>> {
    /** How many elements a list has at most, unless {@link #maxSize} says otherwise: 1,000. */
    public static final int DEFAULT_MAX_SIZE = 1_000;

    private final Decoder<T> element;
    private final Size size;
    private final boolean unique;

    private ListDecoder(Decoder<T> element, Size size, boolean unique) {
        this.element = Objects.requireNonNull(element, "element must not be null");
        this.size = size;
        this.unique = unique;
    }

    static <T> ListDecoder<T> of(Decoder<T> element) {
        return new ListDecoder<>(element, new Size(0, DEFAULT_MAX_SIZE, "element"), false);
    }

    /**
     * Requires so many elements.
     *
     * @param elements the smallest size accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code elements} is negative or above the largest size
     */
    public ListDecoder<T> minSize(int elements) {
        return new ListDecoder<>(element, size.withMin(elements), unique);
    }

    /**
     * Limits the elements.
     *
     * @param elements the largest size accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code elements} is below the smallest size
     */
    public ListDecoder<T> maxSize(int elements) {
        return new ListDecoder<>(element, size.withMax(elements), unique);
    }

    /**
     * Refuses an element that equals one before it, by {@link Object#equals}.
     *
     * <p>A client can choose texts of one hash code. That costs nothing where the elements are {@link Comparable}, as
     * strings and numbers are; of records, each is then compared with all before it: 8,000 take a second. Leave {@link
     * #maxSize} of those where it is.
     *
     * @return this decoder with that rule
     */
    public ListDecoder<T> unique() {
        return new ListDecoder<>(element, size, true);
    }

    @Override
    @Nullable List<T> decode(Input input, Violations found) throws IOException {
        if (!input.isArray()) {
            input.refuseType("array", "must be an array", found);
            return null;
        }
        Elements elements = new Elements();
        int count = 0;
        boolean sound = true;
        while (input.advanceToElement()) {
            if (count < size.max()) {
                sound &= elements.read(count, input, found);
            } else {
                input.skip();
            }
            count++;
        }
        sound &= size.holds(count, found);
        return sound ? List.copyOf(elements.values) : null;
    }

    private final class Elements {
        final List<T> values = new ArrayList<>();
        private final Set<T> seen = unique ? new HashSet<>() : Set.of();

        boolean read(int index, Input input, Violations found) throws IOException {
            int length = found.enter(index);
            T value = element.decode(input, found);
            boolean sound = value != null && isNew(value, found);
            if (sound) {
                values.add(value);
            }
            found.leave(length);
            return sound;
        }

        private boolean isNew(T value, Violations found) {
            if (!unique || seen.add(value)) {
                return true;
            }
            found.add("not_unique", "must not be there twice");
            return false;
        }
    }
}
