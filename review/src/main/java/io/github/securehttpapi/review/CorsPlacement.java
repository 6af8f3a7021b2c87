package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a template writes the CORS configuration of an API: in the API's resource, in {@code Globals}, or in its OpenAPI
 * document, which has other names for the same settings (API Gateway developer guide,
 * api-gateway-swagger-extensions-cors-configuration.html).
 */
final class CorsPlacement {
    private static final String CONFIGURATION = "CorsConfiguration";
    private static final String EXTENSION = "x-amazon-apigateway-cors";

    private final Value.Fields document;
    private final List<List<String>> places;

    private CorsPlacement(Value.Fields document, List<List<String>> places) {
        this.document = document;
        this.places = places;
    }

    static CorsPlacement of(HttpApi api, Template template) {
        return new CorsPlacement(
                template.document(), places(template.document(), api.resource().origin()));
    }

    /** The likeliest first: what holds where several are written, and what to write where none is. */
    private static List<List<String>> places(Value.Fields document, Origin origin) {
        List<String> properties =
                origin.kind() == Origin.Kind.RESOURCE ? Raw.at(origin.path(), "Properties") : origin.path();
        List<String> own = Raw.at(properties, CONFIGURATION);
        return switch (origin.kind()) {
            case RESOURCE -> {
                List<String> body = Raw.at(properties, "Body");
                boolean described = document.at(body) != null;
                yield described ? List.of(Raw.at(body, EXTENSION), own) : List.of(own);
            }
            case SAM_API ->
                List.of(
                        own,
                        List.of("Globals", "HttpApi", CONFIGURATION),
                        Raw.at(Raw.at(properties, "DefinitionBody"), EXTENSION));
            case QUICK_CREATE, SAM_IMPLICIT_API, SAM_FUNCTION, SAM_EVENT, OPENAPI -> List.of(own);
        };
    }

    /** What the template has for a setting, as written; null if it has none. */
    @Nullable Value raw(String setting) {
        return document.at(path(setting));
    }

    /** Where a setting stands, or would have to. */
    List<String> path(String setting) {
        for (List<String> place : places) {
            List<String> path = Raw.at(place, named(place, setting));
            if (document.at(path) != null) {
                return path;
            }
        }
        List<String> place = written();
        return Raw.at(place, named(place, setting));
    }

    /** A setting in place of what is written, the others as they are. */
    Change set(String setting, Object value) {
        List<String> place = written();
        if (document.at(place) instanceof Value.Flag) {
            return whole(Map.of("AllowOrigins", List.of("*"), setting, value));
        }
        return new Change(path(setting), value);
    }

    /** A list with more items, those that it has as they are written; no change if it is computed. */
    List<Change> append(String setting, List<String> more) {
        List<Object> items = Raw.items(raw(setting));
        if (items == null) {
            return List.of();
        }
        List<Object> all = new ArrayList<>(items);
        all.addAll(more);
        return List.of(set(setting, all));
    }

    /** The whole configuration, by CloudFormation's names, in place of what is written. */
    Change whole(Map<String, Object> settings) {
        List<String> place = written();
        Map<String, Object> named = new LinkedHashMap<>();
        List.of("AllowOrigins", "AllowMethods", "AllowHeaders", "MaxAge").forEach(setting -> {
            Object value = settings.get(setting);
            if (value != null) {
                named.put(named(place, setting), value);
            }
        });
        return new Change(place, named);
    }

    /** Whether the configuration is written as no more than {@code true}, as SAM takes it for any origin. */
    boolean isSwitch() {
        return document.at(written()) instanceof Value.Flag;
    }

    private List<String> written() {
        return places.stream()
                .filter(place -> document.at(place) != null)
                .findFirst()
                .orElse(places.get(0));
    }

    private static String named(List<String> place, String setting) {
        return place.get(place.size() - 1).equals(EXTENSION)
                ? Character.toLowerCase(setting.charAt(0)) + setting.substring(1)
                : setting;
    }
}
