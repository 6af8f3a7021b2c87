package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The CORS configuration that SecureHttpApi would give an API: its routes' methods, and headers that its callers send. */
final class NewCors {
    static final List<String> ALL_METHODS = List.of("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT");

    private static final List<String> HEADERS = List.of("authorization", "content-type", "x-request-id");
    private static final int MAX_AGE_SECONDS = 300;

    private NewCors() {}

    static Map<String, Object> settings(HttpApi api, Value.Fields document) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("AllowOrigins", List.of(OriginParameter.reference(document)));
        List<String> methods = methods(api);
        if (!methods.isEmpty()) {
            settings.put("AllowMethods", methods);
        }
        Set<String> headers = new LinkedHashSet<>(HEADERS);
        headers.addAll(AuthorizerHeaders.of(api));
        settings.put("AllowHeaders", List.copyOf(headers));
        settings.put("MaxAge", MAX_AGE_SECONDS);
        return settings;
    }

    /** The methods that pages can have a browser send: OPTIONS is how browsers ask. */
    static List<String> methods(HttpApi api) {
        Set<String> methods = new TreeSet<>();
        for (Route route : api.routes()) {
            if (takesAnyMethod(route)) {
                return ALL_METHODS;
            }
            methods.add(RoutePath.of(route).method());
        }
        methods.remove("OPTIONS");
        return List.copyOf(methods);
    }

    static boolean takesAnyMethod(Route route) {
        RoutePath path = RoutePath.of(route);
        return path.isDefault() || path.isAny();
    }
}
