package io.github.securehttpapi.construct;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Permission;
import software.constructs.Construct;

/** Lets the gateway invoke functions: for any route of the API, or for each one by itself. */
final class FunctionPermissions {
    /** "Lambda quotas", AWS Lambda developer guide: function resource-based policy. */
    private static final int LARGEST_POLICY_BYTES = 20_480;

    /**
     * What a permission takes in the policy beside the route: the shortest that Lambda stores, as for a function and a
     * stack of one-letter names. So a policy that is refused here would have been refused at deployment.
     */
    private static final int SHORTEST_STATEMENT_BYTES = 300;

    private final Construct scope;
    private final PermissionScope permissionScope;
    private final ServicePrincipal gateway = new ServicePrincipal("apigateway.amazonaws.com");
    private final String executeApi;
    private final Set<String> permitted = new HashSet<>();
    private final Map<String, Integer> policyBytes = new HashMap<>();
    private int count;

    FunctionPermissions(Construct scope, Stack stack, String apiId, PermissionScope permissionScope) {
        this.scope = scope;
        this.permissionScope = permissionScope;
        this.executeApi = stack.formatArn(ArnComponents.builder()
                .service("execute-api")
                .resource(apiId)
                .resourceName("*")
                .build());
    }

    /**
     * Defines what a function needs to be invoked for a route, unless it has it.
     *
     * @param id the function's own among those of the API
     */
    void define(String id, IFunction function, RouteKey key) {
        if (permissionScope == PermissionScope.ROUTE) {
            policyBytes.merge(id, statementBytes(key), Integer::sum);
            permit(function, id + " Permission " + key.toConstructId(), executeApi + "/" + key.toArnSuffix());
        } else if (permitted.add(id)) {
            permit(function, id + " Permission", executeApi);
        }
    }

    /**
     * Checks that a function can be given a permission for one more route.
     *
     * @throws IllegalStateException if its resource policy would outgrow its limit
     */
    void requireRoom(String id, IFunction function, RouteKey key) {
        int bytes = policyBytes.getOrDefault(id, 0) + statementBytes(key);
        if (permissionScope == PermissionScope.ROUTE && bytes > LARGEST_POLICY_BYTES) {
            throw new IllegalStateException(
                    "resource policy of function '" + function.getNode().getPath() + "' must be at most "
                            + LARGEST_POLICY_BYTES + " bytes, got at least '" + bytes + "' with route '" + key
                            + "': give some of its routes another function, or drop scopePermissionsToRoutes(true)");
        }
    }

    private static int statementBytes(RouteKey key) {
        return SHORTEST_STATEMENT_BYTES + key.toArnSuffix().length();
    }

    private void permit(IFunction function, String id, String sourceArn) {
        count++;
        function.addPermission(
                id,
                Permission.builder()
                        .scope(scope)
                        .principal(gateway)
                        .sourceArn(sourceArn)
                        .build());
    }

    int count() {
        return count;
    }
}
