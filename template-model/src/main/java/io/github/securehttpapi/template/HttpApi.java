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
 */
public record HttpApi(
        Resource resource,
        Property<String> name,
        @Nullable Cors cors,
        List<Stage> stages,
        List<Route> routes,
        List<Authorizer> authorizers) {
    /**
     * Copies the lists.
     *
     * @param resource the resource
     * @param name the name
     * @param cors the cors
     * @param stages the stages
     * @param routes the routes
     * @param authorizers the authorizers
     */
    public HttpApi {
        stages = List.copyOf(stages);
        routes = List.copyOf(routes);
        authorizers = List.copyOf(authorizers);
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
