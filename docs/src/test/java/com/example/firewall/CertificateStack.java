package com.example.firewall;

import io.github.securehttpapi.construct.ApiDomain;
import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.MutualTls;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CfnDistribution;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.wafv2.CfnWebACL;

/** The API lets in who shows a client's certificate, which is CloudFront alone. */
final class CertificateStack extends Stack {
    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/";

    CertificateStack(App app, Path jar) {
        super(app, "ByCertificate");
        JavaFunction orders = JavaFunction.Builder.create(this, "Orders")
                .jar(jar)
                .handler("io.github.securehttpapi.docs.EchoHandler")
                .build();
        ICertificate originCertificate = certificate("Origin");
        ICertificate viewerCertificate = certificate("Viewer");
        IBucket trust = Bucket.fromBucketName(this, "Trust", "trust");
        HttpJwtAuthorizer customers = HttpJwtAuthorizer.Builder.create("Customers", "https://login.example.com/")
                .jwtAudience(List.of("shop"))
                .build();
        CfnWebACL webAcl = Firewall.webAcl(this);

        // snippet:api
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .domain(ApiDomain.of("origin.example.com", originCertificate)
                        .mutualTls(MutualTls.trusting(trust, "cloudfront.pem", "3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH")))
                .defaultAuthorizer(customers)
                .defaultAuthorizationScopes(List.of("orders/read"))
                .allowedOrigins(List.of("https://www.example.com"))
                .build();
        // end
        api.addRoute(SecureRoute.get("/orders").handler(orders).build());

        // snippet:distribution
        Distribution distribution = Distribution.Builder.create(this, "Distribution")
                .domainNames(List.of("api.example.com"))
                .certificate(viewerCertificate)
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .webAclId(webAcl.getAttrArn())
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(HttpOrigin.Builder.create("origin.example.com")
                                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                                .build())
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .allowedMethods(AllowedMethods.ALLOW_ALL)
                        .cachePolicy(CachePolicy.CACHING_DISABLED)
                        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                        .build())
                .build();
        // end
        showCertificate(distribution, CERTIFICATE + "client");
    }

    // snippet:client-certificate
    /** The CDK's distribution has no word for it yet. */
    private static void showCertificate(Distribution distribution, String clientCertificateArn) {
        CfnDistribution resource =
                (CfnDistribution) Objects.requireNonNull(distribution.getNode().getDefaultChild());
        resource.addPropertyOverride(
                "DistributionConfig.Origins.0.CustomOriginConfig.OriginMtlsConfig.ClientCertificateArn",
                clientCertificateArn);
    }
    // end

    private ICertificate certificate(String id) {
        return Certificate.fromCertificateArn(this, id + "Certificate", CERTIFICATE + id);
    }
}
