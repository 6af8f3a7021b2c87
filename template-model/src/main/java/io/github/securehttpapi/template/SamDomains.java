package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the {@code Domain} of a SAM API as the domain name and the mappings that SAM makes of it. */
final class SamDomains {
    private static final Set<String> TLS = Set.of("TruststoreUri", "TruststoreVersion");
    private static final Pattern BASE_PATH = Pattern.compile("[0-9a-zA-Z/_-]*");

    /** A parameter without a value: SAM takes that, and no other expression. */
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{[0-9a-zA-Z]+}");

    private final SamApi api;
    private final String path;
    private final Collection<UnresolvedResource> unresolved;

    SamDomains(SamApi api, Collection<UnresolvedResource> unresolved) {
        this.api = api;
        this.path = "Resources." + api.declared().logicalId() + ".Properties.Domain";
        this.unresolved = unresolved;
    }

    List<Resource> resources(String stage) {
        Value domain = api.declared().properties().fields().get("Domain");
        Value.Unresolved unknown = Lookup.unresolved(domain);
        if (domain == null || unknown != null) {
            if (unknown != null) {
                unresolved.add(UnresolvedResource.of(api.declared().logicalId(), Desugaring.DOMAIN_NAME, unknown));
            }
            return List.of();
        }
        if (!(domain instanceof Value.Fields fields)) {
            throw Properties.wrong("an object", path, domain, "write {…}");
        }
        Value name = fields.fields().get("DomainName");
        if (name == null || !fields.fields().containsKey("CertificateArn")) {
            throw Properties.wrong("DomainName and CertificateArn", path, domain, "add what is missing");
        }
        List<Resource> resources = new ArrayList<>();
        String id = "ApiGatewayDomainNameV2" + SamNames.hash(Expression.of(name));
        resources.add(part(id, Desugaring.DOMAIN_NAME, domainName(fields, name)));
        mappings(fields, id, stage, resources);
        return resources;
    }

    private Value.Fields domainName(Value.Fields domain, Value name) {
        Value endpoint = domain.fields().get("EndpointConfiguration");
        Value.Fields configuration = new Fragment(domain.location())
                .text("EndpointType", "REGIONAL")
                .put("EndpointType", endpoint)
                .rename(domain, "CertificateArn", "CertificateArn")
                .rename(domain, "OwnershipVerificationCertificateArn", "OwnershipVerificationCertificateArn")
                .rename(domain, "SecurityPolicy", "SecurityPolicy")
                .fields();
        Value tls = domain.fields().get("MutualTlsAuthentication");
        Lookup.entries(tls).forEach(this::checkTls);
        return new Fragment(domain.location())
                .put("DomainName", name)
                .list("DomainNameConfigurations", configuration)
                .put("MutualTlsAuthentication", tls)
                .fields();
    }

    private void checkTls(String name, Value value) {
        if (!TLS.contains(name)) {
            String place = path + ".MutualTlsAuthentication";
            Value.Text got = new Value.Text(name, value.location());
            throw Properties.wrong("TruststoreUri or TruststoreVersion", place, got, "correct the name");
        }
    }

    private void mappings(Value.Fields domain, String domainName, String stage, List<Resource> resources) {
        Value basePath = domain.fields().get("BasePath");
        if (basePath == null || !Lookup.isGiven(basePath)) {
            resources.add(mapping(domain.location(), domainName, stage, "", null));
            return;
        }
        for (Value item : basePath instanceof Value.Items items ? items.items() : List.of(basePath)) {
            check(item);
            String text = Expression.of(item);
            boolean known = Lookup.unresolved(item) == null;
            Value key = known ? new Value.Text(stripped(text), item.location()) : item;
            resources.add(mapping(item.location(), domainName, stage, known ? text : "", key));
        }
    }

    private void check(Value basePath) {
        String text = Expression.of(basePath);
        boolean parameter =
                Lookup.unresolved(basePath) != null && PARAMETER.matcher(text).matches();
        boolean valid =
                basePath instanceof Value.Text && BASE_PATH.matcher(text).matches();
        if (!parameter && !valid) {
            throw Properties.wrong(
                    "text of letters, digits, '/', '-' and '_'",
                    path + ".BasePath",
                    basePath,
                    "write it out, or refer to a parameter");
        }
    }

    private Resource mapping(Location location, String domainName, String stage, String basePath, @Nullable Value key) {
        Value.Fields properties = new Fragment(location)
                .reference("ApiId", api.declared().logicalId())
                .reference("DomainName", domainName)
                .reference("Stage", stage)
                .put("ApiMappingKey", key)
                .fields();
        String id = api.declared().logicalId() + basePath.replaceAll("[-_/]+", "") + "ApiMapping";
        return part(id, Desugaring.API_MAPPING, properties);
    }

    private Resource part(String id, String type, Value.Fields properties) {
        return Desugaring.part(api.declared(), id, type, properties, api.origin());
    }

    private static String stripped(String basePath) {
        return basePath.replaceAll("^/+|/+$", "");
    }
}
