package com.example.firewall;

import io.github.securehttpapi.construct.ApiDomain;
import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.SecretsManagerSecretOptions;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaResponseType;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.wafv2.CfnWebACL;

/** The API lets in what carries CloudFront's header. */
final class HeaderStack extends Stack {
    HeaderStack(App app, Path jar) {
        super(app, "ByHeader");
        ICertificate certificate =
                Certificate.fromCertificateArn(this, "Certificate", "arn:aws:acm:us-east-1:123456789012:certificate/1");
        CfnParameter secretHashes = CfnParameter.Builder.create(this, "SecretHashes")
                .description("SHA-256 of each header value that is let in, in hexadecimal, separated by commas")
                .build();
        JavaFunction orders = JavaFunction.Builder.create(this, "Orders")
                .jar(jar)
                .handler("io.github.securehttpapi.docs.EchoHandler")
                .build();
        CfnWebACL webAcl = Firewall.webAcl(this);

        // snippet:authorizer
        JavaFunction origin = JavaFunction.Builder.create(this, "Origin")
                .jar(jar)
                .handler("com.example.firewall.OriginAuthorizer")
                .environment(Map.of("SECRET_HASHES", secretHashes.getValueAsString()))
                .build();
        HttpLambdaAuthorizer throughCloudFront = HttpLambdaAuthorizer.Builder.create(
                        "ThroughCloudFront", origin.getAlias())
                .responseTypes(List.of(HttpLambdaResponseType.SIMPLE))
                .identitySource(List.of("$request.header.x-origin-verify", "$context.routeKey"))
                .resultsCacheTtl(Duration.minutes(5))
                .build();
        // end

        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .domain(ApiDomain.of("origin.example.com", certificate))
                .defaultAuthorizer(throughCloudFront)
                .allowedOrigins(List.of("https://www.example.com"))
                .build();
        api.addRoute(SecureRoute.get("/orders").handler(orders).build());

        // snippet:origin
        SecretValue value = SecretValue.secretsManager(
                "origin-verify",
                SecretsManagerSecretOptions.builder()
                        .versionId("5f4b9c1e-2d0a-4c7b-9a86-0d9f3c1b7e24")
                        .build());
        HttpOrigin throughHeader = HttpOrigin.Builder.create("origin.example.com")
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .customHeaders(Map.of("x-origin-verify", value.unsafeUnwrap()))
                .build();
        // end
        defineDistribution(throughHeader, certificate, webAcl);
    }

    private void defineDistribution(HttpOrigin origin, ICertificate certificate, CfnWebACL webAcl) {
        Distribution.Builder.create(this, "Distribution")
                .domainNames(List.of("api.example.com"))
                .certificate(certificate)
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .webAclId(webAcl.getAttrArn())
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(origin)
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .allowedMethods(AllowedMethods.ALLOW_ALL)
                        .cachePolicy(CachePolicy.CACHING_DISABLED)
                        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                        .build())
                .build();
    }
}
