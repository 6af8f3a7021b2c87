package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a route says what it requires: in properties of its own, in an event's Auth, or in an operation's security. */
interface RouteSecurity {
    /** What both a route and an event call them. */
    String SCOPES = "AuthorizationScopes";

    /** A token with one of the scopes. */
    List<Change> jwt(String authorizer, List<?> scopes);

    /** The same authorizer, and one of the scopes. */
    List<Change> scopes(List<?> scopes);

    /** The same authorizer, and no scopes. */
    List<Change> withoutScopes();

    /** What a Lambda authorizer lets through. */
    List<Change> lambda(String authorizer);

    /** Requests that are signed. */
    List<Change> iam();

    static RouteSecurity of(Template template, HttpApi api, Route route) {
        return switch (route.resource().origin().kind()) {
            case RESOURCE, QUICK_CREATE -> new OfResource(route);
            case OPENAPI -> new OfOperation(template, route);
            default -> new OfEvent(template, api, route);
        };
    }

    /**
     * An {@code AWS::ApiGatewayV2::Route}.
     *
     * @param route the route
     */
    record OfResource(Route route) implements RouteSecurity {
        @Override
        public List<Change> jwt(String authorizer, List<?> scopes) {
            return List.of(
                    place().set("AuthorizationType", "JWT"),
                    place().set("AuthorizerId", Map.of("Ref", authorizer)),
                    place().set(SCOPES, scopes));
        }

        @Override
        public List<Change> scopes(List<?> scopes) {
            return List.of(place().set(SCOPES, scopes));
        }

        @Override
        public List<Change> withoutScopes() {
            return route.resource().has(SCOPES) ? List.of(place().remove(SCOPES)) : List.of();
        }

        @Override
        public List<Change> lambda(String authorizer) {
            List<Change> changes = new ArrayList<>(withoutScopes());
            changes.add(place().set("AuthorizationType", "CUSTOM"));
            changes.add(place().set("AuthorizerId", Map.of("Ref", authorizer)));
            return changes;
        }

        @Override
        public List<Change> iam() {
            List<Change> changes = new ArrayList<>(withoutScopes());
            changes.add(place().set("AuthorizationType", "AWS_IAM"));
            return changes;
        }

        private Placement place() {
            return Placement.of(route.resource());
        }
    }

    /**
     * An {@code HttpApi} event.
     *
     * @param template the template
     * @param api the API, to which IAM has to be made known
     * @param route the route
     */
    record OfEvent(Template template, HttpApi api, Route route) implements RouteSecurity {
        @Override
        public List<Change> jwt(String authorizer, List<?> scopes) {
            return List.of(auth().set("Authorizer", authorizer), auth().set(SCOPES, scopes));
        }

        @Override
        public List<Change> scopes(List<?> scopes) {
            return List.of(auth().set(SCOPES, scopes));
        }

        @Override
        public List<Change> withoutScopes() {
            Change removal = auth().remove(SCOPES);
            return template.document().at(removal.path()) == null ? List.of() : List.of(removal);
        }

        @Override
        public List<Change> lambda(String authorizer) {
            List<Change> changes = new ArrayList<>(withoutScopes());
            changes.add(auth().set("Authorizer", authorizer));
            return changes;
        }

        @Override
        public List<Change> iam() {
            List<Change> changes = new ArrayList<>(withoutScopes());
            changes.add(Placement.of(api.resource()).in("Auth").set("EnableIamAuthorizer", true));
            changes.add(auth().set("Authorizer", "AWS_IAM"));
            return changes;
        }

        private Placement auth() {
            return Placement.of(route.resource()).in("Auth");
        }
    }

    /**
     * An operation of an OpenAPI document.
     *
     * @param template the template
     * @param route the route
     */
    record OfOperation(Template template, Route route) implements RouteSecurity {
        private static final String IAM = "Iam";

        @Override
        public List<Change> jwt(String authorizer, List<?> scopes) {
            return require(authorizer, scopes);
        }

        @Override
        public List<Change> scopes(List<?> scopes) {
            Authorizer authorizer = route.authorizer();
            return authorizer == null ? List.of() : require(AuthorizerName.of(authorizer), scopes);
        }

        @Override
        public List<Change> withoutScopes() {
            return scopes(List.of());
        }

        @Override
        public List<Change> lambda(String authorizer) {
            return require(authorizer, List.of());
        }

        @Override
        public List<Change> iam() {
            Map<String, Object> scheme = new LinkedHashMap<>();
            scheme.put("type", "apiKey");
            scheme.put("name", "Authorization");
            scheme.put("in", "header");
            scheme.put("x-amazon-apigateway-authtype", "awsSigv4");
            List<Change> changes = new ArrayList<>();
            Origin origin = route.resource().origin();
            String name = OpenApiPlace.freeName(origin, IAM, template);
            changes.add(OpenApiPlace.scheme(origin, name, scheme));
            changes.addAll(require(name, List.of()));
            return changes;
        }

        /** The older x-amazon-apigateway-auth would win over the requirement. */
        private List<Change> require(String scheme, List<?> scopes) {
            List<Change> changes = new ArrayList<>();
            Change removal = change("x-amazon-apigateway-auth", null);
            if (template.document().at(removal.path()) != null) {
                changes.add(removal);
            }
            changes.add(change("security", List.of(Map.of(scheme, scopes))));
            return changes;
        }

        private Change change(String name, @Nullable Object value) {
            List<String> path = new ArrayList<>(route.resource().origin().path());
            path.add(name);
            return new Change(path, value);
        }
    }
}
