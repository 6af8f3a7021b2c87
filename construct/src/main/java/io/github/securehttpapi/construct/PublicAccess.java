package io.github.securehttpapi.construct;

import java.util.Map;

/**
 * Why a route may be called by anyone. The reason is written into the route's {@code Metadata} in the template, where
 * reviewers and tools find it.
 *
 * <pre>{@code
 * SecureRoute.get("/health")
 *         .handler(healthFunction)
 *         .publicAccess(PublicAccess.because("load balancer probe, returns no data"))
 *         .build();
 * }</pre>
 */
public final class PublicAccess {
    /** The key below a resource's {@code Metadata} that holds what CloudFormation has no property for. */
    static final String METADATA_KEY = "SecureHttpApi";

    private final String reason;

    private PublicAccess(String reason) {
        this.reason = reason;
    }

    /**
     * Public access for a stated reason.
     *
     * @param reason one line for whoever asks, a year from now, whether this route is still meant to be public
     * @return the access to give to a route
     * @throws IllegalArgumentException if the reason is blank or has control characters
     */
    public static PublicAccess because(String reason) {
        if (reason.isBlank() || reason.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("reason for public access must be one line that is not blank, got '"
                    + reason + "': say why anyone may call the route");
        }
        return new PublicAccess(reason.strip());
    }

    /**
     * The reason.
     *
     * @return the reason without surrounding white space, never blank
     */
    public String reason() {
        return reason;
    }

    Map<String, Object> toMetadata() {
        return Map.of("PublicAccess", Map.of("Reason", reason));
    }
}
