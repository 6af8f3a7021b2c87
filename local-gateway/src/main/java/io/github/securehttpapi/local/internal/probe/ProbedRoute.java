package io.github.securehttpapi.local.internal.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route to probe.
 *
 * @param stage the stage
 * @param routeKey the route key
 * @param open whether anyone may call it
 */
public record ProbedRoute(String stage, String routeKey, boolean open) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}+]+)(\\+?)}");
    private static final String DEFAULT = "$default";

    /** The methods to probe it with. */
    List<String> methods() {
        if (routeKey.equals(DEFAULT)) {
            return List.of("GET", "POST");
        }
        String method = routeKey.substring(0, routeKey.indexOf(' '));
        return method.equals("ANY") ? List.of("GET", "POST") : List.of(method);
    }

    /** A harmless path that leads to it. */
    String path() {
        return VARIABLE.matcher(template()).replaceAll("1");
    }

    /** Paths with each variable in turn having this encoded value. */
    List<String> paths(String value) {
        List<String> paths = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(template());
        while (variable.find()) {
            String before = template().substring(0, variable.start());
            String after = template().substring(variable.end());
            paths.add(harmless(before) + value + harmless(after));
        }
        return paths;
    }

    private static String harmless(String part) {
        return VARIABLE.matcher(part).replaceAll("1");
    }

    private String template() {
        String path = routeKey.equals(DEFAULT) ? "/probed" : routeKey.substring(routeKey.indexOf(' ') + 1);
        return stage.equals(DEFAULT) ? path : "/" + stage + path;
    }
}
