package io.github.securehttpapi.review;

import io.github.securehttpapi.template.ApiMapping;
import io.github.securehttpapi.template.DomainName;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Properties;
import io.github.securehttpapi.template.Property;
import java.util.List;
import java.util.stream.Stream;

/**
 * A custom domain with a TLS policy other than the one that HTTP APIs have. Without a policy, it has that one. API Gateway
 * refuses the older one ("TLS_1_0 is not supported for APIGatewayV2 domainName"), and maps no HTTP API to a domain with one
 * of the newer policies.
 */
final class TlsPolicy implements ApiRule {
    private static final String ONLY = "TLS_1_2";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "tls-policy",
                Severity.ERROR,
                "the deployment fails, or where an older domain is kept, clients may talk TLS that can be broken",
                List.of("APIGateway.11", "AWS-0005"),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        api.mappings().stream()
                .map(ApiMapping::domain)
                .flatMap(Stream::ofNullable)
                .distinct()
                .forEach(domain -> judge(domain, findings));
    }

    private static void judge(DomainName domain, Findings findings) {
        List<Properties> configurations = domain.resource().typed().objects("DomainNameConfigurations");
        for (int index = 0; index < configurations.size(); index++) {
            Property<String> policy = configurations.get(index).text("SecurityPolicy");
            if (policy.isUnresolved()) {
                findings.on(domain.resource())
                        .unresolved(policy, "whether domain '" + domain.name() + "' has TLS policy '" + ONLY + "'");
            } else if (!policy.orElse(ONLY).equals(ONLY)) {
                findings.on(domain.resource())
                        .at(policy)
                        .report(
                                "domain '" + domain.name() + "' must have TLS policy '" + ONLY
                                        + "', the only one that HTTP APIs have, got '" + policy + "'",
                                "set it, TLS 1.3 is accepted with it too",
                                place(domain, index).set("SecurityPolicy", ONLY));
            }
        }
    }

    private static Placement place(DomainName domain, int index) {
        Placement properties = Placement.of(domain.resource());
        return domain.resource().origin().kind() == Origin.Kind.RESOURCE
                ? properties.in("DomainNameConfigurations", Integer.toString(index))
                : properties.in("Domain");
    }
}
