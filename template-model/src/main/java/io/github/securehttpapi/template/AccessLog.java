package io.github.securehttpapi.template;

/**
 * A stage's access log.
 *
 * @param destination the ARN of the log group, usually unresolved with a reference to it
 * @param format the line to write, with {@code $context} variables
 */
public record AccessLog(Property<String> destination, Property<String> format) {}
