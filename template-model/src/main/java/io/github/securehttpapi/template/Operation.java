package io.github.securehttpapi.template;

import java.util.Locale;

/**
 * A method of a path: an OpenAPI operation, or a SAM event that stands for one.
 *
 * @param path the path, {@code $default} for the route of that name
 * @param method the method in lower case, {@value #ANY} for all
 * @param fields what OpenAPI says of it
 * @param declaring the resource whose metadata and condition are the route's
 * @param origin where the route is declared
 * @param integrationOrigin where its integration is declared
 */
record Operation(
        String path, String method, Value.Fields fields, Resource declaring, Origin origin, Origin integrationOrigin) {
    static final String ANY = "x-amazon-apigateway-any-method";
    static final String INTEGRATION = "x-amazon-apigateway-integration";
    static final String DEFAULT_ROUTE = "$default";

    /** Lower case, as OpenAPI has it, and with SAM's word for all methods replaced by API Gateway's. */
    static String method(String written) {
        String method = written.toLowerCase(Locale.ROOT);
        return method.equals("any") ? ANY : method;
    }

    static String key(String path, String method) {
        return method + " " + path;
    }

    String key() {
        return key(path, method);
    }

    boolean hasIntegration() {
        return Lookup.isGiven(fields.fields().get(INTEGRATION));
    }

    /** API Gateway developer guide, x-amazon-apigateway-any-method: {@code isDefaultRoute} makes it the default. */
    String routeKey() {
        if (!method.equals(ANY)) {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
        boolean isDefault = fields.fields().get("isDefaultRoute") instanceof Value.Flag flag && flag.flag();
        boolean named = path.equals(DEFAULT_ROUTE) || path.equals("/" + DEFAULT_ROUTE);
        return isDefault || named ? DEFAULT_ROUTE : "ANY " + path;
    }

    Operation with(String name, Value value) {
        Value.Fields changed = Fragment.of(fields).put(name, value).fields();
        return new Operation(path, method, changed, declaring, origin, integrationOrigin);
    }
}
