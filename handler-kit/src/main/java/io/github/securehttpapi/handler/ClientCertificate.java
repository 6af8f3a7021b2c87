package io.github.securehttpapi.handler;

import java.util.Map;
import java.util.Optional;

/**
 * The certificate that a client presented to a domain name with mutual TLS. The gateway has checked its chain against
 * the trust store, and that it is valid now; not whether it was revoked. Immutable.
 */
public final class ClientCertificate {
    private final Map<String, String> members;

    /** Takes the map over. */
    ClientCertificate(Map<String, String> members) {
        this.members = members;
    }

    /**
     * The certificate itself.
     *
     * @return its PEM encoding, or empty if the event has none
     */
    public Optional<String> pem() {
        return member("clientCertPem");
    }

    /**
     * Whom it was issued to.
     *
     * @return the distinguished name, or empty if the event has none
     */
    public Optional<String> subject() {
        return member("subjectDN");
    }

    /**
     * Who issued it.
     *
     * @return the distinguished name, or empty if the event has none
     */
    public Optional<String> issuer() {
        return member("issuerDN");
    }

    /**
     * Its number, which its issuer gives but once.
     *
     * @return the number as the gateway writes it, or empty if the event has none
     */
    public Optional<String> serialNumber() {
        return member("serialNumber");
    }

    /**
     * When it begins to be valid.
     *
     * @return such as {@code May 28 12:30:02 2019 GMT}, or empty if the event has none
     */
    public Optional<String> notBefore() {
        return member("notBefore");
    }

    /**
     * When it ceases to be valid.
     *
     * @return such as {@code Aug 5 09:36:04 2021 GMT}, or empty if the event has none
     */
    public Optional<String> notAfter() {
        return member("notAfter");
    }

    private Optional<String> member(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
