package io.github.securehttpapi.review;

import java.util.List;

/** What a stage lets through. */
final class StageRules {
    static final List<Rule> ALL = List.of(
            new StageThrottle(),
            new RouteThrottle(),
            new RouteSettingsRoute(),
            new RouteSettingsDependency(),
            new RouteSettingsPartial(),
            new StageAutoDeploy());

    private StageRules() {}
}
