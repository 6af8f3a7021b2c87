package io.github.securehttpapi.local.internal.event;

import io.github.securehttpapi.local.internal.gateway.PercentCoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The parameters of a query, with each of their values, as format 1.0 has them. */
final class QueryParameters {
    private QueryParameters() {}

    /** Of a query that has been decoded before, and found to be well-formed. */
    static Map<String, List<String>> of(String rawQuery) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
                parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    /** The last value of each (recorded). */
    static Map<String, String> last(Map<String, List<String>> lists) {
        Map<String, String> last = new LinkedHashMap<>();
        lists.forEach((name, values) -> last.put(name, values.get(values.size() - 1)));
        return last;
    }

    private static String decoded(String encoded) {
        return Objects.requireNonNull(PercentCoding.query(encoded));
    }
}
