package io.github.securehttpapi.construct;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.EndpointType;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.certificatemanager.PrivateCertificate;
import software.constructs.Construct;

/** A domain that is defined together with its API. */
record OwnDomain(
        String name, ICertificate certificate, @Nullable MutualTls mutualTls) implements DomainSource {
    /** Changing it replaces users' domains, whose DNS records then point to nothing. */
    private static final String CONSTRUCT_ID = "Domain";

    /** {@code arn:partition:service:region:account:resource}. */
    private static final int ARN_PARTS = 6;

    private static final int REGION = 3;

    @Override
    public OwnDomain with(MutualTls trust) {
        if (certificate instanceof PrivateCertificate && trust.ownershipCertificate() == null) {
            throw new IllegalArgumentException("mutualTls of domain '" + name
                    + "' must have an ownershipCertificate, got none with a certificate of a private CA: pass a"
                    + " certificate that ACM issued for the name");
        }
        return new OwnDomain(name, certificate, trust);
    }

    @Override
    public void requireNoMutualTls() {
        if (mutualTls != null) {
            throw new IllegalStateException("execute-api endpoint of domain '" + name
                    + "' must be disabled under mutual TLS, got keepExecuteApiEndpoint(): drop it, or clients without a"
                    + " certificate go round the domain");
        }
    }

    @Override
    public void requireUsableIn(Stack stack) {
        requireRegion("certificate", certificate, stack);
        ICertificate proof = mutualTls == null ? null : mutualTls.ownershipCertificate();
        if (proof != null) {
            requireRegion("ownershipCertificate", proof, stack);
        }
    }

    /** The habit of CloudFront, whose certificates are all in us-east-1, fails at deployment. */
    private void requireRegion(String what, ICertificate given, Stack stack) {
        String wanted = stack.getRegion();
        String got = region(given);
        if (HostName.isKnown(wanted) && HostName.isKnown(got) && !wanted.equals(got)) {
            throw new IllegalArgumentException(what + " of domain '" + name + "' must be in the API's region '" + wanted
                    + "', got one in '" + got + "': request one there");
        }
    }

    /** The CDK takes an imported certificate to be in the region of the stack that imports it, whatever its ARN says. */
    private static String region(ICertificate certificate) {
        String arn = certificate.getCertificateArn();
        String[] parts = arn.split(":", ARN_PARTS);
        return HostName.isKnown(arn) && parts.length == ARN_PARTS
                ? parts[REGION]
                : certificate.getEnv().getRegion();
    }

    @Override
    public DomainName define(Construct scope) {
        DomainName.Builder domain = DomainName.Builder.create(scope, CONSTRUCT_ID)
                .domainName(name)
                .certificate(certificate)
                .endpointType(EndpointType.REGIONAL)
                // What the CDK documents as the default, but leaves out of the template.
                .securityPolicy(SecurityPolicy.TLS_1_2);
        if (mutualTls != null) {
            domain.mtls(mutualTls.toConfig()).ownershipCertificate(mutualTls.ownershipCertificate());
        }
        return domain.build();
    }
}
