package io.github.securehttpapi.construct;

import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.DomainNameAttributes;
import software.amazon.awscdk.services.apigatewayv2.IDomainName;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.constructs.Construct;

/** What a domain needs or is, from outside the app. */
final class Domains {
    private Domains() {}

    static ICertificate certificate(Construct scope) {
        return Certificate.fromCertificateArn(
                scope, "Certificate", "arn:aws:acm:eu-central-1:123456789012:certificate/own");
    }

    static IDomainName imported(Construct scope) {
        return DomainName.fromDomainNameAttributes(
                scope,
                "Imported",
                DomainNameAttributes.builder()
                        .name("shared.example.com")
                        .regionalDomainName("d-1.execute-api.eu-central-1.amazonaws.com")
                        .regionalHostedZoneId("Z1")
                        .build());
    }
}
