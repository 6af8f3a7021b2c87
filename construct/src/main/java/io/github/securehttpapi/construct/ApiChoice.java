package io.github.securehttpapi.construct;

import io.github.securehttpapi.review.ApiRequirement;
import io.github.securehttpapi.review.ApiType;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which kind of API meets a team's requirements, and why: a WebSocket API if the server must speak first, a REST API if
 * anything is required that HTTP APIs lack, and otherwise an HTTP API, the cheaper and faster kind.
 *
 * <pre>{@code
 * ApiChoice choice = ApiChoice.of(ApiRequirement.WAF, ApiRequirement.LOWEST_PRICE);
 * choice.type();    // REST
 * choice.reasons(); // WAF: AWS WAF attaches to REST APIs alone, …
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class ApiChoice {
    /** "Building faster, lower cost, better APIs – HTTP APIs now generally available", AWS Compute blog. */
    private static final String NOTHING_SPEAKS_AGAINST_HTTP =
            "nothing required needs another kind of API, and HTTP APIs are the cheaper and faster one";

    private final ApiType type;
    private final List<String> reasons;

    private ApiChoice(ApiType type, Set<ApiRequirement> requirements) {
        this.type = type;
        this.reasons = requirements.isEmpty()
                ? List.of(NOTHING_SPEAKS_AGAINST_HTTP)
                : requirements.stream().map(this::reason).toList();
    }

    /**
     * Chooses.
     *
     * @param requirements what the API needs, which may be nothing
     * @return the choice
     * @throws IllegalArgumentException if two-way messages are required together with what WebSocket APIs lack and only REST
     *     APIs have, so that it takes two APIs
     */
    public static ApiChoice of(ApiRequirement... requirements) {
        EnumSet<ApiRequirement> ordered = ordered(Arrays.asList(requirements));
        Set<ApiRequirement> conflicting = conflicting(ordered);
        if (!conflicting.isEmpty()) {
            throw new IllegalArgumentException("requirements must be met by one kind of API, got '"
                    + names(only(ordered, ApiChoice::isMetByWebSocketAlone))
                    + "', which only a WebSocket API meets, and '"
                    + names(conflicting) + "', which it does not: build two APIs, a WebSocket API for the messages and"
                    + " a REST API for the rest");
        }
        return new ApiChoice(choose(ordered), ordered);
    }

    /**
     * Refuses what an HTTP API does not meet, and says what to do.
     *
     * @throws IllegalArgumentException if there is anything to refuse
     */
    static void requireHttp(Set<ApiRequirement> requirements) {
        EnumSet<ApiRequirement> ordered = ordered(requirements);
        Set<ApiRequirement> unmet = only(ordered, requirement -> !requirement.isMetBy(ApiType.HTTP));
        if (unmet.isEmpty()) {
            return;
        }
        String other = conflicting(ordered).isEmpty() ? choose(ordered).inWords() : "a WebSocket API and a REST API";
        throw new IllegalArgumentException("requirements must be ones that an HTTP API meets, got '" + names(unmet)
                + "': build " + other + " instead, or drop the requirement and make up for it"
                + unmet.stream()
                        .map(requirement -> "\n- " + requirement + ": " + requirement.fact() + "; with an HTTP API, "
                                + requirement.substitute())
                        .collect(Collectors.joining()));
    }

    private static ApiType choose(Set<ApiRequirement> requirements) {
        if (requirements.stream().anyMatch(ApiChoice::isMetByWebSocketAlone)) {
            return ApiType.WEBSOCKET;
        }
        return requirements.stream().allMatch(requirement -> requirement.isMetBy(ApiType.HTTP))
                ? ApiType.HTTP
                : ApiType.REST;
    }

    /** Those that a WebSocket API does not meet, where one is needed. What HTTP APIs have, others make up for. */
    private static Set<ApiRequirement> conflicting(Set<ApiRequirement> requirements) {
        return choose(requirements) == ApiType.WEBSOCKET ? only(requirements, ApiChoice::isMetByRestAlone) : Set.of();
    }

    private static boolean isMetByWebSocketAlone(ApiRequirement requirement) {
        return requirement.isMetBy(ApiType.WEBSOCKET)
                && !requirement.isMetBy(ApiType.REST)
                && !requirement.isMetBy(ApiType.HTTP);
    }

    private static boolean isMetByRestAlone(ApiRequirement requirement) {
        return requirement.isMetBy(ApiType.REST)
                && !requirement.isMetBy(ApiType.WEBSOCKET)
                && !requirement.isMetBy(ApiType.HTTP);
    }

    private String reason(ApiRequirement requirement) {
        String reason = requirement + ": " + requirement.fact();
        return requirement.isMetBy(type)
                ? reason
                : reason + "; with " + type.inWords() + ", " + requirement.substitute();
    }

    private static EnumSet<ApiRequirement> ordered(Collection<ApiRequirement> requirements) {
        EnumSet<ApiRequirement> ordered = EnumSet.noneOf(ApiRequirement.class);
        ordered.addAll(requirements);
        return ordered;
    }

    private static Set<ApiRequirement> only(Set<ApiRequirement> requirements, Predicate<ApiRequirement> condition) {
        return ordered(requirements.stream().filter(condition).toList());
    }

    private static String names(Set<ApiRequirement> requirements) {
        return requirements.stream().map(ApiRequirement::name).collect(Collectors.joining(", "));
    }

    /**
     * The kind of API to build.
     *
     * @return the kind
     */
    public ApiType type() {
        return type;
    }

    /**
     * Why, one reason for each requirement in the order of {@link ApiRequirement}; where nothing is required, one for that.
     *
     * @return the reasons, at least one; where the chosen kind does not meet a requirement, the reason says how to make up
     *     for it
     */
    public List<String> reasons() {
        return reasons;
    }

    /**
     * The choice and its reasons, for a human.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        return "build " + type.inWords() + "\n- " + String.join("\n- ", reasons);
    }
}
