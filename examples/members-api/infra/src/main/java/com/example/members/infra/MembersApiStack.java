package com.example.members.infra;

import io.github.securehttpapi.construct.ApiDomain;
import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureAuthorizers;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.constructs.Construct;

/** An API with a kind of caller for each kind of authorizer: members, services, partners, and anyone. */
public final class MembersApiStack extends Stack {
    private final Path functionsJar;

    /**
     * Defines the stack.
     *
     * @param scope the app
     * @param id the stack's name
     * @param functionsJar the jar that the {@code functions} module builds
     * @throws IllegalArgumentException if the jar is not there
     */
    public MembersApiStack(Construct scope, String id, Path functionsJar) {
        super(scope, id);
        this.functionsJar = functionsJar;
        SecureHttpApi api = defineApi();
        addPublicRoutes(api);
        addMemberRoutes(api);
        addServiceRoutes(api);
        addPartnerRoutes(api);
    }

    private SecureHttpApi defineApi() {
        CfnParameter domainName = parameter("DomainName", "The host that the API answers at", "[a-z0-9.-]+");
        CfnParameter site = CfnParameter.Builder.create(this, "AllowedOrigin")
                .description("The origin of the members' web site")
                .defaultValue("https://members.example.com")
                .build();
        CfnParameter issuer = parameter("Issuer", "The OpenID Connect issuer of the members' tokens", "https://.+");

        // snippet:domain
        Certificate certificate = Certificate.Builder.create(this, "Certificate")
                .domainName(domainName.getValueAsString())
                .validation(CertificateValidation.fromDns())
                .build();
        // end
        // snippet:api
        HttpJwtAuthorizer members = HttpJwtAuthorizer.Builder.create("Members", issuer.getValueAsString())
                .jwtAudience(List.of("members-api"))
                .build();
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .domain(ApiDomain.of(domainName.getValueAsString(), certificate))
                .allowedOrigins(List.of(site.getValueAsString()))
                .defaultAuthorizer(members)
                .build();
        // end
        CfnOutput.Builder.create(this, "DomainTarget")
                .description("What a CNAME record of the domain's name must point to")
                .value(api.getDomainName().getRegionalDomainName())
                .build();
        return api;
    }

    private void addPublicRoutes(SecureHttpApi api) {
        api.addRoute(SecureRoute.get("/health")
                .handler(function("Health", "HealthHandler", Map.of()))
                .publicAccess(PublicAccess.because("load balancer probe, returns no data"))
                .build());
    }

    private void addMemberRoutes(SecureHttpApi api) {
        JavaFunction members = function("Members", "MembersHandler", Map.of());
        // snippet:scopes
        api.addRoute(SecureRoute.get("/members")
                .handler(members)
                .authorizationScopes(List.of("members:read"))
                .build());
        api.addRoute(SecureRoute.post("/members")
                .handler(members)
                .authorizationScopes(List.of("members:write"))
                .build());
        // end
    }

    private void addServiceRoutes(SecureHttpApi api) {
        api.addRoute(SecureRoute.post("/internal/reindex")
                .handler(function("Reindex", "ReindexHandler", Map.of()))
                .authorizer(new HttpIamAuthorizer())
                .build());
    }

    private void addPartnerRoutes(SecureHttpApi api) {
        CfnParameter keys = parameter(
                "PartnerKeys",
                "The partners, and SHA-256 of their keys in hexadecimal: acme=…,globex=…",
                "[a-z0-9-]+=[0-9a-f]{64}(,[a-z0-9-]+=[0-9a-f]{64})*");
        // snippet:partners
        JavaFunction authorizer =
                function("PartnerAuthorizer", "PartnerAuthorizer", Map.of("PARTNER_KEYS", keys.getValueAsString()));
        api.addRoute(SecureRoute.get("/partner/{proxy+}")
                .handler(function("Partner", "PartnerHandler", Map.of()))
                .authorizer(SecureAuthorizers.lambda("Partners", authorizer))
                .build());
        // end
    }

    private JavaFunction function(String id, String handler, Map<String, String> environment) {
        return JavaFunction.Builder.create(this, id)
                .jar(functionsJar)
                .handler("com.example.members." + handler)
                .environment(environment)
                .build();
    }

    private CfnParameter parameter(String id, String description, String pattern) {
        return CfnParameter.Builder.create(this, id)
                .description(description)
                .allowedPattern(pattern)
                .build();
    }
}
