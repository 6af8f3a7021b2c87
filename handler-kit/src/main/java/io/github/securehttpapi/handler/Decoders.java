package io.github.securehttpapi.handler;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The decoders that others are composed of, for static import.
 *
 * <pre>{@code
 * static final Decoder<Order> ORDER = object(Order::new,
 *         field("item", string().trimmed().notBlank().maxLength(40)),
 *         field("quantity", integer().min(1).max(99)),
 *         optionalField("gift", bool(), false),
 *         optionalField("tags", listOf(string().maxLength(20)).maxSize(10).unique(), List.of()),
 *         field("customer", object(Customer::new,
 *                 field("email", string().email()))));
 * }</pre>
 *
 * <p>The violations of an object, by their codes: {@code type} where the value is not an object, {@code required} where
 * a field is missing or null, {@code unknown_field} for a member that is none of the fields. A body with an unknown
 * member is refused, since a client that misspells an optional field would otherwise never hear of it; {@link
 * ObjectDecoder#ignoringUnknownFields} takes it. At most 50 violations are told.
 */
public final class Decoders extends Arities {
    private Decoders() {}

    /**
     * A string; its methods narrow it down.
     *
     * @return a decoder of any string
     */
    public static StringDecoder string() {
        return StringDecoder.ANY;
    }

    /**
     * A whole number; its methods narrow it down.
     *
     * @return a decoder of any {@code int}
     */
    public static IntegerDecoder integer() {
        return IntegerDecoder.ANY;
    }

    /**
     * A whole number of up to 64 bits; its methods narrow it down.
     *
     * @return a decoder of any {@code long}
     */
    public static LongDecoder longInteger() {
        return LongDecoder.ANY;
    }

    /**
     * A number; its methods narrow it down.
     *
     * @return a decoder of any number of up to 34 digits on either side of its point
     */
    public static DecimalDecoder decimal() {
        return DecimalDecoder.ANY;
    }

    /**
     * {@code true} or {@code false}. Violation: {@code type}.
     *
     * @return a decoder of both
     */
    public static Decoder<Boolean> bool() {
        return BooleanDecoder.INSTANCE;
    }

    /**
     * A string that is a UUID of any version, in either case: RFC 9562. Violations: {@code type}, {@code uuid}.
     *
     * @return a decoder of UUIDs
     */
    public static Decoder<UUID> uuid() {
        return UuidDecoder.INSTANCE;
    }

    /**
     * A string that is an absolute URI with a host, such as {@code https://example.com/a?b#c}: ASCII, without user name,
     * of at most 2,048 characters. What the host is, and where it leads from inside your network, is yours to check
     * before you call it. Violations: {@code type}, {@code uri}.
     *
     * @param scheme a scheme that is accepted, such as {@code https}
     * @param others more of them
     * @return a decoder of such URIs
     */
    public static Decoder<URI> uri(String scheme, String... others) {
        return UriDecoder.of(scheme, others);
    }

    /**
     * A string that is a date-time of RFC 3339, offset included: {@code 2025-04-14T22:13:56.5+02:00}. At most nine digits
     * of a second are taken, since no more fit; a leap second is refused. Violations: {@code type}, {@code instant}.
     *
     * @return a decoder of instants
     */
    public static Decoder<Instant> instant() {
        return InstantDecoder.INSTANCE;
    }

    /**
     * A string that is a date of the calendar, from year 0 to 9999: {@code 2025-04-14}. Violations: {@code type}, {@code
     * date}.
     *
     * @return a decoder of dates
     */
    public static Decoder<LocalDate> date() {
        return DateDecoder.INSTANCE;
    }

    /**
     * A string that is the name of an enum's constant: {@code enumOf(Color.values())}. Violations: {@code type}, {@code
     * one_of}.
     *
     * @param constants the constants accepted
     * @param <E> the enum
     * @return a decoder of them
     */
    public static <E extends Enum<E>> Decoder<E> enumOf(E[] constants) {
        return enumOf(constants, Enum::name);
    }

    /**
     * A string that stands for an enum's constant: {@code enumOf(Color.values(), Color::wireName)}. Violations: {@code
     * type}, {@code one_of}.
     *
     * @param constants the constants accepted
     * @param naming returns the string that stands for a constant
     * @param <E> the enum
     * @return a decoder of them
     * @throws IllegalArgumentException if one string stands for two constants
     */
    public static <E extends Enum<E>> Decoder<E> enumOf(E[] constants, Function<? super E, String> naming) {
        return ChoiceDecoder.of(constants, naming);
    }

    /**
     * An array; its methods bound it.
     *
     * @param element the decoder of each element, none of which may be null
     * @param <T> what an element becomes
     * @return a decoder of arrays of up to 1,000 elements
     */
    public static <T> ListDecoder<T> listOf(Decoder<T> element) {
        return ListDecoder.of(element);
    }

    /**
     * An object whose names are data; its methods bound it.
     *
     * @param value the decoder of each value, none of which may be null
     * @param <T> what a value becomes
     * @return a decoder of objects of up to 1,000 members
     */
    public static <T> MapDecoder<T> mapOf(Decoder<T> value) {
        return MapDecoder.of(value);
    }

    /**
     * An object that has one of several shapes, each an object itself, with a member that says which.
     *
     * <pre>{@code
     * sealed interface Payment permits Card, Debit {}
     *
     * static final Decoder<Payment> PAYMENT = oneOf("type",
     *         shape("card", object(Card::new, field("number", string()))),
     *         shape("debit", object(Debit::new, field("iban", string()))));
     * }</pre>
     *
     * <p>The member may stand anywhere among the others, and need not be a field of the shape. Where it is not the first,
     * what comes before it is read twice. Violations: {@code type}; {@code required}, {@code type} and {@code one_of} at
     * the member; those of the shape.
     *
     * @param member the member's name
     * @param shapes the shapes
     * @param <T> what all of them become
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two shapes have the same tag
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // Copied at once, and never written to.
    public static <T> Decoder<T> oneOf(String member, Shape<? extends T>... shapes) {
        return ShapesDecoder.of(member, List.of(shapes));
    }

    /**
     * One of several shapes.
     *
     * @param tag what the member that tells the shapes apart holds for this one
     * @param decoder the decoder of an object of this shape
     * @param <T> what it becomes
     * @return the shape
     */
    public static <T> Shape<T> shape(String tag, Decoder<T> decoder) {
        return new Shape<>(tag, decoder);
    }

    /**
     * A field that must be present and not null.
     *
     * @param name the member's name, compared exactly
     * @param decoder the decoder of its value
     * @param <T> what the value becomes
     * @return the field
     */
    public static <T> Field<T> field(String name, Decoder<T> decoder) {
        return Field.required(name, decoder);
    }

    /**
     * A field that may be absent or null: the constructor is then given null.
     *
     * @param name the member's name, compared exactly
     * @param decoder the decoder of its value
     * @param <T> what the value becomes
     * @return the field
     */
    public static <T> Field<@Nullable T> optionalField(String name, Decoder<T> decoder) {
        return Field.optional(name, decoder, null);
    }

    /**
     * A field that may be absent or null: the constructor is then given the fallback.
     *
     * @param name the member's name, compared exactly
     * @param decoder the decoder of its value
     * @param fallback what stands in for it, not itself checked by the decoder
     * @param <T> what the value becomes
     * @return the field
     */
    public static <T> Field<T> optionalField(String name, Decoder<T> decoder, T fallback) {
        return Field.optional(name, decoder, Objects.requireNonNull(fallback, "fallback must not be null"));
    }

    /**
     * A field that must be present and may be null: the constructor is then given null.
     *
     * @param name the member's name, compared exactly
     * @param decoder the decoder of its value
     * @param <T> what the value becomes
     * @return the field
     */
    public static <T> Field<@Nullable T> nullableField(String name, Decoder<T> decoder) {
        return Field.nullable(name, decoder);
    }

    /**
     * A field that may be absent or null, and whose constructor is told which: for a merge patch, RFC 7396, where the
     * one leaves a value as it is and the other removes it.
     *
     * @param name the member's name, compared exactly
     * @param decoder the decoder of its value
     * @param <T> what the value becomes
     * @return the field
     */
    public static <T> Field<Patch<T>> patchField(String name, Decoder<T> decoder) {
        return Field.patch(name, decoder);
    }

    /**
     * An object of any number of fields, for a record of more than eight, or a builder. The fields are named, so that
     * none is taken for another.
     *
     * <pre>{@code
     * static final Field<String> STREET = field("street", string());
     * static final Field<String> CITY = field("city", string());
     *
     * static final Decoder<Address> ADDRESS = objectOf(
     *         members -> new Address(members.get(STREET), members.get(CITY)), STREET, CITY);
     * }</pre>
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param fields the fields, in the order in which their violations are told
     * @param <T> the object
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static <T> ObjectDecoder<T> objectOf(Function<Members, T> constructor, Field<?>... fields) {
        return new ObjectDecoder<>(constructor, fields);
    }
}
