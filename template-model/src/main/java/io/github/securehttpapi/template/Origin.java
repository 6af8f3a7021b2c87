package io.github.securehttpapi.template;

import java.util.List;

/**
 * Where a template declares what a resource of the model stands for, and so where a change to it has to be written. A
 * route, say, is a resource of its own in plain CloudFormation, an event of a function in SAM, and an operation in an
 * OpenAPI document.
 *
 * @param kind in which form it is declared
 * @param logicalId the key in {@code Resources} of the resource that declares it; {@code ServerlessHttpApi} for the API
 *     that SAM makes by itself
 * @param path the keys from the root of the template to the declaration, such as {@code Resources}, {@code Contacts},
 *     {@code Properties}, {@code Events}, {@code Create}
 * @param location where the declaration starts
 */
public record Origin(Kind kind, String logicalId, List<String> path, Location location) {
    /** The form of a declaration. */
    public enum Kind {
        /** A resource of that very type; the path leads to the entry of {@code Resources}. */
        RESOURCE,
        /**
         * The route, the integration or the stage that an API with a {@code Target} has by itself; the path leads to the part of
         * the {@code AWS::ApiGatewayV2::ApiGatewayManagedOverrides} that changes it, written or not.
         */
        QUICK_CREATE,
        /** Part of an {@code AWS::Serverless::HttpApi}; the path leads to its {@code Properties}. */
        SAM_API,
        /** Part of the API that SAM makes by itself; the path leads to {@code Globals.HttpApi}, written or not. */
        SAM_IMPLICIT_API,
        /** An {@code AWS::Serverless::Function}; the path leads to its {@code Properties}. */
        SAM_FUNCTION,
        /** An {@code HttpApi} event of an {@code AWS::Serverless::Function}; the path leads to the event. */
        SAM_EVENT,
        /** Part of an OpenAPI document; the path leads to the operation, the security scheme or the extension. */
        OPENAPI
    }

    /**
     * Copies the path.
     *
     * @param kind the kind
     * @param logicalId the logical id
     * @param path the path
     * @param location the location
     */
    public Origin {
        path = List.copyOf(path);
    }

    static Origin resource(String logicalId, Location location) {
        return new Origin(Kind.RESOURCE, logicalId, List.of("Resources", logicalId), location);
    }

    static Origin quickCreate(Resource api, String overrides, String part) {
        return new Origin(
                Kind.QUICK_CREATE,
                api.logicalId(),
                List.of("Resources", overrides, "Properties", part),
                api.location());
    }

    static Origin api(String logicalId, Location location) {
        return new Origin(Kind.SAM_API, logicalId, List.of("Resources", logicalId, "Properties"), location);
    }

    static Origin implicitApi(Location location) {
        return new Origin(Kind.SAM_IMPLICIT_API, Globals.IMPLICIT_API, List.of("Globals", "HttpApi"), location);
    }

    static Origin function(String logicalId, Location location) {
        return new Origin(Kind.SAM_FUNCTION, logicalId, List.of("Resources", logicalId, "Properties"), location);
    }

    static Origin event(String function, String event, Location location) {
        List<String> path = List.of("Resources", function, "Properties", "Events", event);
        return new Origin(Kind.SAM_EVENT, function, path, location);
    }
}
