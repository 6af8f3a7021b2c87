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
            case RESOURCE, QUICK_CREATE -> resource(Declared.freeName(template, api.logicalId() + NAME), api, template);
            case OPENAPI -> scheme(origin, template);
            default -> sam(api, template);
        };
    }

    private static NewAuthorizer resource(String logicalId, HttpApi api, Template template) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ApiId", Map.of("Ref", api.logicalId()));
        properties.put("Name", NAME);
        properties.put("AuthorizerType", "JWT");
        properties.put("IdentitySource", List.of(TOKEN));
        properties.put("JwtConfiguration", configuration("Issuer", "Audience", template));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::ApiGatewayV2::Authorizer");
        resource.put("Properties", properties);
        return new NewAuthorizer(logicalId, new Change(List.of("Resources", logicalId), resource));
    }

    private static NewAuthorizer sam(HttpApi api, Template template) {
        Map<String, Object> authorizer = new LinkedHashMap<>();
        authorizer.put("IdentitySource", TOKEN);
        authorizer.put("JwtConfiguration", configuration("issuer", "audience", template));
        Placement authorizers = Placement.of(api.resource()).in("Auth", "Authorizers");
        String name = Declared.freeName(
                NAME,
                taken -> api.authorizers().stream().map(AuthorizerName::of).anyMatch(taken::equals));
        return new NewAuthorizer(name, authorizers.set(name, authorizer));
    }

    private static NewAuthorizer scheme(Origin operation, Template template) {
        Map<String, Object> authorizer = new LinkedHashMap<>();
        authorizer.put("type", "jwt");
        authorizer.put("identitySource", TOKEN);
        authorizer.put("jwtConfiguration", configuration("issuer", "audience", template));
        Map<String, Object> scheme = new LinkedHashMap<>();
        scheme.put("type", "oauth2");
        scheme.put("x-amazon-apigateway-authorizer", authorizer);
        String name = OpenApiPlace.freeName(operation, NAME, template);
        return new NewAuthorizer(name, OpenApiPlace.scheme(operation, name, scheme));
    }

    private static Map<String, Object> configuration(String issuer, String audience, Template template) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put(issuer, TeamParameter.JWT_ISSUER.reference(template));
        configuration.put(audience, List.of(TeamParameter.JWT_AUDIENCE.reference(template)));
        return configuration;
    }
}
