package io.github.securehttpapi.review;

import java.util.List;

/** Which pages may call the API, and whether their browsers can. */
final class CorsRules {
    static final List<Rule> ALL = List.of(
            new CorsMissing(),
            new CorsCredentialsAnyOrigin(),
            new CorsAnyOrigin(),
            new CorsHttpOrigin(),
            new CorsOriginForm(),
            new CorsMethods(),
            new CorsHeaders(),
            new CorsPreflightSwallowed(),
            new CorsByIntegration(),
            new CorsByFunction(),
            new CorsMaxAge());

    static final String GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html";
    static final String FETCH = "https://fetch.spec.whatwg.org/#http-cors-protocol";

    private CorsRules() {}
}
