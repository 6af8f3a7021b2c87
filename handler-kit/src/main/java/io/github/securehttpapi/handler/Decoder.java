package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * <p>A decoder reads its value once, front to back, and reports everything that is wrong with it. The rules that
 * {@link #check}, {@link #refine} and {@link #map} add see a value only once it is sound; what they throw is a bug, and
 * answered with 500.
 *
 * @param <T> what the value becomes
 */
public abstract class Decoder<T> {
    // Only this package knows how to read: a decoder that a stranger wrote could leave a value half read.
    Decoder() {}

    /**
     * Requires what only you know of the value. Rules that follow each other all see the same value, and each that it
     * breaks is told.
     *
     * @param code what is wrong if the rule is broken, as a word for programs to tell apart
     * @param message what is wrong, for a person: lower case, no period, such as {@code must not end before it begins}
     * @param rule whether a value is right
     * @return a decoder that also asks for this
     */
    public final Decoder<T> check(String code, String message, Predicate<? super T> rule) {
        return check("", code, message, rule);
    }

    /**
     * Requires what only you know of the value, a rule across the fields of an object say, and blames a part of it.
     *
     * <pre>{@code
     * object(Stay::new, field("from", date()), field("to", date()))
     *         .check("/to", "before_from", "must not be before from", stay -> !stay.to().isBefore(stay.from()))
     * }</pre>
     *
     * @param pointer where in this value, as a JSON pointer (RFC 6901), empty for the value itself
     * @param code what is wrong if the rule is broken, as a word for programs to tell apart
     * @param message what is wrong, for a person: lower case, no period
     * @param rule whether a value is right
     * @return a decoder that also asks for this
     * @throws IllegalArgumentException if {@code pointer} is no JSON pointer
     */
    public final Decoder<T> check(String pointer, String code, String message, Predicate<? super T> rule) {
        return CheckedDecoder.of(this, pointer, code, message, rule);
    }

    /**
     * Makes something of the value, or finds it wrong after all.
     *
     * <pre>{@code
     * string().refine(text -> Isbn.isValid(text)
     *         ? Refined.value(new Isbn(text))
     *         : Refined.violation("isbn", "must be an ISBN"))
     * }</pre>
     *
     * @param function returns what the value becomes, or the violation
     * @param <U> what the value becomes
     * @return a decoder of that
     */
    public final <U> Decoder<U> refine(Function<? super T, Refined<U>> function) {
        return RefinedDecoder.of(this, function);
    }

    /**
     * Makes something of every value. For what may fail there is {@link #refine}.
     *
     * @param function returns what the value becomes, never null
     * @param <U> what the value becomes
     * @return a decoder of that
     */
    public final <U> Decoder<U> map(Function<? super T, ? extends U> function) {
        return MappedDecoder.of(this, function);
    }

    /**
     * Reads the value that {@code input} stands at, and leaves it at the value's end.
     *
     * @return the value, or null after adding what is wrong to {@code found}: one or the other, and never both
     */
    abstract @Nullable T decode(Input input, Violations found) throws IOException;
}
