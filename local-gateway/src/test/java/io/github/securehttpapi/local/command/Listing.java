package io.github.securehttpapi.local.command;

import io.github.securehttpapi.local.LocalGateway;

/** What the command prints of a gateway's routes, for tests outside of its package. */
public final class Listing {
    private Listing() {}

    public static String of(LocalGateway gateway) {
        return RouteListing.of(gateway);
    }
}
