package io.github.securehttpapi.construct;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegrationProps;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import software.constructs.Node;

/**
 * One integration per function and time-out, whatever the number of routes: an API has 300 integrations at most.
 *
 * <p>Their construct ids come from the function's path. The CDK's own would come from whichever route used the function
 * first, so that putting another route before it would replace them.
 */
final class FunctionIntegrations {
    /** "Quotas for configuring and running an HTTP API in API Gateway": integrations per API; cannot be raised. */
    private static final int MOST = 300;

    /** Itself and its role. */
    private static final int RESOURCES_OF_A_FUNCTION = 2;

    /** As for a {@link JavaFunction}: the function, its role, its log group, a version and the alias. */
    private static final int RESOURCES_BEHIND_AN_ALIAS = 5;

    private static final String LATEST = ":$LATEST";

    private final Construct scope;
    private final Node node;
    private final HttpApi api;
    private final String apiId;
    private final FunctionPermissions permissions;
    private final String stackPath;
    private final String stagePath;

    /** Spares most routes the calls to the kernel that an id takes. */
    private final IdentityHashMap<IFunction, String> ids = new IdentityHashMap<>();

    private final Map<String, HttpRouteIntegration> integrations = new HashMap<>();

    FunctionIntegrations(Construct secureApi, HttpApi httpApi, PermissionScope permissionScope) {
        this.scope = new Construct(secureApi, "Functions");
        this.node = scope.getNode();
        this.api = httpApi;
        this.apiId = httpApi.getApiId();
        Stack stack = Stack.of(secureApi);
        this.permissions = new FunctionPermissions(scope, stack, apiId, permissionScope);
        this.stackPath = stack.getNode().getPath();
        Stage stage = Stage.of(secureApi);
        this.stagePath = stage == null ? "" : stage.getNode().getPath();
    }

    /**
     * Defines a route that a function answers.
     *
     * @param definition makes a route of the integration that it is given
     * @throws IllegalStateException if the function's resource policy has no room for the route
     * @throws IllegalArgumentException if the API has no room for the integration
     */
    HttpRoute define(
            RouteKey key, RouteIntegration.OfFunction target, Function<HttpRouteIntegration, HttpRoute> definition) {
        String id = ids.computeIfAbsent(target.function(), this::idOf);
        permissions.requireRoom(id, target.function(), key);
        HttpRoute route = definition.apply(
                integrations.computeIfAbsent(id + target.timeout().suffix(), each -> defineIntegration(each, target)));
        permissions.define(id, target.function(), key);
        return route;
    }

    /** The function's path below our stack, or the whole path but for the app's stage, so that a stage changes no ids. */
    private String idOf(IFunction function) {
        String path = function.getNode().getPath();
        if (path.startsWith(stackPath + "/")) {
            return escape(path.substring(stackPath.length() + 1));
        }
        boolean inStage = !stagePath.isEmpty() && path.startsWith(stagePath + "/");
        return escape("/" + (inStage ? path.substring(stagePath.length() + 1) : path));
    }

    /**
     * A path's own slashes cannot stand in an id, and a space separates what is put behind it. None of what takes their place
     * is seen in logical ids.
     */
    private static String escape(String path) {
        return path.replace("~", "~~").replace("/", "~-").replace(" ", "~_");
    }

    /**
     * What routes can be given for an integration of ours. The CDK has no such thing: it defines an integration as a child
     * of the first route that it is bound to. So a stand-in is bound to a route of no consequence, which is taken out of the
     * tree and makes room for the integration proper, under the very path that the stand-in had. What is left of the
     * stand-in is the reference that it hands to every route; it comes to the logical id that goes with that path.
     */
    private HttpRouteIntegration defineIntegration(String id, RouteIntegration.OfFunction target) {
        if (integrations.size() == MOST) {
            throw new IllegalArgumentException("integrations of an API must be at most " + MOST + ", got one more for '"
                    + target.function().getNode().getPath() + "': let routes share functions and time-outs");
        }
        String functionArn = requirePermissible(target.function());
        HttpRouteIntegration standIn = new HttpUrlIntegration("Integration", "https://stand-in.invalid");
        HttpRoute route = HttpRoute.Builder.create(scope, id)
                .httpApi(api)
                .routeKey(HttpRouteKey.DEFAULT)
                .integration(standIn)
                // Or the API's default authorizer is defined, though no route may ever ask for it, and before it is
                // checked.
                .authorizer(new HttpNoneAuthorizer())
                .build();
        node.tryRemoveChild(id);
        new SharedIntegration(
                new Construct(new Construct(scope, id), "Integration"), properties(target, functionArn), route);
        return standIn;
    }

    /** The CDK leaves out the permission for $LATEST, and only warns, so that the gateway would answer 500 to every request. */
    private static String requirePermissible(IFunction function) {
        String arn = function.getFunctionArn();
        if (arn.endsWith(LATEST)) {
            throw new IllegalArgumentException("handler must be a function, an alias or a version with a number, got '"
                    + arn + "': pass the function itself, which comes to the same");
        }
        return arn;
    }

    private CfnIntegrationProps properties(RouteIntegration.OfFunction target, String functionArn) {
        return CfnIntegrationProps.builder()
                .apiId(apiId)
                .integrationType("AWS_PROXY")
                .integrationUri(functionArn)
                .payloadFormatVersion("2.0")
                .timeoutInMillis(target.timeout().millis())
                .build();
    }

    /** What functions and their integrations come to in the stack, or a few more if some are in another one. */
    int resources() {
        return integrations.size()
                + permissions.count()
                + ids.keySet().stream()
                        .mapToInt(FunctionIntegrations::resourcesOf)
                        .sum();
    }

    private static int resourcesOf(IFunction function) {
        if (function instanceof Alias) {
            return RESOURCES_BEHIND_AN_ALIAS;
        }
        return function instanceof software.amazon.awscdk.services.lambda.Function ? RESOURCES_OF_A_FUNCTION : 0;
    }
}
