package io.github.securehttpapi.construct;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import software.constructs.IConstruct;
import software.constructs.Node;

/**
 * One integration per function and time-out, whatever the number of routes: an API has 300 integrations at most.
 *
 * <p>Their construct ids come from the function's path. The CDK's own would come from whichever route used the function
 * first, so that putting another route before it would replace them.
 */
final class FunctionIntegrations {
    /** The name that the stand-in has below its route. */
    private static final String STAND_IN = "Integration";

    /** "Quotas for configuring and running an HTTP API in API Gateway": integrations per API; cannot be raised. */
    private static final int MOST = 300;

    /** Itself and its role. */
    private static final int RESOURCES_OF_A_FUNCTION = 2;

    /** As for a {@link JavaFunction}: the function, its role, its log group, a version and the alias. */
    private static final int RESOURCES_BEHIND_AN_ALIAS = 5;

    private final Construct scope;
    private final String apiId;
    private final FunctionPermissions permissions;
    private final String stackPath;
    private final String stagePath;

    /** Spares most routes the calls to the kernel that a path takes. */
    private final IdentityHashMap<IFunction, String> paths = new IdentityHashMap<>();

    /** By the function's path in the whole app, which no two functions share. */
    private final Map<String, Construct> homes = new HashMap<>();

    /** By their paths below ours. */
    private final Map<String, Construct> constructs = new HashMap<>();

    private final Map<String, HttpRouteIntegration> integrations = new HashMap<>();

    FunctionIntegrations(Construct api, HttpApi httpApi, PermissionScope permissionScope) {
        this.scope = new Construct(api, "Functions");
        this.apiId = httpApi.getApiId();
        Stack stack = Stack.of(api);
        this.permissions = new FunctionPermissions(stack, apiId, permissionScope);
        this.stackPath = stack.getNode().getPath();
        Stage stage = Stage.of(api);
        this.stagePath = stage == null ? "" : stage.getNode().getPath();
    }

    /**
     * Defines a route that a function answers.
     *
     * @param definition makes a route of the integration that it is given; if it throws, nothing is left but what the
     *     function's other routes use too
     */
    HttpRoute define(
            RouteKey key, RouteIntegration.OfFunction target, Function<HttpRouteIntegration, HttpRoute> definition) {
        String path =
                paths.computeIfAbsent(target.function(), each -> each.getNode().getPath());
        permissions.requireRoom(path, key);
        String name = path + " " + target.timeout().millis();
        HttpRouteIntegration known = integrations.get(name);
        if (known == null && integrations.size() == MOST) {
            throw new IllegalArgumentException("integrations of an API must be at most " + MOST + ", got one more for '"
                    + path + "': let routes share functions and time-outs");
        }
        HttpRouteIntegration integration = known == null ? standIn() : known;
        HttpRoute route = definition.apply(integration);
        Construct home = homes.computeIfAbsent(path, this::homeOf);
        if (known == null) {
            replace(route, defineIntegration(home, target));
            integrations.put(name, integration);
        }
        permissions.define(home, path, target.function(), key);
        return route;
    }

    /** What functions and their integrations come to in the stack, or a few more if some are in another one. */
    int resources() {
        return integrations.size()
                + permissions.count()
                + paths.keySet().stream()
                        .mapToInt(FunctionIntegrations::resourcesOf)
                        .sum();
    }

    private static int resourcesOf(IFunction function) {
        if (function instanceof Alias) {
            return RESOURCES_BEHIND_AN_ALIAS;
        }
        return function instanceof software.amazon.awscdk.services.lambda.Function ? RESOURCES_OF_A_FUNCTION : 0;
    }

    /** A construct below ours for each one on the way to the function: from its stack down if that is ours too. */
    private Construct homeOf(String path) {
        Construct home = scope;
        StringBuilder way = new StringBuilder();
        for (String id : below(path.startsWith(stackPath + "/") ? stackPath : stagePath, path)
                .split("/", -1)) {
            Construct parent = home;
            home = constructs.computeIfAbsent(way.append('/').append(id).toString(), each -> new Construct(parent, id));
        }
        return home;
    }

    private static String below(String ancestor, String path) {
        return ancestor.isEmpty() ? path : path.substring(ancestor.length() + 1);
    }

    private CfnIntegration defineIntegration(Construct home, RouteIntegration.OfFunction target) {
        return CfnIntegration.Builder.create(
                        home, "Integration" + target.timeout().suffix())
                .apiId(apiId)
                .integrationType("AWS_PROXY")
                .integrationUri(target.function().getFunctionArn())
                .payloadFormatVersion("2.0")
                .timeoutInMillis(target.timeout().millis())
                .build();
    }

    /**
     * What routes can be given for an integration of ours. The CDK has no such thing: it defines an integration as a child
     * of the first route that it is bound to. So routes get a stand-in, and once it is bound to the first of them, its
     * resource takes on the logical id of the integration proper and is taken out of the tree. What is left of it is the
     * reference that it hands to every route.
     */
    private static HttpRouteIntegration standIn() {
        return new HttpUrlIntegration(STAND_IN, "https://stand-in.invalid");
    }

    /** The id is handed on as a token, so that the integration may still be given another one. */
    private static void replace(HttpRoute route, CfnIntegration integration) {
        Node node = route.getNode();
        for (IConstruct bound : node.findAll()) {
            if (bound instanceof CfnIntegration resource) {
                resource.overrideLogicalId(integration.getLogicalId());
            }
        }
        node.tryRemoveChild(STAND_IN);
    }
}
