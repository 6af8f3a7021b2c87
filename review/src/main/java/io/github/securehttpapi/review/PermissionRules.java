package io.github.securehttpapi.review;

import java.util.List;

/** Who may call the functions behind an API. */
final class PermissionRules {
    static final List<Rule> ALL =
            List.of(new PermissionSourceArn(), new PermissionPrincipal(), new PermissionMissing());

    private PermissionRules() {}
}
