package io.github.securehttpapi.local;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Route;
import java.util.List;

/** Refuses at start, by name, whatever of an API this gateway cannot serve as API Gateway would. */
final class Support {
    private static final String LATER = "this gateway does not support others yet";

    private Support() {}

    static void check(HttpApi api) {
        for (String property : List.of("Body", "BodyS3Location", "Target")) {
            if (api.resource().has(property)) {
                String must = "API " + api.logicalId() + " must declare its routes as resources";
                throw new LocalGatewayException(must, property, LATER);
            }
        }
        if (api.routes().isEmpty() || api.stages().isEmpty()) {
            String got = api.routes().isEmpty() ? "no route" : "no stage";
            throw new LocalGatewayException(
                    "API " + api.logicalId() + " must have a route and a stage", got, "add one to the stack");
        }
        certain(api.resource());
        api.stages().forEach(stage -> certain(stage.resource()));
        api.routes().forEach(route -> certain(route.resource()));
        List<String> closed = api.routes().stream()
                .filter(route -> !type(route).equals("NONE"))
                .map(Support::named)
                .toList();
        if (!closed.isEmpty()) {
            throw new LocalGatewayException(
                    "routes must have the authorization type NONE",
                    String.join(", ", closed),
                    "authorizers are not supported yet, and these routes are never left open");
        }
        api.routes().forEach(Support::function);
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
            throw fault(route, "an integration of type AWS_PROXY with a Lambda function", got);
        }
        String version = integration.payloadFormatVersion().orElse("1.0");
        if (!version.equals("2.0")) {
            throw fault(route, "an integration with payload format version 2.0", version);
        }
        LambdaFunction function = integration.function();
        if (function == null) {
            throw fault(route, "a function in this template", integration.uri().toString());
        }
        String runtime = function.runtime().orElse("a container image");
        if (!runtime.startsWith("java")) {
            throw fault(route, "a function with a Java runtime", runtime);
        }
        return function;
    }

    private static void certain(Resource resource) {
        resource.included().orElse(true);
    }

    private static String type(Route route) {
        return route.authorizationType().orElse("NONE");
    }

    private static String named(Route route) {
        return route.routeKey() + " (" + type(route) + ")";
    }

    private static LocalGatewayException fault(Route route, String must, String got) {
        return new LocalGatewayException("route " + route.routeKey() + " must have " + must, got, LATER);
    }
}
