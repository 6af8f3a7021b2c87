package io.github.securehttpapi.handler;

import java.util.Objects;
import java.util.Optional;

/** What the gateway tells of a request besides the request itself. Immutable. */
public final class RequestContext {
    private final Event event;

    RequestContext(Event event) {
        this.event = event;
    }

    /**
     * The account of the API.
     *
     * @return the account's number, or empty if the event has none
     */
    public Optional<String> accountId() {
        return Optional.ofNullable(event.accountId);
    }

    /**
     * The API.
     *
     * @return the API's id, or empty if the event has none
     */
    public Optional<String> apiId() {
        return Optional.ofNullable(event.apiId);
    }

    /**
     * The domain name that the request came to.
     *
     * @return such as {@code api.example.com}, or empty if the event has none
     */
    public Optional<String> domainName() {
        return Optional.ofNullable(event.domainName);
    }

    /**
     * The stage of the API.
     *
     * @return such as {@code $default}, or empty if the event has none
     */
    public Optional<String> stage() {
        return Optional.ofNullable(event.stage);
    }

    /**
     * A variable of the stage.
     *
     * @param name the variable's name
     * @return its value, or empty if the stage has no such variable
     */
    public Optional<String> stageVariable(String name) {
        Objects.requireNonNull(name, "name must not be null");
        return Optional.ofNullable(event.stageVariables.get(name));
    }

    /**
     * What the client says it is.
     *
     * @return its {@code user-agent}, or empty if it sent none
     */
    public Optional<String> userAgent() {
        return Optional.ofNullable(event.userAgent);
    }

    /**
     * The certificate of the client.
     *
     * @return the certificate, or empty if the request came to a domain name without mutual TLS
     */
    public Optional<ClientCertificate> clientCertificate() {
        return Optional.ofNullable(event.clientCertificate);
    }
}
