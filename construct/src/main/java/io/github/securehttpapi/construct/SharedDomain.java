package io.github.securehttpapi.construct;

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

    @Override
    public void requireUsableIn(Stack stack) {
        // Its certificate and its policy are out of sight.
    }

    @Override
    public IDomainName define(Construct scope) {
        return domain;
    }
}
