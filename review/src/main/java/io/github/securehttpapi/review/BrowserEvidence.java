package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What in a template says that pages of another origin call an API: what the API does for them itself. */
final class BrowserEvidence {
    private static final Pattern ORIGIN_NAME = Pattern.compile(".*(CORS|ORIGIN).*");
    private static final Pattern ORIGIN_VALUE = Pattern.compile("\\*|https?://[^/]+/?.*");
    private static final Pattern CORS_HEADER = Pattern.compile("access-control-allow-.*", Pattern.CASE_INSENSITIVE);

    private BrowserEvidence() {}

    /** The first thing that is found; null if there is none. */
    static @Nullable String of(HttpApi api, Template template) {
        return Stream.concat(
                        api.routes().stream().map(route -> ofRoute(route, template)),
                        CorsByFunction.functions(api).values().stream().map(BrowserEvidence::ofFunction))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> ofRoute(Route route, Template template) {
        if (Preflight.is(route)) {
            return Optional.of("route '" + route.routeKey() + "' answers preflight by itself");
        }
        Integration integration = route.integration();
        Value mappings = integration == null
                ? null
                : integration.resource().properties().fields().get("ResponseParameters");
        if (CorsByIntegration.header(mappings) != null) {
            return Optional.of("route '" + route.routeKey() + "' maps CORS headers");
        }
        Origin origin = route.resource().origin();
        boolean documented = origin.kind() == Origin.Kind.OPENAPI
                && namesHeader(template.document().at(Raw.at(origin.path(), "responses")));
        return documented
                ? Optional.of("the OpenAPI document has CORS headers on '" + route.routeKey() + "'")
                : Optional.empty();
    }

    private static boolean namesHeader(@Nullable Value responses) {
        return responses instanceof Value.Fields fields
                && fields.fields().entrySet().stream()
                        .anyMatch(field ->
                                CORS_HEADER.matcher(field.getKey()).matches() || namesHeader(field.getValue()));
    }

    private static Optional<String> ofFunction(LambdaFunction function) {
        String name = "function '" + function.resource().origin().logicalId() + "'";
        InlineCode code = InlineCode.of(function);
        if (code != null && code.corsHeader() != null) {
            return Optional.of(name + " writes '" + code.corsHeader() + "' itself");
        }
        return function.environment().entrySet().stream()
                .filter(BrowserEvidence::namesOrigin)
                .findFirst()
                .map(variable -> name + " is given '" + variable.getValue() + "' as '" + variable.getKey() + "'");
    }

    private static boolean namesOrigin(Map.Entry<String, Property<String>> variable) {
        return ORIGIN_NAME.matcher(variable.getKey().toUpperCase(Locale.ROOT)).matches()
                && variable.getValue().value().stream()
                        .anyMatch(value -> ORIGIN_VALUE.matcher(value).matches());
    }
}
