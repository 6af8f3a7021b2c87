package io.github.securehttpapi.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route of an HTTP API.
 *
 * @param resource the resource as declared
 * @param routeKey a method and a path, such as {@code GET /health}, or {@code $default}
 * @param authorizationType {@code NONE}, {@code JWT}, {@code AWS_IAM} or {@code CUSTOM}; absent means {@code NONE}
 * @param authorizer the authorizer in this template, or null
 * @param scopes the scopes of which a token needs one
 * @param integration the integration in this template, or null
 * @param publicAccess why the route is public, or null if the template does not say
 */
public record Route(
        Resource resource,
        String routeKey,
        Property<String> authorizationType,
        @Nullable Authorizer authorizer,
        Property<List<String>> scopes,
        @Nullable Integration integration,
        @Nullable PublicAccess publicAccess) {
    /**
     * The route's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
