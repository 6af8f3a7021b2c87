package io.github.securehttpapi.template;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What evaluating one template may produce: a small file of nested {@code Fn::Sub} would otherwise fill the memory. */
final class Budget {
    /** Ours: eight times the largest template. */
    static final int MAX_CHARACTERS = 8 * Source.MAX_BYTES;

    /** Ours: three times the nesting of the template itself, since conditions refer to each other. */
    private static final int MAX_DEPTH = 3 * Source.MAX_DEPTH;

    private long spent;
    private int depth;

    <T extends @Nullable Object> T deeper(Supplier<T> evaluation) {
        if (depth >= MAX_DEPTH) {
            throw new TemplateException("nest its expressions at most " + MAX_DEPTH + " deep", "more", "flatten them");
        }
        depth++;
        try {
            return evaluation.get();
        } finally {
            depth--;
        }
    }

    void spend(int characters) {
        spent += characters;
        if (spent > MAX_CHARACTERS) {
            throw new TemplateException(
                    "expand to at most " + MAX_CHARACTERS + " characters",
                    "more",
                    "nest fewer Fn::Join and Fn::Sub in each other");
        }
    }
}
