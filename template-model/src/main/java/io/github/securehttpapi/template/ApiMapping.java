package io.github.securehttpapi.template;

import org.jspecify.annotations.Nullable;

/**
 * A stage of an API under a custom domain name.
 *
 * @param resource the resource as declared
 * @param api the logical id of the API; null if it is none of this template
 * @param domainName the domain, usually unresolved with a reference to it
 * @param domain the domain that {@code domainName} leads to; null if it is none of this template
 * @param stage the stage's name, often unresolved with a reference to it
 * @param key the path under which the stage is found, the root where absent
 */
public record ApiMapping(
        Resource resource,
        @Nullable String api,
        Property<String> domainName,
        @Nullable DomainName domain,
        Property<String> stage,
        Property<String> key) {
    /**
     * The mapping's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
