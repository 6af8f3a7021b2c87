package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change that puts exact https origins in the place of one that is none. */
final class OriginFix {
    private static final String SETTING = "AllowOrigins";

    private final HttpApi api;
    private final Template template;
    private final CorsPlacement place;
    private final List<AllowedOrigin> all;

    private OriginFix(HttpApi api, Template template) {
        this.api = api;
        this.template = template;
        this.place = CorsPlacement.of(api, template);
        this.all = AllowedOrigin.of(api);
    }

    static OriginFix of(HttpApi api, Template template) {
        return new OriginFix(api, template);
    }

    /** The name of the parameter that an origin's text comes from, or null if it is written right there. */
    @Nullable String parameter(AllowedOrigin origin) {
        String ofList = Raw.ref(place.raw(SETTING));
        String name = ofList == null ? Raw.ref(written(origin)) : ofList;
        return template.document().at(List.of("Parameters", String.valueOf(name))) == null ? null : name;
    }

    /** Where an origin comes from, to follow it in a message: a parameter, or nothing if it is written right there. */
    String source(AllowedOrigin origin) {
        String parameter = parameter(origin);
        return parameter == null ? "" : ", the value of parameter '" + parameter + "'";
    }

    /** No change where the origin is computed by anything but a parameter's default. */
    List<Change> replace(AllowedOrigin origin, List<String> corrected) {
        if (place.isSwitch()) {
            return withParameter(place.whole(NewCors.settings(api, template.document())));
        }
        String parameter = parameter(origin);
        if (parameter != null) {
            return inDefault(parameter, origin, corrected);
        }
        Value written = place.raw(SETTING) instanceof Value.Text only ? only : written(origin);
        if (!(written instanceof Value.Text)) {
            return List.of();
        }
        return inList(origin, replacements(origin, corrected));
    }

    private Object parameter() {
        return OriginParameter.reference(template.document());
    }

    private @Nullable Value written(AllowedOrigin origin) {
        return place.raw(SETTING) instanceof Value.Items items
                ? items.items().stream()
                        .filter(item -> item.location().equals(origin.location()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** What was meant, unless it is there already; nothing if others are left; else what only the team knows. */
    private List<Object> replacements(AllowedOrigin origin, List<String> corrected) {
        List<Object> missing = new ArrayList<>(corrected);
        all.forEach(other -> missing.remove(other.expression()));
        boolean othersStay = all.stream().anyMatch(other -> !other.equals(origin) && other.mayStay());
        return missing.isEmpty() && !othersStay ? List.of(parameter()) : missing;
    }

    private List<Change> inList(AllowedOrigin origin, List<Object> replacements) {
        List<Object> edited = new ArrayList<>();
        if (place.raw(SETTING) instanceof Value.Items items) {
            for (Value item : items.items()) {
                if (item.location().equals(origin.location())) {
                    edited.addAll(replacements);
                } else {
                    edited.addAll(Raw.items(new Value.Items(List.of(item), item.location())));
                }
            }
        } else {
            edited.addAll(replacements);
        }
        Change change = place.set(SETTING, edited);
        return edited.contains(parameter()) ? withParameter(change) : List.of(change);
    }

    /** A parameter that has the origin for a default: another default, or none if only the team knows it. */
    private List<Change> inDefault(String parameter, AllowedOrigin origin, List<String> corrected) {
        List<String> path = List.of("Parameters", parameter, "Default");
        if (!(template.document().at(path) instanceof Value.Text text)) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (String each : List.of(text.text().split(",", -1))) {
            if (!each.strip().equals(origin.expression())) {
                values.add(each.strip());
            } else {
                values.addAll(corrected);
            }
        }
        boolean isDefault = List.of(text.text().split("\\s*,\\s*")).contains(origin.expression());
        Object value = values.isEmpty() ? null : String.join(",", values);
        return isDefault ? List.of(new Change(path, value)) : List.of();
    }

    List<Change> withParameter(Change change) {
        List<Change> changes = new ArrayList<>(OriginParameter.declare(template.document()));
        changes.add(change);
        return changes;
    }

    /** Exact origins alone, as they are written, or the parameter if there are none. */
    List<Change> exactOnly() {
        if (place.isSwitch()) {
            return withParameter(place.whole(NewCors.settings(api, template.document())));
        }
        AllowedOrigin wildcard = all.stream()
                .filter(origin -> origin.is(OriginText.Kind.ANY))
                .findFirst()
                .orElse(null);
        if (wildcard != null && parameter(wildcard) != null) {
            return inDefault(String.valueOf(parameter(wildcard)), wildcard, List.of());
        }
        List<Object> kept = new ArrayList<>();
        if (place.raw(SETTING) instanceof Value.Items items) {
            for (Value item : items.items()) {
                if (all.stream()
                        .noneMatch(origin -> origin.is(OriginText.Kind.ANY)
                                && origin.location().equals(item.location()))) {
                    kept.addAll(Raw.items(new Value.Items(List.of(item), item.location())));
                }
            }
        }
        if (all.stream().anyMatch(AllowedOrigin::mayStay)) {
            return List.of(place.set(SETTING, kept));
        }
        kept.add(parameter());
        return withParameter(place.set(SETTING, kept));
    }
}
