package io.github.securehttpapi.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP API and what belongs to it.
 *
 * @param resource the resource as declared
 * @param name its name
 * @param cors the CORS configuration, or null
 * @param stages its stages
 * @param routes its routes
 * @param authorizers its authorizers
 * @param mappings the custom domain names its stages are mapped to
 * @param executeApiEndpointDisabled whether its own {@code execute-api} endpoint answers no more, false where absent
 */
public record HttpApi(
        Resource resource,
        Property<String> name,
        @Nullable Cors cors,
        List<Stage> stages,
        List<Route> routes,
        List<Authorizer> authorizers,
        List<ApiMapping> mappings,
        Property<Boolean> executeApiEndpointDisabled) {
    /**
     * Copies the lists.
     *
     * @param resource the resource
     * @param name the name
     * @param cors the cors
     * @param stages the stages
     * @param routes the routes
     * @param authorizers the authorizers
     * @param mappings the mappings
     * @param executeApiEndpointDisabled the executeApiEndpointDisabled
     */
    public HttpApi {
        stages = List.copyOf(stages);
        routes = List.copyOf(routes);
        authorizers = List.copyOf(authorizers);
        mappings = List.copyOf(mappings);
    }

    /**
     * The API's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
