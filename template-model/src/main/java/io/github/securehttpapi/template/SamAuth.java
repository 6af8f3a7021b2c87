package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code Auth} of a SAM API: its authorizers, which of them is the default, and which an event asks for. */
final class SamAuth {
    private static final String NONE = "NONE";
    private static final String IAM = "AWS_IAM";
    private static final Set<String> FIELDS = Set.of("Authorizers", "DefaultAuthorizer", "EnableIamAuthorizer");

    private final String path;
    private final @Nullable Value auth;
    private final @Nullable Value authorizers;
    private final @Nullable Value defaultAuthorizer;
    private final boolean iam;

    SamAuth(Resource api) {
        this.path = "Resources." + api.logicalId() + ".Properties.Auth";
        this.auth = api.properties().fields().get("Auth");
        if (auth != null && Lookup.unresolved(auth) == null && !(auth instanceof Value.Fields)) {
            throw Properties.wrong("an object", path, auth, "write {…}");
        }
        Lookup.entries(auth).forEach(this::checkField);
        this.authorizers = Lookup.at(auth, "Authorizers");
        if (Lookup.isGiven(authorizers)
                && authorizers != null
                && Lookup.unresolved(authorizers) == null
                && !(authorizers instanceof Value.Fields)) {
            throw Properties.wrong("an object", path + ".Authorizers", authorizers, "write {\"Name\": {…}}");
        }
        this.defaultAuthorizer = Lookup.at(auth, "DefaultAuthorizer");
        this.iam = Lookup.at(auth, "EnableIamAuthorizer") instanceof Value.Flag flag && flag.flag();
        checkDefault();
    }

    private void checkField(String name, Value value) {
        if (!FIELDS.contains(name)) {
            Value.Text got = new Value.Text(name, value.location());
            String known = "Authorizers, DefaultAuthorizer or EnableIamAuthorizer";
            throw Properties.wrong(known, path, got, "correct the name");
        }
    }

    private void checkDefault() {
        if (defaultAuthorizer != null
                && Lookup.isGiven(defaultAuthorizer)
                && Lookup.unresolved(defaultAuthorizer) == null
                && !isDeclared(Expression.of(defaultAuthorizer))) {
            throw Properties.wrong(
                    "the name of an authorizer",
                    path + ".DefaultAuthorizer",
                    defaultAuthorizer,
                    "add it to Authorizers");
        }
    }

    private boolean isDeclared(String name) {
        return Lookup.unresolved(authorizers) != null
                || Lookup.entries(authorizers).containsKey(name)
                || (iam && name.equals(IAM));
    }

    /** Adds the security schemes. An authorizer that is called AWS_IAM takes the place of the built-in one. */
    void declare(Definition definition, Resolver resolver, Origin origin) {
        if (iam && auth != null) {
            definition.put(IAM, new Definition.Scheme(SamAuthorizers.iam(auth.location()), origin));
        }
        SamAuthorizers written = new SamAuthorizers(resolver, path + ".Authorizers");
        Lookup.entries(authorizers).forEach((name, authorizer) -> {
            Origin place = new Origin(origin.kind(), origin.logicalId(), origin.path(), authorizer.location());
            definition.put(name, new Definition.Scheme(written.scheme(name, authorizer), place));
        });
    }

    /** Requires the default authorizer of every operation that has none of its own; preflight is left open. */
    void applyDefault(Definition definition) {
        Value required = defaultAuthorizer;
        if (required == null || !Lookup.isGiven(required)) {
            return;
        }
        String name = Expression.of(required);
        Value scopes = Lookup.at(authorizers, name, "AuthorizationScopes");
        Value security =
                Lookup.unresolved(required) == null ? requirement(name, scopes, required.location()) : required;
        definition.replaceOperations(operation -> operation.method().equals("options")
                        || !operation.hasIntegration()
                        || Lookup.isGiven(operation.fields().fields().get("security"))
                ? operation
                : operation.with("security", security));
    }

    /** What an event requires, or null if it leaves that to the API. */
    @Nullable Value security(SamEvent event) {
        Value own = event.property("Auth");
        if (own == null || !Lookup.isGiven(own) || Lookup.unresolved(own) != null) {
            return Lookup.unresolved(own) == null ? null : own;
        }
        if (!(own instanceof Value.Fields)) {
            throw Properties.wrong("an object", event.place("Auth"), own, "write {…}");
        }
        Value authorizer = Lookup.at(own, "Authorizer");
        Value named = Lookup.isGiven(authorizer) ? authorizer : defaultAuthorizer;
        if (named == null || !Lookup.isGiven(named)) {
            throw Properties.wrong(
                    "an Authorizer", event.place("Auth"), own, "add it, or a DefaultAuthorizer to the API");
        }
        return Lookup.unresolved(named) == null ? security(event, own, named) : named;
    }

    private Value security(SamEvent event, Value own, Value named) {
        String name = Expression.of(named);
        Value.Unresolved unknown = Lookup.unresolved(auth);
        String place = event.place("Auth.Authorizer");
        if (!(named instanceof Value.Text)) {
            throw Properties.wrong("text", place, named, "write the name of one of the API's authorizers");
        }
        if (unknown != null) {
            return unknown;
        }
        if (name.equals(NONE)) {
            if (!Lookup.isGiven(defaultAuthorizer)) {
                throw Properties.wrong("an authorizer", place, named, "remove it, the API has no DefaultAuthorizer");
            }
            return requirement(NONE, null, named.location());
        }
        if (!isDeclared(name)) {
            throw Properties.wrong(
                    "the name of an authorizer", place, named, "add it to Authorizers in the Auth of the API");
        }
        Value scopes = Lookup.at(own, "AuthorizationScopes");
        Value inherited = Lookup.at(authorizers, name, "AuthorizationScopes");
        Value applying = name.equals(IAM) ? null : Lookup.isGiven(scopes) ? scopes : inherited;
        return requirement(name, applying, named.location());
    }

    private static Value requirement(String name, @Nullable Value scopes, Location location) {
        Value none = new Value.Items(List.of(), location);
        Value.Fields requirement = new Value.Fields(Map.of(name, scopes == null ? none : scopes), location);
        return new Value.Items(List.of(requirement), location);
    }

    /** SAM adds an event's requirement to those that the document has for the operation. */
    static Value both(@Nullable Value existing, Value added) {
        if (!(existing instanceof Value.Items first) || !(added instanceof Value.Items second)) {
            return existing == null || Lookup.unresolved(existing) == null ? added : existing;
        }
        List<Value> all = new ArrayList<>(first.items());
        all.addAll(second.items());
        return new Value.Items(all, second.location());
    }

    /** The authorizers whose function SAM permits the API to call. */
    Map<String, Value> authorizers() {
        return Lookup.entries(authorizers);
    }

    boolean hasDefault() {
        return Lookup.isGiven(defaultAuthorizer);
    }
}
