package io.github.securehttpapi.review;

/**
 * A finding that an exception covers.
 *
 * @param finding the finding
 * @param excuse the exception
 */
public record Excused(Finding finding, Excuse excuse) {}
