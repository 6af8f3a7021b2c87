package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the origins that an API allows.
 *
 * @param path such as {@code AllowOrigins[0]}
 * @param text what it is; null if that is known only when deployed
 * @param expression the text, or what has no value yet
 * @param reason why it has none, or empty
 * @param location where it stands
 */
record AllowedOrigin(String path, @Nullable OriginText text, String expression, String reason, Location location) {
    static List<AllowedOrigin> of(HttpApi api) {
        Value configuration = api.resource().properties().fields().get("CorsConfiguration");
        Value origins =
                configuration instanceof Value.Fields fields ? fields.fields().get("AllowOrigins") : configuration;
        if (!(origins instanceof Value.Items items)) {
            return origins == null ? List.of() : List.of(of("AllowOrigins", origins));
        }
        List<AllowedOrigin> all = new ArrayList<>();
        for (int index = 0; index < items.items().size(); index++) {
            all.add(of("AllowOrigins[" + index + "]", items.items().get(index)));
        }
        return all;
    }

    private static AllowedOrigin of(String path, Value value) {
        if (value instanceof Value.Unresolved unresolved) {
            return new AllowedOrigin(path, null, unresolved.expression(), unresolved.reason(), value.location());
        }
        if (value instanceof Value.Reference reference) {
            String reason = "resource " + reference.logicalId() + " is known only when deployed";
            return new AllowedOrigin(path, null, reference.expression(), reason, value.location());
        }
        String text = String.valueOf(EditedTemplate.plain(value));
        return new AllowedOrigin(path, new OriginText(text), text, "", value.location());
    }

    boolean is(OriginText.Kind kind) {
        return text != null && text.kind() == kind;
    }

    /** Whether it would still let a page in if another were gone. */
    boolean mayStay() {
        return text == null || text.kind() == OriginText.Kind.EXACT;
    }
}
