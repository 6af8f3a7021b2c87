package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JWT authorizer for an API that has none, where its routes look for one.
 *
 * @param name what routes call it
 * @param change the change that declares it
 */
record NewAuthorizer(String name, Change change) {
    private static final String NAME = "JwtAuthorizer";
    private static final String TOKEN = "$request.header.Authorization";

    static NewAuthorizer forRoute(Template template, HttpApi api, Route route) {
        Origin origin = route.resource().origin();
        return switch (origin.kind()) {
            case RESOURCE -> resource(Declared.freeName(template, api.logicalId() + NAME), api);
            case OPENAPI -> scheme(origin);
            default -> sam(api);
        };
    }

    private static NewAuthorizer resource(String logicalId, HttpApi api) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ApiId", Map.of("Ref", api.logicalId()));
        properties.put("Name", NAME);
        properties.put("AuthorizerType", "JWT");
        properties.put("IdentitySource", List.of(TOKEN));
        properties.put("JwtConfiguration", configuration("Issuer", "Audience"));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::ApiGatewayV2::Authorizer");
        resource.put("Properties", properties);
        return new NewAuthorizer(logicalId, new Change(List.of("Resources", logicalId), resource));
    }

    private static NewAuthorizer sam(HttpApi api) {
        Map<String, Object> authorizer = new LinkedHashMap<>();
        authorizer.put("IdentitySource", TOKEN);
        authorizer.put("JwtConfiguration", configuration("issuer", "audience"));
        Placement authorizers = Placement.of(api.resource()).in("Auth", "Authorizers");
        return new NewAuthorizer(NAME, authorizers.set(NAME, authorizer));
    }

    private static NewAuthorizer scheme(Origin operation) {
        Map<String, Object> authorizer = new LinkedHashMap<>();
        authorizer.put("type", "jwt");
        authorizer.put("identitySource", TOKEN);
        authorizer.put("jwtConfiguration", configuration("issuer", "audience"));
        Map<String, Object> scheme = new LinkedHashMap<>();
        scheme.put("type", "oauth2");
        scheme.put("x-amazon-apigateway-authorizer", authorizer);
        return new NewAuthorizer(NAME, OpenApiPlace.scheme(operation, NAME, scheme));
    }

    private static Map<String, Object> configuration(String issuer, String audience) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put(issuer, TeamParameter.JWT_ISSUER.reference());
        configuration.put(audience, List.of(TeamParameter.JWT_AUDIENCE.reference()));
        return configuration;
    }
}
