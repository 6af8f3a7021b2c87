package io.github.securehttpapi.construct;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a route may be called by anyone, and for how long. It is written into the route's {@code Metadata} in the template,
 * where reviewers and tools find it.
 *
 * <pre>{@code
 * SecureRoute.get("/offers")
 *         .handler(offersFunction)
 *         .publicAccess(PublicAccess.because("campaign page without login")
 *                 .owner("team-campaigns")
 *                 .until(LocalDate.of(2027, 3, 31)))
 *         .build();
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class PublicAccess {
    /** The key below a resource's {@code Metadata} that holds what CloudFormation has no property for. */
    static final String METADATA_KEY = "SecureHttpApi";

    /** Two weeks: a sprint, in most teams. */
    private static final long DAYS_OF_WARNING = 14;

    private final String reason;
    private final @Nullable String owner;
    private final @Nullable LocalDate lastDay;

    private PublicAccess(String reason, @Nullable String owner, @Nullable LocalDate lastDay) {
        this.reason = reason;
        this.owner = owner;
        this.lastDay = lastDay;
    }

    /**
     * Public access for a stated reason.
     *
     * @param reason one line for whoever asks, a year from now, whether this route is still meant to be public
     * @return the access to give to a route
     * @throws IllegalArgumentException if the reason is blank or has control characters
     */
    public static PublicAccess because(String reason) {
        return new PublicAccess(
                requireLine(reason, "reason for public access", "say why anyone may call the route"), null, null);
    }

    /**
     * The same access with somebody to ask about it.
     *
     * @param name one line: a team, a mail address
     * @return the access to give to a route
     * @throws IllegalArgumentException if the name is blank or has control characters
     */
    public PublicAccess owner(String name) {
        return new PublicAccess(
                reason, requireLine(name, "owner of public access", "name a team or a mail address"), lastDay);
    }

    /**
     * The same access with an end. {@link SecureHttpApi#addRoute} warns in the two weeks before, and throws after.
     *
     * @param day the last day of it, in UTC
     * @return the access to give to a route
     */
    public PublicAccess until(LocalDate day) {
        return new PublicAccess(reason, owner, Objects.requireNonNull(day, "day"));
    }

    private static String requireLine(String text, String name, String fix) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    name + " must be one line that is not blank, got '" + text + "': " + fix);
        }
        return text.strip();
    }

    void requireNotEnded(RouteKey key, LocalDate today) {
        if (lastDay != null && today.isAfter(lastDay)) {
            throw new IllegalStateException(
                    "public access to route '" + key + "' must not have ended, got the last day '" + lastDay + "' on "
                            + today + ": give the route an authorizer, or give a later day to until(…)");
        }
    }

    Optional<String> warning(RouteKey key, LocalDate today) {
        if (lastDay == null || ChronoUnit.DAYS.between(today, lastDay) > DAYS_OF_WARNING) {
            return Optional.empty();
        }
        return Optional.of("public access to route '" + key + "' ends after " + lastDay
                + ", and so will synthesis: give the route an authorizer, or give a later day to until(…)");
    }

    /** Reason, owner and last day in one line. */
    String toLine() {
        return "public: " + reason + (owner == null ? "" : ", owner " + owner)
                + (lastDay == null ? "" : ", until " + lastDay);
    }

    Map<String, Object> toMetadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("Reason", reason);
        if (owner != null) {
            metadata.put("Owner", owner);
        }
        if (lastDay != null) {
            metadata.put("Until", lastDay.toString());
        }
        return Map.of("PublicAccess", metadata);
    }
}
