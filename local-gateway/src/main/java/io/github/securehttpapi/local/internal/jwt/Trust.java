package io.github.securehttpapi.local.internal.jwt;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Value;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JWT authorizer of the template.
 *
 * @param configuration what its tokens have to be
 * @param local whether this gateway's own key signs them
 * @param unknown what of it the template does not tell, or null
 */
record Trust(
        JwtConfiguration configuration,
        boolean local,
        @Nullable String unknown) {
    /**
     * A route's authorizer, refused if it cannot be told what it accepts.
     *
     * @param wanted whether the local issuer is to be used; null for where the issuer's tokens cannot be known
     */
    static Trust of(Route route, @Nullable Boolean wanted) {
        Authorizer authorizer = route.authorizer();
        if (authorizer == null) {
            String got = route.resource().has("AuthorizerId") ? "another" : "none";
            throw new Refusal(
                    "route " + route.routeKey() + " must have an authorizer in this template", got, "name one of it");
        }
        String id = authorizer.logicalId();
        String type = authorizer.type().required();
        if (!type.equals("JWT")) {
            throw new Refusal(
                    "authorizer " + id + " must be a JWT authorizer for route " + route.routeKey(),
                    type,
                    "API Gateway refuses it with the authorization type JWT, change one of them");
        }
        return of(authorizer, wanted);
    }

    private static Trust of(Authorizer authorizer, @Nullable Boolean wanted) {
        String id = authorizer.logicalId();
        String unknown = unknown(authorizer);
        boolean local = Objects.requireNonNullElse(wanted, unknown != null);
        if (!local && unknown != null) {
            throw new Refusal(
                    "authorizer " + id + " must have a known issuer and audience without the local issuer",
                    unknown,
                    "give the template's parameters, or use the local issuer");
        }
        TokenSource source = TokenSource.parse(id, authorizer.identitySources().orElse(List.of()));
        String issuer = authorizer.issuer().isUnresolved()
                ? StandIn.issuer(authorizer.issuer())
                : issuer(id, authorizer.issuer().orElse(""));
        Value declared = authorizer.resource().properties().at(List.of("JwtConfiguration", "Audience"));
        List<String> audiences = StandIn.audiences(authorizer.audience(), declared);
        return new Trust(new JwtConfiguration(id, source, issuer, audiences), local, unknown);
    }

    /** The expression of what is known only when deployed. */
    private static @Nullable String unknown(Authorizer authorizer) {
        if (authorizer.issuer().isUnresolved()) {
            return authorizer.issuer().toString();
        }
        if (authorizer.audience().isUnresolved()) {
            return authorizer.audience().toString();
        }
        if (authorizer.audience().orElse(List.of()).isEmpty()) {
            throw new Refusal(
                    "authorizer " + authorizer.logicalId() + " must have an audience",
                    "none",
                    "add one to its JwtConfiguration");
        }
        return null;
    }

    private static String issuer(String authorizer, String issuer) {
        try {
            if (IssuerDocuments.isTrustworthy(URI.create(issuer))) {
                return issuer;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below
        }
        throw new Refusal(
                "authorizer " + authorizer + " must have an https URL as its issuer", issuer, "write what iss says");
    }
}
