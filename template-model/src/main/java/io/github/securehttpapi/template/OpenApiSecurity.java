package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes authorizers of an OpenAPI document's security schemes, and a route's authorization of its security requirement
 * (API Gateway developer guide, x-amazon-apigateway-authorizer, -authtype and -auth).
 */
final class OpenApiSecurity {
    private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";
    private static final String NONE = "NONE";
    private static final String IAM = "AWS_IAM";

    private final Definition definition;

    OpenApiSecurity(Definition definition) {
        this.definition = definition;
    }

    List<Resource> authorizers() {
        List<Resource> authorizers = new ArrayList<>();
        definition.schemes().forEach((name, scheme) -> {
            Value authorizer = Lookup.at(scheme.value(), AUTHORIZER);
            if (authorizer instanceof Value.Fields fields) {
                authorizers.add(authorizer(name, scheme, fields));
            }
        });
        return authorizers;
    }

    /** Adds a route's AuthorizationType, AuthorizerId and AuthorizationScopes. */
    void authorize(Operation operation, Fragment route) {
        Value own = Lookup.at(operation.fields(), "x-amazon-apigateway-auth", "type");
        Value required = operation.fields().fields().get("security");
        Value security = required == null ? ofDocument(Lookup.at(definition.document(), "security")) : required;
        if (own != null) {
            route.put("AuthorizationType", upperCase(own));
        } else if (security instanceof Value.Items alternatives) {
            authorize(alternatives, route);
        } else if (Lookup.unresolved(security) != null) {
            route.put("AuthorizationType", security);
        }
    }

    /** API Gateway did not apply it to operations in 2017 (aws-apigateway-importer#204), nor is it said to since. */
    private static @Nullable Value ofDocument(@Nullable Value security) {
        if (!Lookup.isGiven(security) || security == null || Lookup.unresolved(security) != null) {
            return security;
        }
        String reason =
                "API Gateway is not documented to apply the security of a whole document, write it at the operation";
        return unresolved(security, reason);
    }

    private void authorize(Value.Items alternatives, Fragment route) {
        if (alternatives.items().isEmpty()) {
            route.put("AuthorizationType", new Value.Text(NONE, alternatives.location()));
            return;
        }
        Value requirement = alternatives.items().get(0);
        Map<String, Value> schemes = Lookup.entries(requirement);
        if (Lookup.unresolved(requirement) != null) {
            route.put("AuthorizationType", requirement);
        } else if (alternatives.items().size() != 1 || schemes.size() != 1) {
            String reason = "a route has one authorizer, and which of several API Gateway takes is not documented";
            route.put("AuthorizationType", unresolved(alternatives, reason));
        } else {
            schemes.forEach((name, scopes) -> authorize(name, scopes, requirement.location(), route));
        }
    }

    private void authorize(String name, Value scopes, Location location, Fragment route) {
        Definition.Scheme scheme = definition.schemes().get(name);
        if (scheme == null && name.equals(NONE)) {
            // SAM writes this for a route without authorization; no scheme has that name, and so nothing is checked.
            route.put("AuthorizationType", new Value.Text(NONE, location));
            return;
        }
        Value type = scheme == null ? unknown(name, "is not declared", location) : type(name, scheme.value(), location);
        route.put("AuthorizationType", type);
        boolean authorizer = scheme != null && Lookup.at(scheme.value(), AUTHORIZER) instanceof Value.Fields;
        if (authorizer && !(type instanceof Value.Text text && text.text().equals(IAM))) {
            route.put("AuthorizerId", Fragment.reference(id(name), location));
            route.put("AuthorizationScopes", Lookup.isGiven(scopes) ? scopes : null);
        }
    }

    private static Value type(String name, Value scheme, Location location) {
        Value authtype = Lookup.at(scheme, "x-amazon-apigateway-authtype");
        if (authtype instanceof Value.Text text && text.text().equalsIgnoreCase("awsSigv4")) {
            return new Value.Text(IAM, location);
        }
        Value declared = Lookup.at(scheme, AUTHORIZER, "type");
        if (declared == null) {
            return unknown(name, "has no x-amazon-apigateway-authorizer, so API Gateway cannot check it", location);
        }
        if (Lookup.unresolved(declared) != null) {
            return declared;
        }
        return switch (String.valueOf(Scalars.text(declared)).toLowerCase(Locale.ROOT)) {
            case "jwt" -> new Value.Text("JWT", location);
            case "request" -> new Value.Text("CUSTOM", location);
            default -> unknown(name, "has a type of authorizer that HTTP APIs have not", location);
        };
    }

    private Resource authorizer(String name, Definition.Scheme scheme, Value.Fields authorizer) {
        Fragment properties = new Fragment(authorizer.location())
                .reference("ApiId", definition.api().logicalId())
                .text("Name", name)
                .put("AuthorizerType", upperCase(Lookup.at(authorizer, "type")))
                .put("IdentitySource", identitySource(Lookup.at(authorizer, "identitySource")))
                .put("JwtConfiguration", jwt(scheme.value(), Lookup.at(authorizer, "jwtConfiguration")))
                .rename(authorizer, "authorizerUri", "AuthorizerUri")
                .rename(authorizer, "authorizerCredentials", "AuthorizerCredentialsArn")
                .rename(authorizer, "authorizerPayloadFormatVersion", "AuthorizerPayloadFormatVersion")
                .rename(authorizer, "authorizerResultTtlInSeconds", "AuthorizerResultTtlInSeconds")
                .rename(authorizer, "enableSimpleResponses", "EnableSimpleResponses");
        return Desugaring.part(definition.api(), id(name), Desugaring.AUTHORIZER, properties.fields(), scheme.origin());
    }

    private String id(String name) {
        return definition.api().logicalId() + ".Authorizer." + name;
    }

    private static @Nullable Value jwt(Value scheme, @Nullable Value configuration) {
        if (!(configuration instanceof Value.Fields jwt)) {
            return configuration;
        }
        Value issuer = Lookup.at(jwt, "issuer");
        Value discovery = Lookup.at(scheme, "openIdConnectUrl");
        return new Fragment(jwt.location())
                .put("Issuer", issuer == null && discovery != null ? discovered(discovery) : issuer)
                .rename(jwt, "audience", "Audience")
                .fields();
    }

    private static Value discovered(Value discovery) {
        return unresolved(discovery, "the issuer is the one that the document at openIdConnectUrl names");
    }

    /** Comma-separated, as the extension has it; a list is taken too. */
    private static @Nullable Value identitySource(@Nullable Value source) {
        if (!(source instanceof Value.Text text)) {
            return source;
        }
        List<Value> sources = new ArrayList<>();
        for (String one : text.text().split(",", -1)) {
            sources.add(new Value.Text(one.strip(), text.location()));
        }
        return new Value.Items(sources, text.location());
    }

    private static @Nullable Value upperCase(@Nullable Value value) {
        return value instanceof Value.Text text
                ? new Value.Text(text.text().toUpperCase(Locale.ROOT), text.location())
                : value;
    }

    private static Value unknown(String name, String why, Location location) {
        String reason = "security scheme " + Excerpt.of(name) + " " + why;
        return new Value.Unresolved(name, reason, List.of(), location);
    }

    private static Value unresolved(Value value, String reason) {
        return new Value.Unresolved(Expression.of(value), reason, List.of(), value.location());
    }
}
