package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Route;

/** A route for the OPTIONS requests by which a browser asks for leave; they never carry credentials. */
final class Preflight {
    private Preflight() {}

    static boolean is(Route route) {
        return route.routeKey().startsWith("OPTIONS ");
    }
}
