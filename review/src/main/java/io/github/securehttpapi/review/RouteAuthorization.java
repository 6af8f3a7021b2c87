package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The change that has a route authorized: by the API's own JWT authorizer if it has one, else by IAM. */
final class RouteAuthorization {
    static final String ADVICE =
            "give it an authorizer, or write the reason into Metadata.SecureHttpApi.PublicAccess.Reason";

    private RouteAuthorization() {}

    static List<Change> require(HttpApi api, Route route) {
        return route.resource().origin().kind() == Origin.Kind.RESOURCE ? inRoute(api, route) : List.of();
    }

    private static List<Change> inRoute(HttpApi api, Route route) {
        Placement place = Placement.of(route.resource());
        Optional<Authorizer> jwt = api.authorizers().stream()
                .filter(authorizer -> authorizer.type().value().stream().anyMatch("JWT"::equals))
                .filter(authorizer -> authorizer.resource().origin().kind() == Origin.Kind.RESOURCE)
                .findFirst();
        return jwt.map(authorizer -> List.of(
                        place.set("AuthorizationType", "JWT"),
                        place.set("AuthorizerId", Map.of("Ref", authorizer.logicalId()))))
                .orElseGet(() -> List.of(place.set("AuthorizationType", "AWS_IAM")));
    }
}
