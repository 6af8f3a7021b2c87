package io.github.securehttpapi.review;

import java.util.List;

/** Who may call a route. */
final class AuthorizationRules {
    static final List<Rule> ALL = List.of(
            new PublicRoute(),
            new PublicAccessExpired(),
            new PublicPreflight(),
            new ShadowedRoute(),
            new JwtWithoutScopes(),
            new JwtIssuer(),
            new JwtAudiences(),
            new JwtAudienceQuota(),
            new ScopesWithoutJwt(),
            new AuthorizerUnfit(),
            new LambdaAuthorizerJwt(),
            new AuthorizerCacheShared(),
            new AuthorizerIdentitySource(),
            new AuthorizerUnused());

    private AuthorizationRules() {}
}
