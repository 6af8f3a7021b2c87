package io.github.securehttpapi.local.internal.mapping;

import io.github.securehttpapi.local.internal.gateway.Exchange;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.gateway.PercentCoding;
import io.github.securehttpapi.local.internal.gateway.RequestTarget;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The mappings of requests. One whose value is missing, or no header's value, changes nothing: unverified. */
final class RequestMapping {
    private final List<Change> changes;

    RequestMapping(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    Mapped apply(Exchange exchange, Match match) {
        if (changes.isEmpty()) {
            return new Mapped(exchange.request(), match, null);
        }
        RequestValues values = new RequestValues(exchange, match, null);
        HttpHeaders headers = exchange.request().headers().copy();
        QueryString query = QueryString.of(match.target().rawQuery());
        String path = null;
        for (Change change : changes) {
            switch (change.target()) {
                case HEADER -> header(headers, change, change.value().evaluate(values::get));
                case QUERYSTRING -> query.change(change, change.value().evaluate(values::get));
                default -> path = path(change.value(), values);
            }
        }
        keep(headers);
        return new Mapped(exchange.request().withHeaders(headers), retargeted(match, path, query.toString()), path);
    }

    /** No client's {@code Connection} header takes away what a mapping has set (RFC 9110, 7.6.1). */
    private void keep(HttpHeaders headers) {
        List<String> options = new ArrayList<>();
        for (String list : headers.getAll("connection")) {
            options.addAll(List.of(list.split(",", -1)));
        }
        boolean changed = options.removeIf(option -> sets(option.strip().toLowerCase(Locale.ROOT)));
        if (changed) {
            headers.set("connection", String.join(",", options));
        }
    }

    private boolean sets(String header) {
        return changes.stream()
                .anyMatch(change -> change.target() == Change.Target.HEADER
                        && change.action() != Change.Action.REMOVE
                        && change.name().equals(header));
    }

    static void header(HttpHeaders headers, Change change, @Nullable String value) {
        if (change.action() == Change.Action.REMOVE) {
            headers.remove(change.name());
        } else if (value != null && HeaderNames.isValue(value)) {
            List<String> values = new ArrayList<>();
            if (change.action() == Change.Action.APPEND) {
                values.addAll(headers.getAll(change.name()));
            }
            values.add(value);
            headers.set(change.name(), values);
        }
    }

    private static @Nullable String path(Expression expression, RequestValues values) {
        String path = expression.evaluate(values::get, PercentCoding::completePath, PercentCoding::encodePath);
        return path == null || path.startsWith("/") ? path : "/" + path;
    }

    private static Match retargeted(Match match, @Nullable String path, String query) {
        RequestTarget old = match.target();
        RequestTarget byQuery = Objects.requireNonNull(RequestTarget.parse("/?" + query));
        RequestTarget byPath = path == null ? old : RequestTarget.parse(path);
        RequestTarget whole = byPath == null ? old : byPath;
        RequestTarget target =
                new RequestTarget(whole.path(), whole.segments(), query, byQuery.query(), old.authority());
        return new Match(target, match.stage(), match.endpoint(), match.pathParameters());
    }
}
