package io.github.securehttpapi.review;

import java.util.List;
import java.util.stream.Stream;

/** Every rule there is, in the order in which findings are shown. */
final class Rules {
    static final List<Rule> ALL = Stream.of(
                    AuthorizationRules.ALL,
                    PermissionRules.ALL,
                    FunctionRules.ALL,
                    CorsRules.ALL,
                    LogRules.ALL,
                    StageRules.ALL,
                    ApiRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}
}
