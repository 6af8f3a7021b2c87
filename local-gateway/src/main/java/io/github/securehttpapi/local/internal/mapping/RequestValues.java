package io.github.securehttpapi.local.internal.mapping;

import io.github.securehttpapi.local.internal.gateway.Exchange;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sources have for one request, as it came in, or for the answer to it. */
final class RequestValues {
    private final Exchange exchange;
    private final Match match;
    private final @Nullable Reply reply;

    RequestValues(Exchange exchange, Match match, @Nullable Reply reply) {
        this.exchange = exchange;
        this.match = match;
        this.reply = reply;
    }

    @Nullable String get(Source source) {
        Request request = exchange.request();
        return switch (source.kind()) {
            case REQUEST_HEADER -> joined(request.headers(), source.name());
            case QUERY_PARAMETER -> match.target().query().get(source.name());
            case REQUEST_BODY -> body(request.body(), source.path());
            case PATH_PARAMETER -> match.pathParameters().get(source.name());
            case REQUEST_PATH -> match.routedPath();
            case RESPONSE_HEADER -> reply == null ? null : joined(reply.headers(), source.name());
            case RESPONSE_BODY -> reply == null ? null : body(reply.body(), source.path());
            case CONTEXT -> exchange.variable(source.name());
            case STAGE_VARIABLE -> match.stage().variables().get(source.name());
        };
    }

    private static @Nullable String joined(HttpHeaders headers, String name) {
        List<String> values = headers.getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }

    private static @Nullable String body(byte[] body, @Nullable JsonPath path) {
        return path == null ? new String(body, StandardCharsets.UTF_8) : path.in(body);
    }
}
