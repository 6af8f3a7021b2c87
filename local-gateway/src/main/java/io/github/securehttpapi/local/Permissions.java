package io.github.securehttpapi.local;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.List;

/** Which functions let the API invoke them. */
final class Permissions {
    private final Template template;
    private final HttpApi api;
    private final boolean strict;

    Permissions(Template template, HttpApi api, boolean strict) {
        this.template = template;
        this.api = api;
        this.strict = strict;
    }

    /**
     * Whether the function of a route, or its alias or version, has a permission for the API, or the integration has a
     * role: what that may do, is not looked at.
     */
    boolean allow(Route route) {
        Integration integration = route.integration();
        if (integration != null && integration.resource().has("CredentialsArn")) {
            return true;
        }
        return allow(
                Support.function(route),
                integration == null ? List.of() : integration.uri().references());
    }

    /** The same of an authorizer's function. */
    boolean allow(Authorizer authorizer) {
        LambdaFunction function = authorizer.function();
        return function == null
                || authorizer.resource().has("AuthorizerCredentialsArn")
                || allow(
                        function,
                        authorizer.resource().typed().text("AuthorizerUri").references());
    }

    /** Whether the gateway is to answer 500 in the function's place, as the cloud does. */
    boolean refuse(Route route) {
        return strict && !allow(route);
    }

    /** The same of an authorizer's function. */
    boolean refuse(Authorizer authorizer) {
        return strict && !allow(authorizer);
    }

    private boolean allow(LambdaFunction function, List<Value.Reference> invoked) {
        String target =
                invoked.isEmpty() ? function.logicalId() : invoked.get(0).logicalId();
        return template.permissions().stream().anyMatch(permission -> permission.allows(api.logicalId(), target));
    }
}
