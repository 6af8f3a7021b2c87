package io.github.securehttpapi.local.internal.event;

import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of what integrations and authorizers are told (API Gateway developer guide,
 * http-api-develop-integrations-lambda.html and http-api-lambda-authorizer.html).
 */
public enum PayloadFormat {
    /** That of REST APIs. */
    VERSION_1,
    /** That of HTTP APIs alone. */
    VERSION_2;

    /** The format of a version, {@code 1.0} or {@code 2.0}; null if there is no such format. */
    public static @Nullable PayloadFormat of(String version) {
        return switch (version) {
            case "1.0" -> VERSION_1;
            case "2.0" -> VERSION_2;
            default -> null;
        };
    }

    /**
     * The event of an integration, or null if it is longer than the limit.
     *
     * @param caller what the authorizer says, as {@code requestContext.authorizer} of format 2.0; null if there is none
     */
    public byte @Nullable [] integration(
            Request request, Match match, Identity identity, @Nullable String caller, int limit) {
        try {
            return switch (this) {
                case VERSION_1 -> Format1.integration(request, match, identity, caller, limit);
                case VERSION_2 -> Format2.integration(request, match, identity, caller, limit);
            };
        } catch (JsonBytes.TooLong tooLong) {
            return null;
        }
    }

    /**
     * The event of an authorizer.
     *
     * @param routeArn what is to be authorized
     * @param sources what the identity sources give
     */
    public byte[] authorizer(Request request, Match match, Identity identity, String routeArn, List<String> sources) {
        return switch (this) {
            case VERSION_1 -> Format1.authorizer(request, match, identity, routeArn, sources);
            case VERSION_2 -> Format2.authorizer(request, match, identity, routeArn, sources);
        };
    }
}
