package io.github.securehttpapi.review;

import java.util.List;

/** Who may call a route. */
final class AuthorizationRules {
    static final List<Rule> ALL = List.of(new PublicRoute());

    private AuthorizationRules() {}
}
