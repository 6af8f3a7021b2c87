package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an object whose names are data into an unmodifiable map, in the order of the members. Members beyond the
 * largest size are read over and not decoded.
 *
 * <p>Violations: {@code type}, {@code too_few}, {@code too_many}, {@code not_unique} for names that become the same,
 * those of the names and those of the values, with the names in the pointer.
 *
 * @param <T> what a value becomes
 */
public final class MapDecoder<T> extends Decoder<Map<String, T>> {
    /** How many members a map has at most, unless {@link #maxSize} says otherwise: 1,000. */
    public static final int DEFAULT_MAX_SIZE = 1_000;

    private final StringDecoder name;
    private final Decoder<T> value;
    private final Size size;

    private MapDecoder(StringDecoder name, Decoder<T> value, Size size) {
        this.name = Objects.requireNonNull(name, "name must not be null");
        this.value = Objects.requireNonNull(value, "value must not be null");
        this.size = size;
    }

    static <T> MapDecoder<T> of(Decoder<T> value) {
        return new MapDecoder<>(StringDecoder.ANY, value, new Size(0, DEFAULT_MAX_SIZE, "member"));
    }

    /**
     * Holds the names to a rule. Without one, a name has at most 256 characters, and anything else goes.
     *
     * @param name what a name has to be, and what becomes of it
     * @return this decoder with that rule
     */
    public MapDecoder<T> names(StringDecoder name) {
        return new MapDecoder<>(name, value, size);
    }

    /**
     * Requires so many members.
     *
     * @param members the smallest size accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code members} is negative or above the largest size
     */
    public MapDecoder<T> minSize(int members) {
        return new MapDecoder<>(name, value, size.withMin(members));
    }

    /**
     * Limits the members.
     *
     * @param members the largest size accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code members} is below the smallest size
     */
    public MapDecoder<T> maxSize(int members) {
        return new MapDecoder<>(name, value, size.withMax(members));
    }

    @Override
    @Nullable Map<String, T> decode(Input input, Violations found) throws IOException {
        if (!input.isObject()) {
            input.refuseType("object", "must be an object", found);
            return null;
        }
        List<String> tags = input.takeTags();
        Map<String, T> values = new LinkedHashMap<>();
        int count = 0;
        boolean sound = true;
        while (input.advanceToMember()) {
            if (tags.contains(input.name())) {
                input.skip();
                continue;
            }
            if (count < size.max()) {
                sound &= read(input, values, found);
            } else {
                input.skip();
            }
            count++;
        }
        sound &= size.holds(count, found);
        return sound ? Collections.unmodifiableMap(values) : null;
    }

    private boolean read(Input input, Map<String, T> values, Violations found) throws IOException {
        String original = input.name();
        int length = found.enter(Violations.pointerSegment(original));
        String key = name.narrow(original, found);
        T decoded = value.decode(input, found);
        boolean sound = key != null && decoded != null;
        if (sound && values.put(key, decoded) != null) {
            found.add("not_unique", "must not be there twice");
            sound = false;
        }
        found.leave(length);
        return sound;
    }
}
