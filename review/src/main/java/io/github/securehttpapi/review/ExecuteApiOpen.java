package io.github.securehttpapi.review;

import io.github.securehttpapi.template.ApiMapping;
import io.github.securehttpapi.template.DomainName;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Property;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An API that answers at its own endpoint too, beside the custom domain where something is checked. */
final class ExecuteApiOpen implements ApiRule {
    private static final String PROPERTY = "DisableExecuteApiEndpoint";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "execute-api-open",
                Severity.ERROR,
                "callers go round what the custom domain checks, such as a client certificate or a firewall before it",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        if (api.mappings().isEmpty() || api.executeApiEndpointDisabled().value().orElse(false)) {
            return;
        }
        Optional<DomainName> mutualTls = api.mappings().stream()
                .map(ApiMapping::domain)
                .flatMap(Stream::ofNullable)
                .filter(domain -> !domain.mutualTls().isAbsent())
                .findFirst();
        Findings.Entry entry = findings.on(api.resource());
        if (mutualTls.isEmpty()) {
            entry.as(Severity.WARNING);
        }
        if (api.executeApiEndpointDisabled().isUnresolved()) {
            entry.as(Severity.WARNING)
                    .unresolved(
                            api.executeApiEndpointDisabled(),
                            "whether API '" + api.logicalId() + "' answers at its custom domain alone");
            return;
        }
        String beside = mutualTls
                .map(domain -> "domain '" + domain.name() + "', which asks for a client certificate")
                .orElseGet(() -> "domain '" + name(api.mappings().get(0)) + "'");
        entry.report(
                "API '" + api.logicalId()
                        + "' must answer at its custom domain alone, got an execute-api endpoint beside " + beside,
                implicit(api)
                        ? "declare an AWS::Serverless::HttpApi for the events, and disable its endpoint"
                        : "disable the endpoint, once no client uses it any more",
                implicit(api) ? List.of() : List.of(Placement.of(api.resource()).set(PROPERTY, true)));
    }

    private static Property<String> name(ApiMapping mapping) {
        DomainName domain = mapping.domain();
        return domain == null ? mapping.domainName() : domain.name();
    }

    /** SAM takes the property on an API of its own alone, not in Globals (sam-specification-template-anatomy-globals). */
    private static boolean implicit(HttpApi api) {
        return api.resource().origin().kind() == Origin.Kind.SAM_IMPLICIT_API;
    }
}
