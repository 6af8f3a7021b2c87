package io.github.securehttpapi.template;

import java.util.List;
import java.util.Locale;

/** The route, integration and stage that an API with a {@code Target} has (CloudFormation, AWS::ApiGatewayV2::Api). */
final class QuickCreate {
    private QuickCreate() {}

    /** The API, and what quick create makes beside it. */
    static List<Resource> resources(Resource api) {
        Value target = api.properties().fields().get("Target");
        if (target == null) {
            return List.of(api);
        }
        Value key = api.properties().fields().get("RouteKey");
        String id = api.logicalId() + "." + Operation.DEFAULT_ROUTE;
        Value.Fields route = new Fragment(target.location())
                .reference("ApiId", api.logicalId())
                .text("RouteKey", Operation.DEFAULT_ROUTE)
                .put("RouteKey", key)
                .put("Target", OpenApiRoutes.target(id + ".Integration", target.location()))
                .fields();
        Value.Fields stage = new Fragment(target.location())
                .reference("ApiId", api.logicalId())
                .text("StageName", Stage.DEFAULT)
                .flag("AutoDeploy", true)
                .fields();
        return List.of(
                api,
                Desugaring.part(api, id, Desugaring.ROUTE, route, api.origin()),
                Desugaring.part(
                        api, id + ".Integration", Desugaring.INTEGRATION, integration(api, target), api.origin()),
                Desugaring.part(api, api.logicalId() + ".Stage", Desugaring.STAGE, stage, api.origin()));
    }

    /** API Gateway reference, CreateApi: a URL for an HTTP proxy, else the ARN of a function. */
    private static Value.Fields integration(Resource api, Value target) {
        String text = Expression.of(target).toLowerCase(Locale.ROOT);
        Fragment integration = new Fragment(target.location())
                .reference("ApiId", api.logicalId())
                .put("IntegrationUri", target)
                .rename(api.properties(), "CredentialsArn", "CredentialsArn");
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return integration.text("IntegrationType", "HTTP_PROXY").fields();
        }
        boolean function = text.startsWith("arn:") || isReference(target);
        Value type = function ? new Value.Text("AWS_PROXY", target.location()) : Lookup.unresolved(target);
        return integration
                .put("IntegrationType", type)
                .text("PayloadFormatVersion", "2.0")
                .fields();
    }

    private static boolean isReference(Value target) {
        Value.Unresolved unknown = Lookup.unresolved(target);
        return unknown != null && !unknown.references().isEmpty();
    }
}
