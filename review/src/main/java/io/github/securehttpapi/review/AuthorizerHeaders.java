package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers that an API's authorizers read, in lower case: a page has to be let send them. */
final class AuthorizerHeaders {
    private static final Pattern HEADER = Pattern.compile("\\$request\\.header\\.(\\S+)", Pattern.CASE_INSENSITIVE);

    private AuthorizerHeaders() {}

    static Set<String> of(HttpApi api) {
        Map<String, Authorizer> used = new LinkedHashMap<>();
        for (Route route : api.routes()) {
            if (route.authorizer() != null && !Preflight.is(route)) {
                used.put(route.authorizer().resource().logicalId(), route.authorizer());
            }
        }
        Set<String> headers = new LinkedHashSet<>();
        used.values()
                .forEach(authorizer -> authorizer
                        .identitySources()
                        .value()
                        .orElse(List.of())
                        .forEach(source -> {
                            Matcher header = HEADER.matcher(source);
                            if (header.matches()) {
                                headers.add(header.group(1).toLowerCase(Locale.ROOT));
                            }
                        }));
        return headers;
    }
}
