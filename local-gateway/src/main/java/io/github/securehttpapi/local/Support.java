package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.event.PayloadFormat;
import io.github.securehttpapi.local.internal.gateway.RoutePattern;
import io.github.securehttpapi.local.internal.mapping.ParameterMapping;
import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.Cors;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses at start, by name, whatever of an API this gateway cannot serve as API Gateway would. */
final class Support {
    private static final String ONLY = "this gateway supports no others";

    private static final long LARGEST_MAX_AGE_SECONDS = 86_400;

    private Support() {}

    static void check(HttpApi api, Stubs stubs, Code code) {
        declared(api);
        Certainty.check(api);
        distinct("stage name", api.stages().stream().map(Stage::name).toList());
        distinct("route key", api.routes().stream().map(Route::routeKey).toList());
        Authorizers.check(api);
        api.routes().stream().filter(Authorizers::isLambda).forEach(route -> {
            LambdaFunction function = LambdaAuthorizers.function(route);
            runs("the authorizer of route " + route.routeKey(), function, code, ONLY);
        });
        api.stages().forEach(Support::limits);
        cors(api.cors());
        api.routes().forEach(route -> RoutePattern.of(route.routeKey()));
        stubs.check(api);
        api.routes().stream()
                .filter(route -> !stubs.has(route))
                .forEach(route -> integration(route, api.stages(), code));
    }

    private static void integration(Route route, List<Stage> stages, Code code) {
        Integration integration = route.integration();
        if (HttpProxies.isProxy(integration)) {
            HttpProxies.check(route, stages);
        } else {
            runs("route " + route.routeKey(), function(route), code, instead(route));
        }
        if (integration != null) {
            ParameterMapping.of(integration);
        }
    }

    /** The function behind a route, if the gateway can serve it. */
    static LambdaFunction function(Route route) {
        Integration integration = route.integration();
        if (integration == null) {
            throw fault(
                    route, "an integration in this template", route.resource().has("Target") ? "another" : "none");
        }
        String type = integration.type().required();
        if (!type.equals("AWS_PROXY") || !integration.subtype().isAbsent()) {
            String got = integration.subtype().isAbsent()
                    ? type
                    : integration.subtype().toString();
            throw fault(route, "an integration of type AWS_PROXY with a Lambda function, or HTTP_PROXY", got);
        }
        payloadFormat(route, integration);
        return known("route " + route.routeKey(), integration.function(), integration.uri(), instead(route));
    }

    /** The format of a function's events: 1.0 where the template names none (CloudFormation, PayloadFormatVersion). */
    static PayloadFormat payloadFormat(Route route, Integration integration) {
        String version = integration.payloadFormatVersion().orElse("1.0");
        PayloadFormat format = PayloadFormat.of(version);
        if (format == null) {
            throw fault(route, "an integration with payload format version 1.0 or 2.0", version);
        }
        return format;
    }

    /** The function of an authorizer, if the gateway can run it. */
    static LambdaFunction function(Authorizer authorizer, String name) {
        Property<String> uri = authorizer.resource().typed().text("AuthorizerUri");
        return known("authorizer " + name, authorizer.function(), uri, ONLY);
    }

    private static LambdaFunction known(
            String of, @Nullable LambdaFunction function, Property<String> uri, String fix) {
        if (function == null) {
            throw new Refusal(of + " must have a function in this template", uri.toString(), fix);
        }
        return function;
    }

    /** A container image has no runtime, and its handler may be a Java class all the same. */
    private static void runs(String of, LambdaFunction function, Code code, String fix) {
        String runtime = function.runtime().orElse("a container image");
        boolean image = function.runtime().isAbsent() && code.isGiven(function);
        if (!runtime.startsWith("java") && !image) {
            throw new Refusal(of + " must have a function with a Java runtime", runtime, fix);
        }
    }

    private static void declared(HttpApi api) {
        if (api.routes().isEmpty() || api.stages().isEmpty()) {
            String got = api.routes().isEmpty() ? "no route" : "no stage";
            throw new Refusal("API " + api.logicalId() + " must have a route and a stage", got, "add one to the stack");
        }
    }

    /** API Gateway refuses the second one at deployment. */
    private static void distinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new Refusal(what + " must be declared once", name, "API Gateway refuses a second one, remove it");
            }
        }
    }

    private static void limits(Stage stage) {
        Throttle byDefault = stage.defaultThrottle();
        if (byDefault != null) {
            notNegative(byDefault, "stage " + stage.name());
        }
        stage.routeSettings().forEach((routeKey, throttle) -> notNegative(throttle, "route settings of " + routeKey));
    }

    private static void notNegative(Throttle throttle, String place) {
        if (throttle.rateLimit().value().orElse(0.0) < 0
                || throttle.burstLimit().value().orElse(0) < 0) {
            String got = throttle.rateLimit() + " and " + throttle.burstLimit();
            throw new Refusal(
                    place + " must have a rate and a burst limit that are not negative", got, "write numbers above 0");
        }
    }

    /** API Gateway refuses the same at deployment: aws-cdk#9076, and the API reference of API Gateway V2, Cors. */
    private static void cors(@Nullable Cors cors) {
        if (cors == null) {
            return;
        }
        if (cors.allowCredentials().orElse(false)
                && cors.allowOrigins().orElse(List.of()).contains("*")) {
            throw new Refusal(
                    "CORS configuration must name the origins that may send credentials", "*", "write each origin");
        }
        long maxAge = cors.maxAge().orElse(Duration.ZERO).toSeconds();
        if (maxAge > LARGEST_MAX_AGE_SECONDS) {
            throw new Refusal(
                    "CORS configuration must have a MaxAge of a day at most",
                    Long.toString(maxAge),
                    "write " + LARGEST_MAX_AGE_SECONDS + " or less");
        }
    }

    static Refusal fault(Route route, String must, String got) {
        return new Refusal("route " + route.routeKey() + " must have " + must, got, instead(route));
    }

    private static String instead(Route route) {
        Integration integration = route.integration();
        String id = integration == null ? route.logicalId() : integration.logicalId();
        return "stub " + id + ", which then answers 501: " + ONLY;
    }
}
