package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that a template says of its HTTP APIs, one fact a line, without what differs between two forms of the same. */
final class Surface {
    private final List<String> lines = new ArrayList<>();

    private Surface() {}

    static List<String> of(Template template) {
        Surface surface = new Surface();
        template.httpApis().forEach(surface::add);
        template.unresolvedResources()
                .forEach(unknown -> surface.lines.add("unresolved " + unknown.logicalId() + " " + unknown.type()));
        // An unresolved object is shown with its keys in the order of the file.
        return surface.lines.stream()
                .map(line -> line.replaceAll("\\{\"Fn::If\":.*", "{…}"))
                .sorted()
                .toList();
    }

    private void add(HttpApi api) {
        String prefix = api.logicalId() + " ";
        lines.add(prefix + "is there " + api.resource().included());
        lines.add(prefix + "is called " + api.name());
        lines.add(prefix + "endpoint disabled " + api.executeApiEndpointDisabled());
        api.mappings().forEach(mapping -> lines.add(prefix + line(mapping)));
        Cors cors = api.cors();
        if (cors != null) {
            lines.add(prefix + "cors " + cors.allowOrigins() + cors.allowMethods() + cors.allowHeaders()
                    + cors.exposeHeaders() + cors.maxAge() + cors.allowCredentials());
        }
        api.stages().forEach(stage -> add(prefix, stage));
        api.routes().forEach(route -> lines.add(prefix + line(route)));
        api.authorizers().forEach(authorizer -> lines.add(prefix + line(authorizer)));
    }

    private void add(String api, Stage stage) {
        String prefix = api + "stage " + stage.name() + " ";
        lines.add(prefix + stage.logicalId() + " deploys " + stage.autoDeploy());
        lines.add(prefix + "variables " + new TreeMap<>(stage.variables()));
        lines.add(prefix + "throttle " + line(stage.defaultThrottle()));
        for (Map.Entry<String, Throttle> settings : stage.routeSettings().entrySet()) {
            lines.add(prefix + "throttle " + settings.getKey() + " " + line(settings.getValue()));
        }
        AccessLog log = stage.accessLog();
        lines.add(prefix + "log " + (log == null ? "none" : log.destination() + " " + log.format()));
    }

    private static String line(@Nullable Throttle throttle) {
        return throttle == null ? "none" : throttle.rateLimit() + " " + throttle.burstLimit();
    }

    private static String line(Route route) {
        return "route " + route.routeKey() + " is there " + route.resource().included() + " "
                + (route.authorizationType().isAbsent() ? "NONE" : route.authorizationType()) + " "
                + Optional.ofNullable(route.authorizer()).map(Surface::line).orElse("no authorizer") + " scopes "
                + route.scopes() + " "
                + Optional.ofNullable(route.integration()).map(Surface::line).orElse("no integration");
    }

    private static String line(Authorizer authorizer) {
        return "authorizer " + authorizer.name() + " " + authorizer.type() + " " + authorizer.issuer() + " "
                + authorizer.audience() + " " + authorizer.identitySources() + " "
                + text(authorizer.resource(), "AuthorizerResultTtlInSeconds") + " "
                + text(authorizer.resource(), "AuthorizerPayloadFormatVersion") + " "
                + text(authorizer.resource(), "EnableSimpleResponses") + " "
                + text(authorizer.resource(), "AuthorizerCredentialsArn") + " "
                + references(authorizer.resource().typed().text("AuthorizerUri"));
    }

    private static String line(Integration integration) {
        LambdaFunction function = integration.function();
        return integration.type() + " " + (function == null ? integration.uri() : function.logicalId()) + " "
                + references(integration.uri()) + integration.payloadFormatVersion() + " " + integration.timeout();
    }

    private static String line(ApiMapping mapping) {
        DomainName domain = mapping.domain();
        return "mapping " + mapping.logicalId() + " " + mapping.key() + " " + mapping.stage() + " "
                + (domain == null
                        ? "no domain"
                        : domain.name() + " " + domain.securityPolicies() + " " + domain.mutualTls());
    }

    private static List<String> references(Property<?> property) {
        return property.references().stream().map(Value.Reference::expression).toList();
    }

    private static String text(Resource resource, String property) {
        return resource.typed().text(property).toString();
    }
}
