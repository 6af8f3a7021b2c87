package io.github.securehttpapi.local;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Throttle;
import io.github.securehttpapi.template.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What works here and not in the cloud, or the other way round: said at start, once each. */
final class Warnings {
    private final Template template;
    private final HttpApi api;
    private final Set<String> warnings = new LinkedHashSet<>();

    private Warnings(Template template, HttpApi api) {
        this.template = template;
        this.api = api;
    }

    static List<String> of(Template template, HttpApi api) {
        Warnings found = new Warnings(template, api);
        api.routes().forEach(found::route);
        api.stages().forEach(found::stage);
        return List.copyOf(found.warnings);
    }

    private void route(Route route) {
        LambdaFunction function = Support.function(route);
        if (!mayInvoke(route, function)) {
            warnings.add("function " + function.logicalId() + " must let API " + api.logicalId()
                    + " invoke it, got 'no AWS::Lambda::Permission': the cloud would answer 500");
        }
        for (Map.Entry<String, Property<String>> variable :
                function.environment().entrySet()) {
            String here = System.getenv(variable.getKey());
            if (here == null || !variable.getValue().value().map(here::equals).orElse(true)) {
                warnings.add("environment variable " + variable.getKey() + " must be set as function "
                        + function.logicalId() + " has it, got '" + (here == null ? "none" : "another value")
                        + "': functions run in this process, export it before");
            }
        }
    }

    private boolean mayInvoke(Route route, LambdaFunction function) {
        List<Value.Reference> invoked = route.integration() == null
                ? List.of()
                : route.integration().uri().references();
        String target =
                invoked.isEmpty() ? function.logicalId() : invoked.get(0).logicalId();
        return template.permissions().stream().anyMatch(permission -> permission.allows(api.logicalId(), target));
    }

    private void stage(Stage stage) {
        Throttle byDefault = stage.defaultThrottle();
        if (byDefault != null) {
            complete(byDefault, "stage " + stage.name());
        }
        stage.routeSettings().forEach((routeKey, throttle) -> {
            complete(throttle, "route settings of " + routeKey);
            if (api.routes().stream().noneMatch(route -> route.routeKey().equals(routeKey))) {
                warnings.add("route settings must name a route key, got '" + routeKey
                        + "': the cloud would refuse to deploy them");
            }
        });
    }

    private void complete(Throttle throttle, String place) {
        if (throttle.rateLimit().isAbsent() != throttle.burstLimit().isAbsent()) {
            String missing = throttle.rateLimit().isAbsent() ? "rate" : "burst";
            warnings.add(place + " must have both a rate and a burst limit, got 'no " + missing
                    + "': a missing one counts as 0, so that every request is answered 429");
        }
    }
}
