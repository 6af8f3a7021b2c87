package io.github.securehttpapi.handler;

import org.jspecify.annotations.Nullable;

/**
 * The overloads of {@code object}, one for each number of fields. {@link Decoders} hands them out as its own: the table
 * would bury the rest of it.
 */
abstract class Arities {
    Arities() {}

    /**
     * An object of one field.
     *
     * @param constructor makes the object, once every field is sound; what it throws is a bug, and answered with 500
     * @param a the first field
     * @param <A> what the first field holds
     * @param <T> the object
     * @return a decoder of such an object
     */
    public static <A extends @Nullable Object, T> ObjectDecoder<T> object(
            Constructors.Of1<A, T> constructor, Field<A> a) {
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
    public static <A extends @Nullable Object, B extends @Nullable Object, T> ObjectDecoder<T> object(
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
            ObjectDecoder<T> object(Constructors.Of3<A, B, C, T> constructor, Field<A> a, Field<B> b, Field<C> c) {
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
            ObjectDecoder<T> object(
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
            ObjectDecoder<T> object(
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
            ObjectDecoder<T> object(
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
            ObjectDecoder<T> object(
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
            ObjectDecoder<T> object(
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
