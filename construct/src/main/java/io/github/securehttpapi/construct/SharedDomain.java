package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnDomainName;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.IDomainName;
import software.constructs.Construct;

/** A domain that is defined elsewhere, and may have several APIs. */
record SharedDomain(String name, IDomainName domain) implements DomainSource {
    /** With the name as it was given, rather than as a reference to the resource. */
    static SharedDomain of(IDomainName domain) {
        String name = domain instanceof DomainName ours
                ? CfnChild.of(ours, CfnDomainName.class).getDomainName()
                : domain.getName();
        return new SharedDomain(name, domain);
    }

    @Override
    public SharedDomain with(MutualTls mutualTls) {
        throw new IllegalStateException("mutualTls of domain '" + name
                + "' must be set where the domain is defined, got it for an existing one: pass mtls(…) to the"
                + " DomainName");
    }

    @Override
    public void requireNoMutualTls() {
        if (!(domain instanceof DomainName ours)) {
            throw unsafe("it is imported, so that its mutual TLS is not known");
        }
        if (CfnChild.of(ours, CfnDomainName.class).getMutualTlsAuthentication() != null) {
            throw unsafe("it has mutual TLS");
        }
    }

    private IllegalStateException unsafe(String reason) {
        return new IllegalStateException("execute-api endpoint beside domain '" + name
                + "' must be disabled, got keepExecuteApiEndpoint() and " + reason
                + ": drop it, or clients without a certificate may go round the domain");
    }

    /** "Custom domain names for HTTP APIs in API Gateway", AWS developer guide: regional, and TLS 1.2 alone. */
    @Override
    public void requireUsableIn(Stack stack) {
        List<?> endpoints = endpoints();
        if (!endpoints.isEmpty() && endpoints.stream().allMatch(each -> has(each, "endpointType", "EDGE"))) {
            throw new IllegalArgumentException("endpoint of domain '" + name + "' must be regional for an HTTP API, got"
                    + " 'EDGE': pass EndpointType.REGIONAL to the DomainName");
        }
        if (endpoints.stream().anyMatch(each -> has(each, "securityPolicy", "TLS_1_0"))) {
            throw new IllegalArgumentException(
                    "security policy of domain '" + name + "' must be TLS 1.2 for an HTTP API,"
                            + " got 'TLS_1_0': pass SecurityPolicy.TLS_1_2 to the DomainName");
        }
    }

    /** None where the domain is imported: they are out of sight. */
    private List<?> endpoints() {
        return domain instanceof DomainName ours
                        && Stack.of(ours)
                                        .resolve(CfnChild.of(ours, CfnDomainName.class)
                                                .getDomainNameConfigurations())
                                instanceof List<?> endpoints
                ? endpoints
                : List.of();
    }

    private static boolean has(Object endpoint, String property, String value) {
        return endpoint instanceof Map<?, ?> properties && value.equals(properties.get(property));
    }

    @Override
    public IDomainName define(Construct scope) {
        return domain;
    }
}
