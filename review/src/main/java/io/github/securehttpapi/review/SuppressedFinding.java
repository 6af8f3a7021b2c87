package io.github.securehttpapi.review;

/**
 * A finding that a suppression covers.
 *
 * @param finding the finding
 * @param suppression the suppression
 */
public record SuppressedFinding(Finding finding, Suppression suppression) {}
