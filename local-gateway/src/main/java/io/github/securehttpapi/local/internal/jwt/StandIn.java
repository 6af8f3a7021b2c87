package io.github.securehttpapi.local.internal.jwt;

import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names for what is known only when deployed, such as a user pool of the same template: the expression with its logical
 * ids in the place of their values, the same at each start.
 */
final class StandIn {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    private StandIn() {}

    /** An issuer: {@code https://cognito-idp.us-east-1.amazonaws.com/Pool} for a user pool {@code Pool}. */
    static String issuer(Property<String> issuer) {
        String name = name(issuer.toString());
        return name.startsWith("https://") ? name : "https://local-issuer.invalid/" + name;
    }

    /** The audiences: {@code Client} for a user pool's client {@code Client}. */
    static List<String> audiences(Property<List<String>> audiences, @Nullable Value declared) {
        if (audiences.value().isPresent()) {
            return audiences.required();
        }
        if (!(declared instanceof Value.Items list)) {
            return List.of(name(audiences.toString()));
        }
        List<String> names = new ArrayList<>();
        list.items().forEach(item -> names.add(name(item)));
        return names;
    }

    private static String name(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Reference reference) {
            return name(reference.expression());
        }
        return value instanceof Value.Unresolved unresolved ? name(unresolved.expression()) : "local-audience";
    }

    private static String name(String expression) {
        return REFERENCE.matcher(expression).replaceAll("$1");
    }
}
