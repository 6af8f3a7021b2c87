package io.github.securehttpapi.local.internal.probe;

import io.github.securehttpapi.local.internal.Printable;

/**
 * A rule that an answer broke.
 *
 * @param routeKey the route
 * @param rule what it must do
 * @param got what came back
 * @param sent what was sent
 */
public record Finding(String routeKey, String rule, String got, String sent) {
    /** Ours: a line is to be read. */
    private static final int MAX_PART = 160;

    /** The finding in one line. */
    @Override
    public String toString() {
        return Printable.of(routeKey + " must " + rule + ", got '" + shortened(got) + "': sent " + shortened(sent));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_PART ? text : text.substring(0, MAX_PART) + "…";
    }
}
