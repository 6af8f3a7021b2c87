package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.http.Reply;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an authorizer made of a request. */
public final class Decision {
    private final @Nullable String event;
    private final @Nullable Supplier<Reply> refusal;
    private final Map<String, String> variables;

    private Decision(@Nullable String event, @Nullable Supplier<Reply> refusal, Map<String, String> variables) {
        this.event = event;
        this.refusal = refusal;
        this.variables = Map.copyOf(variables);
    }

    /**
     * Lets it through.
     *
     * @param event what the integration learns of the caller: a JSON object, the event's
     *     {@code requestContext.authorizer}, such as <code>{"jwt":{"claims":{},"scopes":null}}</code>
     * @param variables access-log variables by their names without {@code $context.}
     */
    public static Decision allow(String event, Map<String, String> variables) {
        return new Decision(event, null, variables);
    }

    /**
     * Answers in the integration's place. Why is for the access log only.
     *
     * @param status the status, 401, 403 or 500
     * @param message the body's message
     * @param headers further headers, such as {@code www-authenticate}
     * @param variables access-log variables by their names without {@code $context.}
     */
    public static Decision deny(
            int status, String message, Map<String, String> headers, Map<String, String> variables) {
        Map<String, String> more = Map.copyOf(headers);
        return new Decision(null, () -> refusal(status, message, more), variables);
    }

    /** What the integration learns of the caller; null where the route is public, or the request is refused. */
    public @Nullable String event() {
        return event;
    }

    /** The answer in the integration's place, a new one each time: it gets headers of one request's own. */
    @Nullable Reply refusal() {
        return refusal == null ? null : refusal.get();
    }

    Map<String, String> variables() {
        return variables;
    }

    private static Reply refusal(int status, String message, Map<String, String> headers) {
        Reply refusal = Reply.message(status, message);
        headers.forEach(refusal.headers()::set);
        return refusal;
    }
}
