package io.github.securehttpapi.review;

import io.github.securehttpapi.review.RestApiNeeded.Need;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Properties;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The properties that the CloudFormation reference of AWS::ApiGatewayV2 marks "Supported only for WebSocket APIs". */
final class UnsupportedProperties {
    private final Map<Resource, List<Need>> needs = new LinkedHashMap<>();

    private UnsupportedProperties() {}

    static Map<Resource, List<Need>> of(HttpApi api) {
        UnsupportedProperties found = new UnsupportedProperties();
        api.stages().forEach(found::stage);
        api.routes().forEach(found::route);
        return found.needs;
    }

    /** "Execution logs are not supported on protocolType HTTP", answers the deployment. */
    private void stage(Stage stage) {
        Resource resource = stage.resource();
        Properties settings = resource.typed().object("DefaultRouteSettings");
        if (settings != null) {
            Property<String> level = settings.text("LoggingLevel");
            boolean logs = level.value().filter(name -> !name.equals("OFF")).isPresent();
            Property<Boolean> trace = settings.flag("DataTraceEnabled");
            if (logs || trace.value().orElse(false)) {
                Property<?> first = logs ? level : trace;
                String name = logs ? "LoggingLevel" : "DataTraceEnabled";
                add(resource, ApiRequirement.EXECUTION_LOGS, Severity.ERROR, name, first.toString(), first.location());
            }
        }
        Property<String> certificate = resource.typed().text("ClientCertificateId");
        if (!certificate.isAbsent()) {
            add(
                    resource,
                    ApiRequirement.BACKEND_CLIENT_CERTIFICATE,
                    Severity.WARNING,
                    "ClientCertificateId",
                    certificate.toString(),
                    certificate.location());
        }
    }

    private void route(Route route) {
        Resource resource = route.resource();
        Property<Boolean> key = resource.typed().flag("ApiKeyRequired");
        if (key.value().orElse(false)) {
            add(resource, ApiRequirement.API_KEYS, Severity.ERROR, "ApiKeyRequired", "true", key.location());
        }
        Properties models = resource.typed().object("RequestModels");
        if (models != null) {
            Location location = resource.location();
            add(resource, ApiRequirement.REQUEST_VALIDATION, Severity.WARNING, "RequestModels", "{…}", location);
        }
        Integration integration = route.integration();
        Property<String> type = integration == null ? null : integration.type();
        if (integration != null
                && type != null
                && type.value().filter("MOCK"::equals).isPresent()) {
            needs.remove(integration.resource());
            add(
                    integration.resource(),
                    ApiRequirement.MOCK_INTEGRATION,
                    Severity.ERROR,
                    "IntegrationType",
                    "MOCK",
                    type.location());
        }
    }

    private void add(
            Resource resource,
            ApiRequirement requirement,
            Severity severity,
            String property,
            String value,
            Location location) {
        needs.computeIfAbsent(resource, absent -> new ArrayList<>())
                .add(new Need(requirement, severity, property + " '" + value + "'", location));
    }
}
