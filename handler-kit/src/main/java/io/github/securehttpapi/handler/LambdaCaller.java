package io.github.securehttpapi.handler;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody whom a Lambda authorizer let pass, and what it has to say of them: its context. Immutable.
 *
 * <pre>{@code
 * String tenant = request.caller(LambdaCaller.class).value("tenant").orElseThrow();
 * }</pre>
 *
 * <p>Of an authorizer that answers without a context there is nothing to be had, and its caller is an
 * {@link AnonymousCaller}.
 */
public final class LambdaCaller implements Caller {
    private final byte[] context;

    /** Takes the array over, which must hold a JSON object. */
    LambdaCaller(byte[] context) {
        this.context = context;
    }

    /**
     * A text, number or boolean of the context. A number is handed out as the authorizer wrote it, {@code 1e2} and not
     * {@code 100}: compare numbers, not texts.
     *
     * @param name its name
     * @return its value as text, or empty if it is absent, null, an object or an array
     */
    public Optional<String> value(String name) {
        Objects.requireNonNull(name, "name must not be null");
        EventTokens tokens = new EventTokens(context);
        tokens.beginsObject();
        for (String member = tokens.nextMember(); member != null; member = tokens.nextMember()) {
            if (member.equals(name)) {
                return tokens.isScalar() ? Optional.ofNullable(tokens.scalar(name)) : Optional.empty();
            }
            tokens.skip();
        }
        return Optional.empty();
    }

    /**
     * The whole context, objects and arrays in it included, by the vocabulary that bodies are decoded with.
     *
     * <pre>{@code
     * Tenant tenant = request.caller(LambdaCaller.class).context(TENANT);
     * }</pre>
     *
     * @param decoder what the context has to be
     * @param <T> what the decoder makes of it
     * @return the decoded context
     * @throws IllegalStateException if it is not what the decoder wants: the authorizer and this function do not fit
     *     each other, and the client is answered 500
     */
    public <T> T context(Decoder<T> decoder) {
        try {
            return BodyReader.read(Body.of(context), "application/json", decoder, new Violations());
        } catch (InvalidRequestException refusal) {
            throw new IllegalStateException(
                    "authorizer context must be what its decoder accepts, got " + describe(refusal.violations())
                            + ": change the authorizer or the decoder",
                    refusal);
        }
    }

    private static String describe(List<Violation> violations) {
        if (violations.isEmpty()) {
            return "JSON beyond the limits of a body";
        }
        StringBuilder text = new StringBuilder();
        for (Violation violation : violations) {
            text.append(text.length() == 0 ? "'" : ", '")
                    .append(violation.pointer())
                    .append(' ')
                    .append(violation.message())
                    .append('\'');
        }
        return text.toString();
    }
}
