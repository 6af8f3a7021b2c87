package io.github.securehttpapi.local.internal.jwt;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads an issuer's keys from where its discovery document says (OpenID Connect Discovery 1.0, 4). */
final class IssuerKeys implements RemoteKeys.Publication {
    /** The descriptions are API Gateway's, as users report them. */
    private static final String NO_DISCOVERY = "OIDC discovery endpoint communication error";

    private static final String NO_KEYS = "JWKS communication error";

    private final URI issuer;
    private final IssuerDocuments documents;
    private final Consumer<String> log;

    IssuerKeys(URI issuer, IssuerDocuments documents, Consumer<String> log) {
        this.issuer = issuer;
        this.documents = documents;
        this.log = log;
    }

    @Override
    public KeySet read() throws RemoteKeys.Unavailable {
        String base = issuer.toString();
        String slash = base.endsWith("/") ? "" : "/";
        URI discovery = URI.create(base + slash + ".well-known/openid-configuration");
        Map<String, ?> configuration = Json.object(document(discovery, NO_DISCOVERY));
        URI address = configuration == null ? null : address(issuer, configuration.get("jwks_uri"));
        if (address == null) {
            throw unavailable(discovery, "no jwks_uri that is an https URL", NO_DISCOVERY, null);
        }
        KeySet keys = KeySet.parse(new String(document(address, NO_KEYS), StandardCharsets.UTF_8));
        if (keys == null) {
            throw unavailable(address, "no JWKS", NO_KEYS, null);
        }
        return keys;
    }

    private byte[] document(URI address, String description) throws RemoteKeys.Unavailable {
        try {
            return documents.read(address);
        } catch (IOException | RuntimeException failed) {
            throw unavailable(address, String.valueOf(failed), description, failed);
        }
    }

    private RemoteKeys.Unavailable unavailable(URI address, String got, String description, @Nullable Throwable cause) {
        log.accept("keys of issuer " + issuer + " must be readable, got '" + address + ": " + got
                + "': requests with its tokens are answered 401, or start with the local issuer");
        return new RemoteKeys.Unavailable(description, cause);
    }

    /** Where the keys are, or null: only an issuer of this machine can have them there. */
    static @Nullable URI address(URI issuer, @Nullable Object named) {
        try {
            URI address = named instanceof String text ? URI.create(text) : null;
            boolean leadsAstray =
                    address != null && IssuerDocuments.isLocal(address) && !IssuerDocuments.isLocal(issuer);
            return address != null && IssuerDocuments.isTrustworthy(address) && !leadsAstray ? address : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
