package io.github.securehttpapi.local.internal.jwt;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The claims of a token whose signature is good. */
final class Claims {
    private final Map<String, ? extends @Nullable Object> claims;

    Claims(Map<String, ? extends @Nullable Object> claims) {
        this.claims = claims;
    }

    boolean has(String name) {
        return claims.containsKey(name);
    }

    /** The claim's text, or null if it is absent or no text. */
    @Nullable String text(String name) {
        return claims.get(name) instanceof String text ? text : null;
    }

    /** The texts of a list, or of one text; none if the claim is anything else. */
    List<String> texts(String name) {
        Object value = claims.get(name);
        if (value instanceof String text) {
            return List.of(text);
        }
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** Seconds since 1970, which may have a fraction (RFC 7519, 2, NumericDate); null if it is absent or no number. */
    @Nullable BigDecimal seconds(String name) {
        try {
            return claims.get(name) instanceof Json.Digits number ? number.value() : null;
        } catch (NumberFormatException beyondAnyTime) {
            return null;
        }
    }

    /**
     * Every claim as text, as the event has it: a list like {@code [admin poweruser]} is recorded, which is how Go prints
     * one, so an object is printed as Go does. Nulls are left out.
     */
    Map<String, String> rendered() {
        Map<String, String> rendered = new LinkedHashMap<>();
        claims.forEach((name, value) -> {
            if (value != null) {
                rendered.put(name, rendered(value));
            }
        });
        return rendered;
    }

    private static String rendered(@Nullable Object value) {
        if (value instanceof Json.Digits number) {
            return number.text();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Claims::rendered).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value instanceof Map<?, ?> object) {
            return new TreeMap<>(object)
                    .entrySet().stream()
                            .map(field -> field.getKey() + ":" + rendered(field.getValue()))
                            .collect(Collectors.joining(" ", "map[", "]"));
        }
        return value == null ? "<nil>" : value.toString();
    }
}
