package io.github.securehttpapi.review;

import java.util.List;

/** What the functions behind an API can take. */
final class FunctionRules {
    static final List<Rule> ALL = List.of(new FunctionConcurrency(), new FunctionRuntime(), new IntegrationTimeout());

    private FunctionRules() {}
}
