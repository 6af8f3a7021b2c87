package io.github.securehttpapi.template;

import org.jspecify.annotations.Nullable;

/**
 * A stage's access log.
 *
 * @param destination the ARN of the log group, usually unresolved with a reference to it
 * @param logGroup the log group that {@code destination} refers to; null if it is none of this template
 * @param format the line to write, with {@code $context} variables
 */
public record AccessLog(
        Property<String> destination, @Nullable LogGroup logGroup, Property<String> format) {}
