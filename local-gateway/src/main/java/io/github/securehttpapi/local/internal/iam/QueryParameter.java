package io.github.securehttpapi.local.internal.iam;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A query parameter, decoded: each character is one byte.
 *
 * @param name the name
 * @param value the value, empty if there is none
 */
record QueryParameter(String name, String value) {
    static final Comparator<QueryParameter> BY_NAME_THEN_VALUE =
            Comparator.comparing(QueryParameter::name).thenComparing(QueryParameter::value);

    static List<QueryParameter> parse(String rawQuery) throws Rejected {
        List<QueryParameter> parameters = new ArrayList<>();
        int from = 0;
        while (from < rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', from);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > from) {
                parameters.add(of(rawQuery.substring(from, end)));
            }
            from = end + 1;
        }
        return parameters;
    }

    private static QueryParameter of(String pair) throws Rejected {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        return new QueryParameter(UriEncoding.decode(name), UriEncoding.decode(value));
    }
}
