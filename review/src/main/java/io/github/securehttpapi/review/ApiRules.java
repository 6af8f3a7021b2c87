package io.github.securehttpapi.review;

import java.util.List;

/** What is around the routes of an API: its endpoints, its limits, and whether it is the right kind of API at all. */
final class ApiRules {
    static final List<Rule> ALL = List.of(
            new ExecuteApiOpen(),
            new TlsPolicy(),
            new IntegrationTimeoutRange(),
            new AuthorizerTtl(),
            new Quota(),
            new RestApiNeeded(),
            new NotReviewed());

    private ApiRules() {}
}
