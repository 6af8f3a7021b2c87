package io.github.securehttpapi.handler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One function behind several routes: finds the handler of a request by the route key that the gateway sends. The
 * gateway has done the matching, so nothing is matched again: {@code GET /orders/{id}}, {@code ANY /orders} and {@code
 * $default} are keys like any other. Immutable, and best kept in a final field.
 *
 * <pre>{@code
 * public final class OrdersHandler extends HttpApiHandler {
 *     private final Router router = Router.builder()
 *             .route("GET /orders/{id}", this::find)
 *             .route("POST /orders", this::place)
 *             .build();
 *
 *     @Override
 *     protected Response handle(Request request) throws Exception {
 *         return router.handle(request);
 *     }
 * }
 * }</pre>
 */
public final class Router {
    private static final String DEFAULT_ROUTE_KEY = "$default";

    private final Map<String, Route> routes;

    private Router(Map<String, Route> routes) {
        this.routes = routes;
    }

    /**
     * Begins a router.
     *
     * @return a builder without routes
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Answers a request by the handler of its route.
     *
     * @param request the request
     * @return what the handler returns
     * @throws IllegalStateException if this router has no such route. The gateway knows the route, so the deployment is
     *     at fault and not the client, who is answered 500
     * @throws Exception what the handler throws
     */
    public Response handle(Request request) throws Exception {
        Route route = routes.get(request.routeKey());
        if (route == null) {
            throw new IllegalStateException("routeKey must be one of " + routes.keySet() + ", got '"
                    + request.routeKey() + "': add it to the router, or point the route at another function");
        }
        return route.handle(request);
    }

    /** Answers the requests of one route. */
    @FunctionalInterface
    public interface Route {
        /**
         * Answers one request.
         *
         * @param request the request
         * @return the response, never null
         * @throws Exception for any failure: the client is answered 500, and the log tells why
         */
        Response handle(Request request) throws Exception;
    }

    /** Collects routes. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Route> routes = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a route.
         *
         * @param routeKey the route's key as the template has it: {@code $default}, or a method or {@code ANY}, a space
         *     and a path
         * @param route answers its requests
         * @return this
         * @throws IllegalArgumentException if {@code routeKey} is not of that kind, or was added before
         */
        public Builder route(String routeKey, Route route) {
            Objects.requireNonNull(route, "route must not be null");
            if (!isRouteKey(routeKey)) {
                throw new IllegalArgumentException("routeKey must be $default, or a method in upper case, a space and"
                        + " a path, got '" + routeKey + "': write it as the template does, 'GET /orders/{id}'");
            }
            if (routes.putIfAbsent(routeKey, route) != null) {
                throw new IllegalArgumentException(
                        "routeKey must be unique, got '" + routeKey + "' twice: remove one of them");
            }
            return this;
        }

        private static boolean isRouteKey(String routeKey) {
            int space = routeKey.indexOf(' ');
            if (space < 0) {
                return routeKey.equals(DEFAULT_ROUTE_KEY);
            }
            boolean path = routeKey.startsWith("/", space + 1) && routeKey.indexOf(' ', space + 1) < 0;
            return path && isMethod(routeKey.substring(0, space));
        }

        /** Source: "Create routes for HTTP APIs", API Gateway developer guide. */
        private static boolean isMethod(String method) {
            return switch (method) {
                case "ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT" -> true;
                default -> false;
            };
        }

        /**
         * Completes the router, which later calls on this builder don't change.
         *
         * @return the router
         * @throws IllegalStateException if it has no route
         */
        public Router build() {
            if (routes.isEmpty()) {
                throw new IllegalStateException("routes must not be empty: call route before build");
            }
            return new Router(new LinkedHashMap<>(routes));
        }
    }
}
