package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.Origin;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the settings of an authorizer are written: CloudFormation, SAM and OpenAPI each have names of their own for them
 * (AWS::ApiGatewayV2::Authorizer; AWS::Serverless::HttpApi HttpApiAuth; x-amazon-apigateway-authorizer).
 */
final class AuthorizerSettings {
    private static final String JWT = "JwtConfiguration";

    private final Origin.Kind kind;
    private final Placement place;

    private AuthorizerSettings(Origin.Kind kind, Placement place) {
        this.kind = kind;
        this.place = place;
    }

    static AuthorizerSettings of(Authorizer authorizer) {
        Origin.Kind kind = authorizer.resource().origin().kind();
        Placement place = Placement.of(authorizer.resource());
        return new AuthorizerSettings(
                kind,
                switch (kind) {
                    case SAM_API, SAM_IMPLICIT_API ->
                        place.in("Auth", "Authorizers", authorizer.name().orElse(""));
                    case OPENAPI -> place.in("x-amazon-apigateway-authorizer");
                    case RESOURCE, QUICK_CREATE, SAM_EVENT, SAM_FUNCTION -> place;
                });
    }

    Change issuer(Object issuer) {
        return jwt("Issuer", issuer);
    }

    Change audience(Object audience) {
        return jwt("Audience", List.of(audience));
    }

    /** No answer is kept. */
    Change uncached() {
        return switch (kind) {
            case SAM_API, SAM_IMPLICIT_API -> place.in("Identity").set("ReauthorizeEvery", 0);
            case OPENAPI -> place.set("authorizerResultTtlInSeconds", 0);
            case RESOURCE, QUICK_CREATE, SAM_EVENT, SAM_FUNCTION -> place.set("AuthorizerResultTtlInSeconds", 0);
        };
    }

    /** The route's key becomes part of what answers are kept by. */
    Change keyedByRoute(List<String> sources) {
        return switch (kind) {
            case SAM_API, SAM_IMPLICIT_API -> place.in("Identity").set("Context", context(sources));
            case OPENAPI -> place.set("identitySource", String.join(", ", withRoute(sources)));
            case RESOURCE, QUICK_CREATE, SAM_EVENT, SAM_FUNCTION -> place.set("IdentitySource", withRoute(sources));
        };
    }

    private Change jwt(String name, Object value) {
        return switch (kind) {
            case SAM_API, SAM_IMPLICIT_API -> place.in(JWT).set(name.toLowerCase(Locale.ROOT), value);
            case OPENAPI -> place.in("jwtConfiguration").set(name.toLowerCase(Locale.ROOT), value);
            case RESOURCE, QUICK_CREATE, SAM_EVENT, SAM_FUNCTION ->
                place.in(JWT).set(name, value);
        };
    }

    private static List<String> withRoute(List<String> sources) {
        return Stream.concat(sources.stream(), Stream.of(AuthorizerCache.ROUTE_KEY))
                .toList();
    }

    /** SAM puts the prefix before each name. */
    private static List<String> context(List<String> sources) {
        String prefix = "$context.";
        return withRoute(sources).stream()
                .filter(source -> source.startsWith(prefix))
                .map(source -> source.substring(prefix.length()))
                .toList();
    }
}
