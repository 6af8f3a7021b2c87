package io.github.securehttpapi.local.internal.mapping;

import io.github.securehttpapi.local.internal.gateway.PercentCoding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query under change. Parameters that no mapping names stay as the client encoded them. */
final class QueryString {
    private final List<String> pairs;

    private QueryString(List<String> pairs) {
        this.pairs = pairs;
    }

    static QueryString of(String rawQuery) {
        return new QueryString(rawQuery.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(rawQuery.split("&"))));
    }

    void change(Change change, @Nullable String value) {
        if (change.action() == Change.Action.REMOVE || (change.action() == Change.Action.OVERWRITE && value != null)) {
            pairs.removeIf(pair -> change.name().equals(name(pair)));
        }
        if (change.action() != Change.Action.REMOVE && value != null) {
            pairs.add(PercentCoding.encodeQuery(change.name()) + "=" + PercentCoding.encodeQuery(value));
        }
    }

    private static @Nullable String name(String pair) {
        int equals = pair.indexOf('=');
        return PercentCoding.query(equals < 0 ? pair : pair.substring(0, equals));
    }

    @Override
    public String toString() {
        return String.join("&", pairs);
    }
}
