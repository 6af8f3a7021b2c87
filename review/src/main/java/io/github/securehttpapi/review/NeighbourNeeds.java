package io.github.securehttpapi.review;

import io.github.securehttpapi.review.RestApiNeeded.Need;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The resources beside an HTTP API that take a REST API. */
final class NeighbourNeeds {
    private static final Set<String> ASSOCIATIONS =
            Set.of("AWS::WAFv2::WebACLAssociation", "AWS::WAFRegional::WebACLAssociation");

    private static final Map<String, ApiRequirement> REST = Map.of(
            "AWS::ApiGateway::ApiKey", ApiRequirement.API_KEYS,
            "AWS::ApiGateway::GatewayResponse", ApiRequirement.CUSTOM_GATEWAY_RESPONSES,
            "AWS::ApiGateway::RequestValidator", ApiRequirement.REQUEST_VALIDATION,
            "AWS::ApiGateway::UsagePlan", ApiRequirement.USAGE_PLANS);

    private static final Set<String> REST_APIS = Set.of("AWS::ApiGateway::RestApi", "AWS::Serverless::Api");

    private final Template template;
    private final Map<String, HttpApi> apis;
    private final Findings findings;

    /**
     * Looks at all resources of a template.
     *
     * @param apis the HTTP APIs by their own logical ids and by those of their stages
     */
    NeighbourNeeds(Template template, Map<String, HttpApi> apis, Findings findings) {
        this.template = template;
        this.apis = apis;
        this.findings = findings;
    }

    void review() {
        List<Resource> resources = template.resources();
        boolean rest = resources.stream().anyMatch(resource -> REST_APIS.contains(resource.type()));
        for (Resource resource : resources) {
            ApiRequirement requirement = REST.get(resource.type());
            if (ASSOCIATIONS.contains(resource.type())) {
                association(resource);
            } else if (requirement != null) {
                references(resource.properties())
                        .map(reference -> apis.get(reference.logicalId()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .forEach(api -> report(resource, api, requirement, Severity.ERROR));
            } else if (!rest && resource.type().equals("AWS::EC2::VPCEndpoint")) {
                endpoint(resource);
            }
        }
    }

    /** An ARN of {@code /apis/} is an HTTP or WebSocket API's, of {@code /restapis/} a REST API's. */
    private void association(Resource association) {
        Property<String> protectedArn = association.typed().text("ResourceArn");
        List<HttpApi> named = protectedArn.references().stream()
                .map(reference -> apis.get(reference.logicalId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        named.forEach(api -> report(association, api, ApiRequirement.WAF, Severity.ERROR));
        if (named.isEmpty() && protectedArn.toString().contains("/apis/")) {
            template.httpApis().stream()
                    .findFirst()
                    .ifPresent(api -> report(association, api, ApiRequirement.WAF, Severity.ERROR));
        } else if (protectedArn.isUnresolved() && protectedArn.references().isEmpty()) {
            findings.on(association)
                    .unresolved(protectedArn, "whether '" + association.logicalId() + "' is for a REST API");
        }
    }

    /** It may be for a private REST API of another template. */
    private void endpoint(Resource endpoint) {
        if (endpoint.typed().text("ServiceName").toString().endsWith(".execute-api")) {
            template.httpApis().stream()
                    .findFirst()
                    .ifPresent(api -> report(endpoint, api, ApiRequirement.PRIVATE_ENDPOINT, Severity.NOTE));
        }
    }

    private void report(Resource resource, HttpApi api, ApiRequirement requirement, Severity severity) {
        String source = "'" + resource.logicalId() + "' of " + resource.type();
        RestApiNeeded.report(findings.on(resource), api, new Need(requirement, severity, source, resource.location()));
    }

    private static Stream<Value.Reference> references(Value value) {
        if (value instanceof Value.Reference reference) {
            return Stream.of(reference);
        }
        if (value instanceof Value.Unresolved unresolved) {
            return unresolved.references().stream();
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().flatMap(NeighbourNeeds::references);
        }
        return value instanceof Value.Fields fields
                ? fields.fields().values().stream().flatMap(NeighbourNeeds::references)
                : Stream.of();
    }
}
