package io.github.securehttpapi.local;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** Resources that a test adds to the demo's template. */
final class Resource {
    private Resource() {}

    /** Adds a route and its integration, whose further properties are written in JSON. */
    static UnaryOperator<String> route(String id, String routeKey, String integration) {
        String route = """
                "%sRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"},
                  "AuthorizationType": "NONE", "RouteKey": "%s",
                  "Target": {"Fn::Join": ["/", ["integrations", {"Ref": "%s"}]]}}},
                "%s": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"}, %s}},
                """.formatted(id, routeKey, id, id, integration);
        return with(route);
    }

    /** Adds a route that an HTTP backend serves. */
    static UnaryOperator<String> proxy(String id, String routeKey, String url, String further) {
        String integration = """
                "IntegrationType": "HTTP_PROXY", "IntegrationMethod": "ANY", "PayloadFormatVersion": "1.0",
                "IntegrationUri": "%s"%s""".formatted(url, further.isEmpty() ? "" : ", " + further);
        return route(id, routeKey, integration);
    }

    private static UnaryOperator<String> with(String resources) {
        return template ->
                template.replaceFirst("\"Resources\": \\{", Matcher.quoteReplacement("\"Resources\": {\n" + resources));
    }
}
