package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Printable;
import io.github.securehttpapi.local.internal.gateway.RoutePattern;
import io.github.securehttpapi.local.internal.jwt.JwtAuthorizers;
import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import io.github.securehttpapi.template.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What works here and not in the cloud, or the other way round: said at start, once each. */
final class Warnings {
    private final HttpApi api;
    private final Permissions permissions;
    private final Stubs stubs;
    private final Set<String> warnings = new LinkedHashSet<>();

    private Warnings(HttpApi api, Permissions permissions, Stubs stubs) {
        this.api = api;
        this.permissions = permissions;
        this.stubs = stubs;
    }

    static List<String> of(Plan plan, Permissions permissions, JwtAuthorizers jwt) {
        HttpApi api = plan.api();
        Warnings found = new Warnings(api, permissions, plan.stubs());
        plan.template().foreignResources().forEach(found::foreign);
        api.routes().forEach(found::unprotected);
        jwt.warnings().forEach(found::warn);
        found.shapes();
        api.routes().forEach(found::integration);
        api.routes().stream().filter(Authorizers::isLambda).forEach(found::authorizer);
        api.stages().forEach(found::stage);
        return List.copyOf(found.warnings);
    }

    private void foreign(Resource resource) {
        Value apiId = resource.properties().fields().get("ApiId");
        String got = apiId instanceof Value.Text text ? text.text() : "a literal";
        warn("resource " + resource.logicalId() + " must refer to an API of this template to be served, got '" + got
                + "': it is left out");
    }

    private void unprotected(Route route) {
        if (Authorizers.isPublic(route) && route.resource().has("AuthorizerId")) {
            warn("route " + route.routeKey() + " must have an AuthorizationType for its authorizer to be applied, got '"
                    + (route.authorizationType().isAbsent() ? "none" : route.authorizationType())
                    + "': anyone can call it, here and in the cloud");
        }
    }

    private void shapes() {
        Map<String, String> routeKeys = new HashMap<>();
        for (Route route : api.routes()) {
            String same =
                    routeKeys.putIfAbsent(RoutePattern.of(route.routeKey()).shape(), route.routeKey());
            if (same != null) {
                warn("route " + route.routeKey() + " must differ from " + same
                        + " in more than a variable's name, got '" + route.logicalId() + "': " + same
                        + " answers here, and the cloud may refuse to deploy both");
            }
        }
    }

    private void integration(Route route) {
        if (stubs.has(route)) {
            warn("route " + route.routeKey() + " must call its integration to answer as in the cloud, got 'a stub':"
                    + " it answers 501");
        } else if (!HttpProxies.isProxy(route.integration())) {
            route(route);
        }
    }

    private void route(Route route) {
        LambdaFunction function = Support.function(route);
        if (!permissions.allow(route)) {
            forbidden(function, permissions.refuse(route));
        }
        environment(function);
    }

    private void authorizer(Route route) {
        Authorizer authorizer = route.authorizer();
        LambdaFunction function = authorizer == null ? null : authorizer.function();
        if (authorizer != null && function != null) {
            if (!permissions.allow(authorizer)) {
                forbidden(function, permissions.refuse(authorizer));
            }
            environment(function);
        }
    }

    private void environment(LambdaFunction function) {
        for (Map.Entry<String, Property<String>> variable :
                function.environment().entrySet()) {
            if (variable.getValue().isUnresolved() && System.getenv(variable.getKey()) == null) {
                warn("environment variable " + variable.getKey() + " of function " + function.logicalId()
                        + " must have a known value, got '" + variable.getValue() + "': "
                        + variable.getValue().reason().orElse("")
                        + ", export it before, or the function does not see it");
            }
        }
    }

    private void forbidden(LambdaFunction function, boolean refused) {
        warn("function " + function.logicalId() + " must let API " + api.logicalId()
                + " invoke it, got 'no AWS::Lambda::Permission': "
                + (refused ? "every request is answered 500" : "the cloud would answer 500"));
    }

    private void stage(Stage stage) {
        Throttle byDefault = stage.defaultThrottle();
        if (byDefault != null) {
            complete(byDefault, "stage " + stage.name());
        }
        stage.routeSettings().forEach((routeKey, throttle) -> {
            complete(throttle, "route settings of " + routeKey);
            if (api.routes().stream().noneMatch(route -> route.routeKey().equals(routeKey))) {
                warn("route settings must name a route key, got '" + routeKey
                        + "': the cloud would refuse to deploy them");
            }
        });
    }

    private void complete(Throttle throttle, String place) {
        if (throttle.rateLimit().isAbsent() != throttle.burstLimit().isAbsent()) {
            String missing = throttle.rateLimit().isAbsent() ? "rate" : "burst";
            warn(place + " must have both a rate and a burst limit, got 'no " + missing
                    + "': a missing one counts as 0, so that every request is answered 429");
        } else if (throttle.rateLimit().value().orElse(1.0) == 0
                || throttle.burstLimit().value().orElse(1) == 0) {
            warn(place + " must have a rate and a burst limit above 0, got '" + throttle.rateLimit() + " and "
                    + throttle.burstLimit() + "': every request is answered 429");
        }
    }

    private void warn(String warning) {
        warnings.add(Printable.of(warning));
    }
}
