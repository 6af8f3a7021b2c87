package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Location;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say of a place in a template.
 *
 * @param rule the rule's id, such as {@code public-route}
 * @param severity how much it weighs
 * @param route the key of the route it is about, such as {@code GET /health}; null if it is about no single one
 * @param resource the logical id, in the template, of the resource to change
 * @param message what is wrong, and with what value
 * @param fix what to do about it
 * @param location where in the template
 * @param unresolved whether the rule could not judge, since what it depends on is known only when deployed
 */
public record Finding(
        String rule,
        Severity severity,
        @Nullable String route,
        String resource,
        String message,
        Fix fix,
        Location location,
        boolean unresolved) {}
