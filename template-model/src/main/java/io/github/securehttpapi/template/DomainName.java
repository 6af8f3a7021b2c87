package io.github.securehttpapi.template;

import java.util.List;

/**
 * A custom domain name of API Gateway.
 *
 * @param resource the resource as declared
 * @param name the domain, such as {@code api.example.com}
 * @param securityPolicies the TLS policies its configurations name, in their order; absent where none does
 * @param mutualTls the trust store that clients' certificates are checked against; absent where they need none
 */
public record DomainName(
        Resource resource, Property<String> name, Property<List<String>> securityPolicies, Property<String> mutualTls) {
    static DomainName of(Resource resource) {
        Properties properties = resource.typed();
        return new DomainName(
                resource,
                properties.text("DomainName"),
                securityPolicies(properties, resource),
                properties.orNone("MutualTlsAuthentication").text("TruststoreUri"));
    }

    private static Property<List<String>> securityPolicies(Properties properties, Resource resource) {
        String path = "Resources." + resource.logicalId() + ".Properties.DomainNameConfigurations";
        List<Property<String>> policies = properties.objects("DomainNameConfigurations").stream()
                .map(configuration -> configuration.text("SecurityPolicy"))
                .filter(policy -> !policy.isAbsent())
                .toList();
        for (Property<String> policy : policies) {
            Value.Unresolved unknown = policy.unknown();
            if (unknown != null) {
                return Property.unresolved(policy.path(), unknown);
            }
        }
        return policies.isEmpty()
                ? Property.absent(path, resource.location())
                : Property.known(
                        path,
                        policies.get(0).location(),
                        policies.stream().map(Property::required).toList());
    }

    /**
     * The domain name's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
