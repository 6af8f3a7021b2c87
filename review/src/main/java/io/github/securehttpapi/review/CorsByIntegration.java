package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CORS headers that an integration's parameter mapping writes. */
final class CorsByIntegration implements CorsRule {
    private static final String MAPPINGS = "ResponseParameters";

    private static final Pattern CORS_HEADER =
            Pattern.compile("(?:append|overwrite|remove):header\\.(access-control-.+)", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-by-integration",
                Severity.ERROR,
                "the deployment fails, since CORS headers are the gateway's own",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html"
                        + "#http-api-mapping-reserved-headers");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Route route : api.routes()) {
            Integration integration = route.integration();
            if (integration != null && seen.add(integration.logicalId())) {
                judge(route, integration.resource(), subject.template(), findings);
            }
        }
    }

    private static void judge(Route route, Resource integration, Template template, Findings findings) {
        String name = "integration of route '" + route.routeKey() + "'";
        Value mappings = integration.properties().fields().get(MAPPINGS);
        if (mappings instanceof Value.Unresolved unknown) {
            findings.on(integration, unknown.location())
                    .unresolved(
                            MAPPINGS,
                            unknown.expression(),
                            unknown.reason(),
                            "whether the " + name + " writes CORS headers");
            return;
        }
        String header = header(mappings);
        if (header != null) {
            findings.on(integration, mappings == null ? integration.location() : mappings.location())
                    .report(
                            name + " must leave CORS headers to the gateway, got a mapping of '" + header + "'",
                            "drop the mapping, and say in the API's CORS configuration which origins may call it",
                            withoutMapping(integration, template));
        }
    }

    /** The first CORS header that is a key of a mapping, or the destination of one, at any depth. */
    static @Nullable String header(@Nullable Value mappings) {
        if (mappings instanceof Value.Fields fields) {
            for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
                String header = header(field.getKey());
                header = header == null ? header(field.getValue()) : header;
                if (header != null) {
                    return header;
                }
            }
        }
        if (mappings instanceof Value.Items items) {
            for (Value item : items.items()) {
                String header = header(item);
                if (header != null) {
                    return header;
                }
            }
        }
        return mappings instanceof Value.Text text ? header(text.text()) : null;
    }

    private static @Nullable String header(String destination) {
        Matcher header = CORS_HEADER.matcher(destination);
        return header.matches() ? header.group(1) : null;
    }

    private static List<Change> withoutMapping(Resource integration, Template template) {
        Origin origin = integration.origin();
        if (origin.kind() == Origin.Kind.RESOURCE) {
            return rewritten(template, Raw.at(Raw.at(origin.path(), "Properties"), MAPPINGS));
        }
        String extension = "x-amazon-apigateway-integration";
        List<String> path = origin.path().get(origin.path().size() - 1).equals(extension)
                ? origin.path()
                : Raw.at(origin.path(), extension);
        return rewritten(template, Raw.at(path, "responseParameters"));
    }

    private static List<Change> rewritten(Template template, List<String> path) {
        Value written = template.document().at(path);
        return written == null ? List.of() : List.of(new Change(path, without(written)));
    }

    /** What is left without the mappings; null if that is nothing. */
    private static @Nullable Object without(Value written) {
        if (written instanceof Value.Items items) {
            List<Object> kept = new ArrayList<>();
            items.items().forEach(item -> {
                Object rest = header(item) == null ? EditedTemplate.plain(item) : null;
                if (rest != null) {
                    kept.add(rest);
                }
            });
            return kept.isEmpty() ? null : kept;
        }
        if (written instanceof Value.Fields fields) {
            Map<String, Object> kept = new LinkedHashMap<>();
            fields.fields().forEach((name, value) -> {
                Object rest = header(name) == null ? without(value) : null;
                if (rest != null) {
                    kept.put(name, rest);
                }
            });
            return kept.isEmpty() ? null : kept;
        }
        return EditedTemplate.plain(written);
    }
}
