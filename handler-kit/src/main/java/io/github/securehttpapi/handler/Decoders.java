package io.github.securehttpapi.handler;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decoders that others are composed of, for static import.
 *
 * <pre>{@code
 * static final Decoder<Order> ORDER = object(Order::new,
 *         field("item", string().trimmed().notBlank().maxLength(40)),
 *         field("quantity", integer().min(1).max(99)),
 *         optionalField("gift", bool(), false),
 *         field("customer", object(Customer::new,
 *                 field("email", string().email()))));
 * }</pre>
 *
 * <p>The violations of an object, by their codes: {@code type} where the value is not an object, {@code required} where
 * a field is missing or null, {@code unknown_field} for a member that is none of the fields. A body with an unknown
 * member is refused, since a client that misspells an optional field would otherwise never hear of it. At most 50
 * violations are told.
 */
public final class Decoders {
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
     * {@code true} or {@code false}. Violation: {@code type}.
     *
     * @return a decoder of both
     */
    public static Decoder<Boolean> bool() {
        return BooleanDecoder.INSTANCE;
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
        return new Field<>(name, decoder, true, null);
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
        return new Field<>(name, decoder, false, null);
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
        return new Field<>(name, decoder, false, Objects.requireNonNull(fallback, "fallback must not be null"));
    }

    /**
     * An object of one field.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param <A> what the first field holds
     * @param <T> the object
     * @return a decoder of such an object
     */
    public static <A extends @Nullable Object, T> Decoder<T> object(Constructors.Of1<A, T> constructor, Field<A> a) {
        return new ObjectDecoder<>(members -> constructor.create(members.get(a)), a);
    }

    /**
     * An object of two fields.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param b the second field
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <T> the object
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, T> Decoder<T> object(
            Constructors.Of2<A, B, T> constructor, Field<A> a, Field<B> b) {
        return new ObjectDecoder<>(members -> constructor.create(members.get(a), members.get(b)), a, b);
    }

    /**
     * An object of three fields.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param b the second field
     * @param c the third field
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <T> the object
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, T>
            Decoder<T> object(Constructors.Of3<A, B, C, T> constructor, Field<A> a, Field<B> b, Field<C> c) {
        return new ObjectDecoder<>(
                members -> constructor.create(members.get(a), members.get(b), members.get(c)), a, b, c);
    }

    /**
     * An object of four fields.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param b the second field
     * @param c the third field
     * @param d the fourth field
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <T> the object
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    T>
            Decoder<T> object(
                    Constructors.Of4<A, B, C, D, T> constructor, Field<A> a, Field<B> b, Field<C> c, Field<D> d) {
        return new ObjectDecoder<>(
                members -> constructor.create(members.get(a), members.get(b), members.get(c), members.get(d)),
                a,
                b,
                c,
                d);
    }

    /**
     * An object of five fields.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param b the second field
     * @param c the third field
     * @param d the fourth field
     * @param e the fifth field
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <E> what the fifth field holds
     * @param <T> the object
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    T>
            Decoder<T> object(
                    Constructors.Of5<A, B, C, D, E, T> constructor,
                    Field<A> a,
                    Field<B> b,
                    Field<C> c,
                    Field<D> d,
                    Field<E> e) {
        return new ObjectDecoder<>(
                members -> constructor.create(
                        members.get(a), members.get(b), members.get(c), members.get(d), members.get(e)),
                a,
                b,
                c,
                d,
                e);
    }

    /**
     * An object of six fields.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param b the second field
     * @param c the third field
     * @param d the fourth field
     * @param e the fifth field
     * @param f the sixth field
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <E> what the fifth field holds
     * @param <F> what the sixth field holds
     * @param <T> the object
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    T>
            Decoder<T> object(
                    Constructors.Of6<A, B, C, D, E, F, T> constructor,
                    Field<A> a,
                    Field<B> b,
                    Field<C> c,
                    Field<D> d,
                    Field<E> e,
                    Field<F> f) {
        return new ObjectDecoder<>(
                members -> constructor.create(
                        members.get(a), members.get(b), members.get(c), members.get(d), members.get(e), members.get(f)),
                a,
                b,
                c,
                d,
                e,
                f);
    }

    /**
     * An object of seven fields.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param b the second field
     * @param c the third field
     * @param d the fourth field
     * @param e the fifth field
     * @param f the sixth field
     * @param g the seventh field
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <E> what the fifth field holds
     * @param <F> what the sixth field holds
     * @param <G> what the seventh field holds
     * @param <T> the object
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    T>
            Decoder<T> object(
                    Constructors.Of7<A, B, C, D, E, F, G, T> constructor,
                    Field<A> a,
                    Field<B> b,
                    Field<C> c,
                    Field<D> d,
                    Field<E> e,
                    Field<F> f,
                    Field<G> g) {
        return new ObjectDecoder<>(
                members -> constructor.create(
                        members.get(a),
                        members.get(b),
                        members.get(c),
                        members.get(d),
                        members.get(e),
                        members.get(f),
                        members.get(g)),
                a,
                b,
                c,
                d,
                e,
                f,
                g);
    }

    /**
     * An object of eight fields.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param b the second field
     * @param c the third field
     * @param d the fourth field
     * @param e the fifth field
     * @param f the sixth field
     * @param g the seventh field
     * @param h the eighth field
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <E> what the fifth field holds
     * @param <F> what the sixth field holds
     * @param <G> what the seventh field holds
     * @param <H> what the eighth field holds
     * @param <T> the object
     * @return a decoder of such an object
     * @throws IllegalArgumentException if two fields have the same name
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    T>
            Decoder<T> object(
                    Constructors.Of8<A, B, C, D, E, F, G, H, T> constructor,
                    Field<A> a,
                    Field<B> b,
                    Field<C> c,
                    Field<D> d,
                    Field<E> e,
                    Field<F> f,
                    Field<G> g,
                    Field<H> h) {
        return new ObjectDecoder<>(
                members -> constructor.create(
                        members.get(a),
                        members.get(b),
                        members.get(c),
                        members.get(d),
                        members.get(e),
                        members.get(f),
                        members.get(g),
                        members.get(h)),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h);
    }
}
