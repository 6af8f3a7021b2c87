package io.github.securehttpapi.construct;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Permission;
import software.constructs.Construct;

/**
 * One integration per function and time-out, and one permission per function, whatever the number of routes: a function's
 * resource policy ends at 20,480 bytes, and an API's integrations at 300.
 *
 * <p>Their construct ids come from the function's path. The CDK's own would come from whichever route used the function
 * first, so that putting another route before it would replace them.
 */
final class FunctionIntegrations {
    private final Construct scope;
    private final HttpApi api;
    private final String apiId;
    private final Stack stack;
    private final ServicePrincipal gateway = new ServicePrincipal("apigateway.amazonaws.com");
    private final String sourceArn;
    private final String stackPath;
    private final String stagePath;

    /** Spares most routes the calls to the kernel that a path takes. */
    private final IdentityHashMap<IFunction, String> paths = new IdentityHashMap<>();

    /** By the function's path in the whole app, which no two functions share. */
    private final Map<String, Construct> permitted = new HashMap<>();

    /** By their paths below ours. */
    private final Map<String, Construct> homes = new HashMap<>();

    private final Map<String, HttpRouteIntegration> integrations = new HashMap<>();

    FunctionIntegrations(Construct api, HttpApi httpApi) {
        this.scope = new Construct(api, "Functions");
        this.api = httpApi;
        this.apiId = httpApi.getApiId();
        this.stack = Stack.of(api);
        this.sourceArn = stack.formatArn(ArnComponents.builder()
                .service("execute-api")
                .resource(apiId)
                .resourceName("*")
                .build());
        this.stackPath = stack.getNode().getPath();
        Stage stage = Stage.of(api);
        this.stagePath = stage == null ? "" : stage.getNode().getPath();
    }

    HttpRouteIntegration of(IFunction function, IntegrationTimeout timeout) {
        String path = paths.computeIfAbsent(function, each -> each.getNode().getPath());
        Construct home = permitted.computeIfAbsent(path, each -> permit(function, each));
        return integrations.computeIfAbsent(path + " " + timeout.millis(), each -> define(home, function, timeout));
    }

    private Construct permit(IFunction function, String path) {
        Construct home = homeOf(path);
        function.addPermission(
                "Permission",
                Permission.builder()
                        .scope(home)
                        .principal(gateway)
                        .sourceArn(sourceArn)
                        .build());
        return home;
    }

    /** A construct below ours for each one on the way to the function: from its stack down if that is ours too. */
    private Construct homeOf(String path) {
        Construct home = scope;
        StringBuilder way = new StringBuilder();
        for (String id : below(path.startsWith(stackPath + "/") ? stackPath : stagePath, path)
                .split("/", -1)) {
            Construct parent = home;
            home = homes.computeIfAbsent(way.append('/').append(id).toString(), each -> new Construct(parent, id));
        }
        return home;
    }

    private static String below(String ancestor, String path) {
        return ancestor.isEmpty() ? path : path.substring(ancestor.length() + 1);
    }

    private HttpRouteIntegration define(Construct home, IFunction function, IntegrationTimeout timeout) {
        CfnIntegration integration = CfnIntegration.Builder.create(home, "Integration" + timeout.suffix())
                .apiId(apiId)
                .integrationType("AWS_PROXY")
                .integrationUri(function.getFunctionArn())
                .payloadFormatVersion("2.0")
                .timeoutInMillis(timeout.millis())
                .build();
        return standIn(home, integration);
    }

    /**
     * What routes can be given for an integration that is defined already. The CDK has no such thing: it defines an
     * integration as a child of the first route that it is bound to. So a stand-in is bound to a route of no consequence,
     * takes on the logical id of the integration proper, and is taken out of the tree together with that route. What is
     * left of it is the reference that it hands to every further route. So the integration's logical id is settled by then.
     */
    private HttpRouteIntegration standIn(Construct home, CfnIntegration integration) {
        HttpRouteIntegration standIn = new HttpUrlIntegration("Integration", "https://stand-in.invalid");
        HttpRoute route = HttpRoute.Builder.create(home, "StandIn")
                .httpApi(api)
                .routeKey(HttpRouteKey.DEFAULT)
                .integration(standIn)
                .build();
        Construct bound = (Construct) route.getNode().findChild("Integration");
        CfnChild.of(bound, CfnIntegration.class).overrideLogicalId((String) stack.resolve(integration.getLogicalId()));
        home.getNode().tryRemoveChild("StandIn");
        return standIn;
    }
}
