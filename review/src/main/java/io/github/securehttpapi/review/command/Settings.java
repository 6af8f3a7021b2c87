package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.ApiRequirement;
import io.github.securehttpapi.review.Suppressions;
import io.github.securehttpapi.review.Surface;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what every template of a run is reviewed.
 *
 * @param today the day on which dates are judged
 * @param parameters values for those templates that declare them
 * @param suppressions what the team accepts
 * @param baseline what the templates once offered, or null
 * @param requirements what the team needs of its API
 */
record Settings(
        LocalDate today,
        Map<String, String> parameters,
        Suppressions suppressions,
        @Nullable Surface baseline,
        Set<ApiRequirement> requirements) {
    Settings {
        parameters = Map.copyOf(parameters);
        requirements = Set.copyOf(requirements);
    }
}
