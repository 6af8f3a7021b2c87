package io.github.securehttpapi.local.internal.jwt;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token to be made. What it does not say is as the authorizer wants it. */
public final class TokenDraft {
    /** Ours: far more than any token lives, and far from where time overflows. */
    private static final Duration MOST = Duration.ofDays(366);

    private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    private final Set<String> without = new LinkedHashSet<>();
    private @Nullable String authorizer;
    private Duration expiresIn = Duration.ofHours(1);
    private boolean trusted = true;

    /** Sets for which authorizer it is, by its logical id. */
    public void authorizer(String logicalId) {
        authorizer = logicalId;
    }

    /** Sets a claim, whatever the authorizer wants. */
    public void claim(String name, @Nullable Object value) {
        if (!isJson(value)) {
            throw new IllegalArgumentException("claim " + name
                    + " must be a text, a number, a boolean, null, or a list or a map of them, got '" + value
                    + "': write it as one of them");
        }
        without.remove(name);
        claims.put(name, value);
    }

    /** Leaves a claim out. */
    public void without(String name) {
        claims.remove(name);
        without.add(name);
    }

    /** Sets how long it is good; a negative time makes one that has expired. */
    public void expiresIn(Duration time) {
        if (time.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("expiresIn must be at most " + MOST.toSeconds() + " seconds, got '"
                    + time.toSeconds() + "': choose less");
        }
        expiresIn = time;
    }

    /** Has a key sign it that nobody knows. */
    public void untrusted() {
        trusted = false;
    }

    @Nullable String authorizer() {
        return authorizer;
    }

    Duration expiresIn() {
        return expiresIn;
    }

    boolean isTrusted() {
        return trusted;
    }

    /** The claims over those that are there without being asked for. */
    Map<String, @Nullable Object> over(Map<String, Object> usual) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(usual);
        all.putAll(claims);
        without.forEach(all::remove);
        return all;
    }

    private static boolean isJson(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.keySet().stream().allMatch(String.class::isInstance)
                    && object.values().stream().allMatch(TokenDraft::isJson);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(TokenDraft::isJson);
        }
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Json.Digits
                || (value instanceof Number number && Double.isFinite(number.doubleValue()));
    }
}
