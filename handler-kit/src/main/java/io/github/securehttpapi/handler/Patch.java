package io.github.securehttpapi.handler;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member of a merge patch (RFC 7396) asks for: to leave a value as it is, by being absent; to remove it, by being
 * null; or to set it. Made by {@link Decoders#patchField}. Immutable.
 *
 * <pre>{@code
 * String note = patch.note().applyTo(contact.note());
 * }</pre>
 *
 * @param <T> what the member's value becomes
 */
public final class Patch<T> {
    private final boolean absent;
    private final @Nullable T value;

    private Patch(boolean absent, @Nullable T value) {
        this.absent = absent;
        this.value = value;
    }

    /**
     * A member that was absent.
     *
     * @param <T> what a value would have become
     * @return a patch that leaves the value as it is
     */
    public static <T> Patch<T> absent() {
        return new Patch<>(true, null);
    }

    /**
     * A member that was null.
     *
     * @param <T> what a value would have become
     * @return a patch that removes the value
     */
    public static <T> Patch<T> remove() {
        return new Patch<>(false, null);
    }

    /**
     * A member that had a value.
     *
     * @param value the value
     * @param <T> what it became
     * @return a patch that sets the value
     */
    public static <T> Patch<T> set(T value) {
        return new Patch<>(false, Objects.requireNonNull(value, "value must not be null"));
    }

    /**
     * Whether the member was absent.
     *
     * @return true if the value is to be left as it is
     */
    public boolean isAbsent() {
        return absent;
    }

    /**
     * Whether the member was null.
     *
     * @return true if the value is to be removed
     */
    public boolean isRemoval() {
        return !absent && value == null;
    }

    /**
     * The value to be set.
     *
     * @return the value, or empty if the member was absent or null
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Does what is asked for.
     *
     * @param current the value as it is
     * @return the value as it is to be
     */
    public @Nullable T applyTo(@Nullable T current) {
        return absent ? current : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Patch<?> patch && absent == patch.absent && Objects.equals(value, patch.value);
    }

    @Override
    public int hashCode() {
        return value == null ? Boolean.hashCode(absent) : value.hashCode();
    }

    @Override
    public String toString() {
        if (absent) {
            return "absent";
        }
        return value == null ? "remove" : "set " + value;
    }
}
