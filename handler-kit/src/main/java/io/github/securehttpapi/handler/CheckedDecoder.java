package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds what another decoder made to rules, all of them, so that all that are broken are told. */
final class CheckedDecoder<T> extends Decoder<T> {
    private final Decoder<T> decoder;
    private final Rule<T>[] rules;

    private CheckedDecoder(Decoder<T> decoder, Rule<T>[] rules) {
        this.decoder = decoder;
        this.rules = rules;
    }

    static <T> Decoder<T> of(
            Decoder<T> decoder, String pointer, String code, String message, Predicate<? super T> predicate) {
        Rule<T> rule = new Rule<>(pointer, code, message, predicate);
        if (decoder instanceof CheckedDecoder<T> checked) {
            return new CheckedDecoder<>(checked.decoder, extended(checked.rules, rule));
        }
        return new CheckedDecoder<>(decoder, extended(CheckedDecoder.<T>none(), rule));
    }

    private static <T> Rule<T>[] extended(Rule<T>[] rules, Rule<T> rule) {
        Rule<T>[] extended = Arrays.copyOf(rules, rules.length + 1);
        extended[rules.length] = rule;
        return extended;
    }

    // Never handed out, and filled with rules of T alone.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> Rule<T>[] none() {
        return new Rule[0];
    }

    @Override
    @Nullable T decode(Input input, Violations found) throws IOException {
        T value = decoder.decode(input, found);
        if (value == null) {
            return null;
        }
        boolean sound = true;
        for (Rule<T> rule : rules) {
            sound &= rule.holds(value, found);
        }
        return sound ? value : null;
    }

    private static final class Rule<T> {
        private final String pointer;
        private final String code;
        private final String message;
        private final Predicate<? super T> predicate;

        Rule(String pointer, String code, String message, Predicate<? super T> predicate) {
            this.pointer = Violations.requirePointer(pointer);
            this.code = Objects.requireNonNull(code, "code must not be null");
            this.message = Objects.requireNonNull(message, "message must not be null");
            this.predicate = Objects.requireNonNull(predicate, "rule must not be null");
        }

        boolean holds(T value, Violations found) {
            if (predicate.test(value)) {
                return true;
            }
            int length = found.enter(pointer);
            found.add(code, message);
            found.leave(length);
            return false;
        }
    }
}
