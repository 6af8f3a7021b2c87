package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the records of custom domain names and of the APIs mapped to them. */
final class DomainReader {
    private static final String DOMAIN = "AWS::ApiGatewayV2::DomainName";

    private final Declarations declarations;
    private final Map<String, DomainName> domains = new LinkedHashMap<>();
    private final Map<String, DomainName> byName = new HashMap<>();
    private final Map<String, List<ApiMapping>> byApi = new HashMap<>();

    DomainReader(Declarations declarations) {
        this.declarations = declarations;
        for (Resource resource : declarations.ofType(DOMAIN)) {
            DomainName domain = DomainName.of(resource);
            domains.put(resource.logicalId(), domain);
            domain.name().value().ifPresent(name -> byName.putIfAbsent(name, domain));
        }
        for (Resource resource : declarations.ofType("AWS::ApiGatewayV2::ApiMapping")) {
            ApiMapping mapping = mapping(resource);
            if (mapping.api() != null) {
                byApi.computeIfAbsent(mapping.api(), api -> new ArrayList<>()).add(mapping);
            }
        }
    }

    List<DomainName> domainNames() {
        return List.copyOf(domains.values());
    }

    List<ApiMapping> mappings(String apiLogicalId) {
        return byApi.getOrDefault(apiLogicalId, List.of());
    }

    private ApiMapping mapping(Resource resource) {
        Properties properties = resource.typed();
        Property<String> domainName = properties.text("DomainName");
        return new ApiMapping(
                resource,
                Membership.api(resource).orElse(null),
                domainName,
                domain(domainName),
                properties.text("Stage"),
                properties.text("ApiMappingKey"));
    }

    /** A mapping names its domain by reference, or, since the name is its id, by the same name. */
    private @Nullable DomainName domain(Property<String> domainName) {
        Optional<Resource> referred = declarations.referred(domainName, DOMAIN);
        return referred.map(resource -> domains.get(resource.logicalId()))
                .or(() -> domainName.value().map(byName::get))
                .orElse(null);
    }
}
