package io.github.securehttpapi.review;

import io.github.securehttpapi.review.RestApiNeeded.Need;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenAPI document asks for that only the import of a REST API heeds. The import of an HTTP API tells "info" of it,
 * and goes on without ("Use OpenAPI definitions for HTTP APIs in API Gateway").
 */
final class OpenApiNeeds {
    private static final String PREFIX = "x-amazon-apigateway-";

    private static final Map<String, ApiRequirement> EXTENSIONS = Map.of(
            PREFIX + "request-validators", ApiRequirement.REQUEST_VALIDATION,
            PREFIX + "request-validator", ApiRequirement.REQUEST_VALIDATION,
            PREFIX + "api-key-source", ApiRequirement.API_KEYS,
            PREFIX + "policy", ApiRequirement.RESOURCE_POLICY,
            PREFIX + "gateway-responses", ApiRequirement.CUSTOM_GATEWAY_RESPONSES);

    private final List<Need> needs = new ArrayList<>();

    private OpenApiNeeds() {}

    static List<Need> of(HttpApi api, Value.Fields template) {
        Origin origin = api.resource().origin();
        Value properties = child(child(template, "Resources"), origin.logicalId());
        properties = child(properties, "Properties");
        OpenApiNeeds found = new OpenApiNeeds();
        found.document(child(properties, "Body"));
        found.document(child(properties, "DefinitionBody"));
        return found.needs;
    }

    private void document(@Nullable Value document) {
        extensions("an OpenAPI document with", document);
        fields(child(child(document, "components"), "securitySchemes")).forEach(this::scheme);
        fields(child(document, "paths"))
                .forEach((path, operations) -> fields(operations)
                        .forEach((method, operation) -> extensions("'" + method + " " + path + "' with", operation)));
    }

    private void extensions(String owner, @Nullable Value object) {
        fields(object).forEach((name, value) -> {
            ApiRequirement requirement = EXTENSIONS.get(name);
            if (requirement != null) {
                // A policy that is ignored leaves the API open to those whom it was to keep out.
                Severity severity = requirement == ApiRequirement.RESOURCE_POLICY ? Severity.ERROR : Severity.WARNING;
                needs.add(new Need(requirement, severity, owner + " " + name, value.location()));
            }
        });
    }

    /** As API keys are declared for REST APIs; with an authorizer it would be one that reads the same header. */
    private void scheme(String name, Value scheme) {
        boolean key = text(child(scheme, "type")).equals("apiKey")
                && text(child(scheme, "name")).equalsIgnoreCase("x-api-key");
        if (key && child(scheme, PREFIX + "authorizer") == null) {
            String source = "the OpenAPI security scheme '" + name + "'";
            needs.add(new Need(ApiRequirement.API_KEYS, Severity.WARNING, source, scheme.location()));
        }
    }

    private static @Nullable Value child(@Nullable Value value, String name) {
        return fields(value).get(name);
    }

    private static Map<String, Value> fields(@Nullable Value value) {
        return value instanceof Value.Fields fields ? fields.fields() : Map.of();
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : "";
    }
}
