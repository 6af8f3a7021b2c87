package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Template;
import java.time.LocalDate;
import java.util.Set;

/**
 * What is under review.
 *
 * @param template the template
 * @param today the day on which dates are judged
 * @param requirements what the team needs of its API, as far as it says so
 */
record Subject(Template template, LocalDate today, Set<ApiRequirement> requirements) {}
