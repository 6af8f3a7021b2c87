package io.github.securehttpapi.review;

import java.util.Locale;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
    /** The API is open, or will not deploy or work as written. */
    ERROR,
    /** A weakness to change, or to accept with a reason. */
    WARNING,
    /** Worth knowing; a choice that may well be right. */
    NOTE;

    /**
     * Whether this weighs as much as another, or more.
     *
     * @param other the other
     * @return whether it does
     */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** The name as the command takes and prints it, such as {@code warning}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
