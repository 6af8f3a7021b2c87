package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what the routes of a template offer, off its model. */
final class SurfaceReader {
    private SurfaceReader() {}

    static SurfaceRoute route(HttpApi api, Route route) {
        Map<String, String> throttle = new TreeMap<>();
        for (Stage stage : api.stages()) {
            Throttle own = stage.routeSettings().get(route.routeKey());
            throttle.put(stage.name(), throttle(own == null ? stage.defaultThrottle() : own));
        }
        return new SurfaceRoute(
                api.logicalId(),
                route.routeKey(),
                access(route),
                route.scopes().isUnresolved()
                        ? List.of(route.scopes().toString())
                        : route.scopes().orElse(List.of()),
                throttle,
                function(route.integration()));
    }

    private static String access(Route route) {
        if (route.authorizationType().isUnresolved()) {
            return "unresolved";
        }
        return switch (route.authorizationType().orElse("NONE")) {
            case "JWT" -> "JWT " + issuer(route);
            case "AWS_IAM" -> "IAM";
            case "CUSTOM" -> "Lambda authorizer " + name(route);
            default ->
                route.publicAccess() == null
                        ? "public"
                        : "public: " + route.publicAccess().reason().strip().replaceAll("\\s+", " ");
        };
    }

    private static String issuer(Route route) {
        Authorizer authorizer = route.authorizer();
        return authorizer == null || authorizer.issuer().isAbsent()
                ? "authorizer " + name(route)
                : authorizer.issuer().toString();
    }

    private static String name(Route route) {
        Authorizer authorizer = route.authorizer();
        if (authorizer != null) {
            Property<String> name = authorizer.name();
            return name.isAbsent() ? authorizer.logicalId() : name.toString();
        }
        return route.resource().typed().text("AuthorizerId").toString();
    }

    private static String throttle(@Nullable Throttle throttle) {
        return throttle == null
                ? "account/s, burst account"
                : number(throttle.rateLimit()) + "/s, burst " + number(throttle.burstLimit());
    }

    private static String number(Property<? extends Number> limit) {
        if (limit.isAbsent()) {
            return "account";
        }
        return limit.value()
                .map(number ->
                        new BigDecimal(number.toString()).stripTrailingZeros().toPlainString())
                .orElse("unresolved");
    }

    private static String function(@Nullable Integration integration) {
        if (integration == null) {
            return "-";
        }
        if (integration.function() != null) {
            return integration.function().logicalId();
        }
        Property<String> called = integration.uri().isAbsent() ? integration.subtype() : integration.uri();
        return called.toString();
    }
}
