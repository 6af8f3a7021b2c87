package io.github.securehttpapi.template;

import java.util.List;

/**
 * An authorizer of an HTTP API.
 *
 * @param resource the resource as declared
 * @param name its name
 * @param type {@code JWT} or {@code REQUEST}
 * @param identitySources where the credentials are read from
 * @param issuer a JWT authorizer's issuer
 * @param audience a JWT authorizer's audiences
 */
public record Authorizer(
        Resource resource,
        Property<String> name,
        Property<String> type,
        Property<List<String>> identitySources,
        Property<String> issuer,
        Property<List<String>> audience) {
    /**
     * The authorizer's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
