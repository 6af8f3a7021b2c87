package io.github.securehttpapi.handler;

import org.jspecify.annotations.Nullable;

/**
 * What {@link Decoders#object} makes an object with: a record's constructor, named as {@code Contact::new}. There is one
 * interface for each number of fields, and nobody needs to write their names.
 */
public final class Constructors {
    private Constructors() {}

    /**
     * Makes an object of one field.
     *
     * @param <A> what the first field holds
     * @param <T> the object
     */
    @FunctionalInterface
    public interface Of1<A extends @Nullable Object, T> {
        /**
         * Makes the object.
         *
         * @param a the first field
         * @return the object, never null
         */
        T create(A a);
    }

    /**
     * Makes an object of two fields.
     *
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <T> the object
     */
    @FunctionalInterface
    public interface Of2<A extends @Nullable Object, B extends @Nullable Object, T> {
        /**
         * Makes the object.
         *
         * @param a the first field
         * @param b the second field
         * @return the object, never null
         */
        T create(A a, B b);
    }

    /**
     * Makes an object of three fields.
     *
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <T> the object
     */
    @FunctionalInterface
    public interface Of3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, T> {
        /**
         * Makes the object.
         *
         * @param a the first field
         * @param b the second field
         * @param c the third field
         * @return the object, never null
         */
        T create(A a, B b, C c);
    }

    /**
     * Makes an object of four fields.
     *
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <T> the object
     */
    @FunctionalInterface
    public interface Of4<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            T> {
        /**
         * Makes the object.
         *
         * @param a the first field
         * @param b the second field
         * @param c the third field
         * @param d the fourth field
         * @return the object, never null
         */
        T create(A a, B b, C c, D d);
    }

    /**
     * Makes an object of five fields.
     *
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <E> what the fifth field holds
     * @param <T> the object
     */
    @FunctionalInterface
    public interface Of5<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            T> {
        /**
         * Makes the object.
         *
         * @param a the first field
         * @param b the second field
         * @param c the third field
         * @param d the fourth field
         * @param e the fifth field
         * @return the object, never null
         */
        T create(A a, B b, C c, D d, E e);
    }

    /**
     * Makes an object of six fields.
     *
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <E> what the fifth field holds
     * @param <F> what the sixth field holds
     * @param <T> the object
     */
    @FunctionalInterface
    public interface Of6<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            F extends @Nullable Object,
            T> {
        /**
         * Makes the object.
         *
         * @param a the first field
         * @param b the second field
         * @param c the third field
         * @param d the fourth field
         * @param e the fifth field
         * @param f the sixth field
         * @return the object, never null
         */
        T create(A a, B b, C c, D d, E e, F f);
    }

    /**
     * Makes an object of seven fields.
     *
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <E> what the fifth field holds
     * @param <F> what the sixth field holds
     * @param <G> what the seventh field holds
     * @param <T> the object
     */
    @FunctionalInterface
    public interface Of7<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            F extends @Nullable Object,
            G extends @Nullable Object,
            T> {
        /**
         * Makes the object.
         *
         * @param a the first field
         * @param b the second field
         * @param c the third field
         * @param d the fourth field
         * @param e the fifth field
         * @param f the sixth field
         * @param g the seventh field
         * @return the object, never null
         */
        T create(A a, B b, C c, D d, E e, F f, G g);
    }

    /**
     * Makes an object of eight fields.
     *
     * @param <A> what the first field holds
     * @param <B> what the second field holds
     * @param <C> what the third field holds
     * @param <D> what the fourth field holds
     * @param <E> what the fifth field holds
     * @param <F> what the sixth field holds
     * @param <G> what the seventh field holds
     * @param <H> what the eighth field holds
     * @param <T> the object
     */
    @FunctionalInterface
    public interface Of8<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            F extends @Nullable Object,
            G extends @Nullable Object,
            H extends @Nullable Object,
            T> {
        /**
         * Makes the object.
         *
         * @param a the first field
         * @param b the second field
         * @param c the third field
         * @param d the fourth field
         * @param e the fifth field
         * @param f the sixth field
         * @param g the seventh field
         * @param h the eighth field
         * @return the object, never null
         */
        T create(A a, B b, C c, D d, E e, F f, G g, H h);
    }
}
