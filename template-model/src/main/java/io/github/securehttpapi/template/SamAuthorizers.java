package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the authorizers of a SAM API as the security schemes that SAM makes of them. */
final class SamAuthorizers {
    private static final Map<String, String> IDENTITY = Map.of(
            "Headers", "$request.header.",
            "QueryStrings", "$request.querystring.",
            "StageVariables", "$stageVariables.",
            "Context", "$context.");

    private static final List<String> IDENTITY_ORDER = List.of("Headers", "QueryStrings", "StageVariables", "Context");

    private final Resolver resolver;
    private final String path;

    SamAuthorizers(Resolver resolver, String path) {
        this.resolver = resolver;
        this.path = path;
    }

    static Value.Fields iam(Location location) {
        return new Fragment(location)
                .text("type", "apiKey")
                .text("x-amazon-apigateway-authtype", "awsSigv4")
                .fields();
    }

    Value scheme(String name, Value authorizer) {
        if (Lookup.unresolved(authorizer) != null) {
            return new Fragment(authorizer.location())
                    .put("x-amazon-apigateway-authorizer", authorizer)
                    .fields();
        }
        if (!(authorizer instanceof Value.Fields fields)) {
            throw Properties.wrong("an object", path + "." + name, authorizer, "write {…}");
        }
        Value jwt = fields.fields().get("JwtConfiguration");
        boolean lambda = Lookup.isGiven(fields.fields().get("FunctionArn"));
        if (!Lookup.isGiven(jwt) && !lambda) {
            String must = "JwtConfiguration or FunctionArn";
            throw Properties.wrong(must, path + "." + name, fields, "add the one that the authorizer is to use");
        }
        return new Fragment(fields.location())
                .put(
                        "x-amazon-apigateway-authorizer",
                        jwt != null && Lookup.isGiven(jwt) ? jwt(fields, jwt) : lambda(name, fields))
                .fields();
    }

    private static Value jwt(Value.Fields authorizer, Value configuration) {
        Fragment lowerCase = new Fragment(configuration.location());
        Lookup.entries(configuration).forEach((key, value) -> lowerCase.put(key.toLowerCase(Locale.ROOT), value));
        return new Fragment(authorizer.location())
                .text("type", "jwt")
                .put("jwtConfiguration", configuration instanceof Value.Fields ? lowerCase.fields() : configuration)
                .rename(authorizer, "IdentitySource", "identitySource")
                .fields();
    }

    private Value lambda(String name, Value.Fields authorizer) {
        Value function = Lookup.at(authorizer, "FunctionArn");
        Value identity = Lookup.at(authorizer, "Identity");
        Value role = Lookup.at(authorizer, "FunctionInvokeRole");
        Value simple = Lookup.at(authorizer, "EnableSimpleResponses");
        boolean byRole = Lookup.isGiven(role)
                && !(role instanceof Value.Text text && text.text().equals("NONE"));
        return new Fragment(authorizer.location())
                .text("type", "request")
                .put("authorizerUri", function == null ? null : resolver.resolve(Sub.functionUri(function)))
                .put("authorizerCredentials", byRole ? role : null)
                .rename(authorizer, "AuthorizerPayloadFormatVersion", "authorizerPayloadFormatVersion")
                .put("enableSimpleResponses", Lookup.isGiven(simple) ? simple : null)
                .put("authorizerResultTtlInSeconds", Lookup.at(identity, "ReauthorizeEvery"))
                .put("identitySource", identity == null ? null : identitySource(name, identity))
                .fields();
    }

    private Value identitySource(String name, Value identity) {
        if (Lookup.unresolved(identity) != null) {
            return identity;
        }
        List<Value> sources = new ArrayList<>();
        for (String kind : IDENTITY_ORDER) {
            Value given = Lookup.at(identity, kind);
            String place = path + "." + name + ".Identity." + kind;
            if (Lookup.isGiven(given) && given != null) {
                sources.addAll(sources(given, String.valueOf(IDENTITY.get(kind)), place));
            }
        }
        return new Value.Items(sources, identity.location());
    }

    private List<Value> sources(Value given, String prefix, String place) {
        if (Lookup.unresolved(given) != null) {
            return List.of(given);
        }
        if (!(given instanceof Value.Items items)) {
            throw Properties.wrong("a list of texts", place, given, "write [\"…\"]");
        }
        List<Value> sources = new ArrayList<>();
        for (Value item : items.items()) {
            if (!(item instanceof Value.Text) && Lookup.unresolved(item) == null) {
                throw Properties.wrong("text", place, item, "write it in quotes");
            }
            Value source = resolver.resolve(Sub.of(prefix + "${Name}", Map.of("Name", item), item.location()));
            sources.add(source == null ? item : source);
        }
        return sources;
    }
}
