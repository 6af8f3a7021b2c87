package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Value;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a committed surface.
 *
 * <pre>{@code
 * {
 *   "templates": {
 *     "template.yaml": {
 *       "Api": {
 *         "POST /contacts": {
 *           "access": "JWT https://issuer.example.com",
 *           "scopes": ["contacts/write"],
 *           "throttle": {"$default": "2/s, burst 5"},
 *           "function": "ContactFunction"
 *         }
 *       }
 *     }
 *   }
 * }
 * }</pre>
 */
final class SurfaceFile {
    /** What to do where a baseline is missing or of no use. */
    static final String WRITE = "write it with --write-baseline";

    private static final Comparator<SurfaceRoute> ORDER =
            Comparator.comparing(SurfaceRoute::api).thenComparing(SurfaceRoute::route);

    private static final Pattern ACCESS =
            Pattern.compile("public|public: .+|JWT .+|IAM|Lambda authorizer .+|unresolved");

    private static final Pattern THROTTLE = Pattern.compile(
            "(?<rate>[0-9]{1,310}(\\.[0-9]{1,20})?|account|unresolved)/s, burst (?<burst>[0-9]{1,10}|account|unresolved)");

    /** More than any double, and so than any rate of a template. */
    private static final BigDecimal NO_LIMIT = new BigDecimal("1e400");

    private SurfaceFile() {}

    static List<SurfaceRoute> sorted(List<SurfaceRoute> routes) {
        return routes.stream().sorted(ORDER).toList();
    }

    static String written(Map<String, List<SurfaceRoute>> templates) {
        Map<String, Object> written = new TreeMap<>();
        templates.forEach((name, routes) -> {
            Map<String, Map<String, Object>> apis = new TreeMap<>();
            routes.forEach(route ->
                    apis.computeIfAbsent(route.api(), api -> new TreeMap<>()).put(route.route(), fields(route)));
            written.put(name, apis);
        });
        return JsonText.of(Map.of("templates", written));
    }

    private static Map<String, Object> fields(SurfaceRoute route) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("access", route.access());
        if (!route.scopes().isEmpty()) {
            fields.put("scopes", route.scopes());
        }
        if (!route.throttle().isEmpty()) {
            fields.put("throttle", route.throttle());
        }
        fields.put("function", route.function());
        return fields;
    }

    static Map<String, List<SurfaceRoute>> read(Strict root) {
        Strict templates = root.only(List.of("templates")).child("templates");
        if (templates == null || templates.fields().fields().isEmpty()) {
            throw root.wrong("have the surface of a template", "templates", WRITE);
        }
        Map<String, List<SurfaceRoute>> read = new LinkedHashMap<>();
        for (String template : templates.fields().fields().keySet()) {
            Strict apis = templates.required(template);
            List<SurfaceRoute> routes = apis.fields().fields().keySet().stream()
                    .flatMap(api -> apis.required(api).fields().fields().keySet().stream()
                            .map(route -> route(api, route, apis.required(api).required(route))))
                    .toList();
            read.put(template, sorted(routes));
        }
        return read;
    }

    private static SurfaceRoute route(String api, String key, Strict route) {
        route.only(List.of("access", "scopes", "throttle", "function"));
        String access = route.text("access");
        if (!ACCESS.matcher(access).matches()) {
            throw route.wrong("say who may call a route", "access", WRITE);
        }
        Map<String, String> throttle = new LinkedHashMap<>();
        Strict stages = route.child("throttle");
        if (stages != null) {
            stages.fields().fields().keySet().forEach(stage -> throttle.put(stage, throttle(stages, stage)));
        }
        List<String> scopes =
                route.texts("scopes").stream().map(Value.Text::text).toList();
        return new SurfaceRoute(api, key, access, scopes, throttle, route.text("function"));
    }

    private static String throttle(Strict stages, String stage) {
        String text = stages.text(stage);
        if (!THROTTLE.matcher(text).matches()) {
            throw stages.wrong("have a throttle such as '10/s, burst 20'", stage, WRITE);
        }
        return text;
    }

    /** Requests per second; beyond any number where there is no limit of its own, or none that the template tells. */
    static BigDecimal rate(String throttle) {
        return number(throttle, "rate");
    }

    /** The bucket's size, likewise. */
    static BigDecimal burst(String throttle) {
        return number(throttle, "burst");
    }

    private static BigDecimal number(String throttle, String group) {
        Matcher matcher = THROTTLE.matcher(throttle);
        String number = matcher.matches() ? matcher.group(group) : "";
        return number.isEmpty() || Character.isLetter(number.charAt(0)) ? NO_LIMIT : new BigDecimal(number);
    }
}
