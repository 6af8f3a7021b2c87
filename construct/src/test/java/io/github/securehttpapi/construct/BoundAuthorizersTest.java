package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.lambda.IFunction;

final class BoundAuthorizersTest {
    private final Stack stack = new Stack(new App(), "Shop");

    @Test
    void aJwtRouteWithoutScopesSaysOnceThatItTakesIdTokens() {
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(Synthesized.authorizer())
                .build();
        api.addRoute(SecureRoute.get("/a").handler(function(stack, "A")).build());
        api.addRoute(SecureRoute.get("/b").handler(function(stack, "B")).build());

        Annotations.fromStack(stack)
                .hasInfo(
                        "/Shop/Api",
                        "route 'GET /a' has a JWT authorizer and no scopes, so that it takes ID tokens as well as"
                                + " access tokens: require scopes with authorizationScopes(…), or of all such routes with"
                                + " defaultAuthorizationScopes(…)");
        Annotations.fromStack(stack).hasNoInfo("*", Match.stringLikeRegexp(".*GET /b.*"));
    }

    @Test
    void withScopesItSaysNothing() {
        SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(Synthesized.authorizer())
                .build()
                .addRoute(SecureRoute.get("/a")
                        .handler(function(stack, "A"))
                        .authorizationScopes(List.of("a/read"))
                        .build());

        Annotations.fromStack(stack).hasNoInfo("*", Match.anyValue());
    }

    @Test
    void anIssuerWithoutTlsIsRefused() {
        assertRefused(
                HttpJwtAuthorizer.Builder.create("Jwt", "http://issuer.example.com")
                        .jwtAudience(List.of("shop"))
                        .build(),
                "issuer of authorizer 'Jwt' must be an https URL, got 'http://issuer.example.com': API Gateway fetches"
                        + " the issuer's keys from it");
    }

    @Test
    void anAudienceOverTheQuotaIsRefused() {
        assertRefused(
                HttpJwtAuthorizer.Builder.create("Jwt", "https://issuer.example.com")
                        .jwtAudience(
                                IntStream.range(0, 51).mapToObj(i -> "c" + i).toList())
                        .build(),
                "audience of authorizer 'Jwt' must have 1 to 50 entries, got '51': name the clients whose tokens are"
                        + " for this API");
    }

    /** The CDK's own would give its routes the id of an authorizer that their API does not have. */
    @Test
    void anAuthorizerOfAnotherApiIsRefused() {
        IHttpRouteAuthorizer jwt = Synthesized.authorizer();
        IFunction orders = function(stack, "Orders");
        SecureRoute route =
                SecureRoute.get("/a").handler(orders).authorizer(jwt).build();
        SecureHttpApi.Builder.create(stack, "Api").build().addRoute(route);
        SecureHttpApi another = SecureHttpApi.Builder.create(stack, "Another").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> another.addRoute(route))
                .withMessage("authorizer of API 'Shop/Another/HttpApi' must be its own, got an HttpJwtAuthorizer that"
                        + " another API has already: build one for each API");
    }

    @Test
    void oneThatWasRefusedLeavesOthersBe() {
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
        IFunction orders = function(stack, "Orders");
        SecureRoute unsafe = SecureRoute.get("/a")
                .handler(orders)
                .authorizer(new HttpLambdaAuthorizer("Partner", function(stack, "Partner")))
                .build();
        SecureRoute safe = SecureRoute.get("/b")
                .handler(orders)
                .authorizer(Synthesized.authorizer())
                .build();

        assertThatIllegalArgumentException().isThrownBy(() -> api.addRoute(unsafe));
        assertThatNoException().isThrownBy(() -> api.addRoute(safe));
        assertThatIllegalArgumentException().isThrownBy(() -> api.addRoute(unsafe));
    }

    @Test
    void whereNoRouteAsksForTheDefaultItIsNotDefined() {
        SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(Synthesized.authorizer())
                .build()
                .addRoute(SecureRoute.get("/a")
                        .handler(function(stack, "A"))
                        .publicAccess(PublicAccess.because("catalogue"))
                        .build());

        assertThat(Synthesized.of(stack).resources("AWS::ApiGatewayV2::Authorizer"))
                .isEmpty();
    }

    /** The default of the CDK's own authorizer. */
    @Test
    void answersThatAreCachedForAllRoutesAlikeAreRefused() {
        assertRefused(
                new HttpLambdaAuthorizer("Partner", function(stack, "Partner")),
                "identitySource of authorizer 'Partner' must contain '$context.routeKey' while its answers are cached,"
                        + " got '[$request.header.Authorization]': an answer for one route would let the caller into"
                        + " every other; use SecureAuthorizers.lambda(…), or a resultsCacheTtl of 0");
    }

    @Test
    void answersThatAreCachedForAllCallersAlikeAreRefused() {
        assertRefused(
                HttpLambdaAuthorizer.Builder.create("Partner", function(stack, "Partner"))
                        .identitySource(List.of("$context.routeKey"))
                        .build(),
                "identitySource of authorizer 'Partner' must contain what tells callers apart while its answers are"
                        + " cached, got '[$context.routeKey]': an answer for one caller would let everyone in; add"
                        + " '$request.header.Authorization', or set a resultsCacheTtl of 0");
    }

    @Test
    void whatIsRefusedOnceIsRefusedAgain() {
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
        SecureRoute route = SecureRoute.get("/a")
                .handler(function(stack, "A"))
                .authorizer(new HttpLambdaAuthorizer("Partner", function(stack, "Partner")))
                .build();

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.addRoute(route))
                    .withMessageStartingWith("identitySource of authorizer 'Partner'");
        }
    }

    @Test
    void aCacheOverTheLimitIsRefused() {
        assertRefused(
                HttpLambdaAuthorizer.Builder.create("Partner", function(stack, "Partner"))
                        .identitySource(List.of("$context.routeKey"))
                        .resultsCacheTtl(Duration.minutes(90))
                        .build(),
                "resultsCacheTtl of authorizer 'Partner' must be at most 3600 seconds, got '5400': API Gateway keeps"
                        + " answers no longer");
    }

    @Test
    void answersThatAreNotCachedMayBeForAnyRoute() {
        IHttpRouteAuthorizer uncached = HttpLambdaAuthorizer.Builder.create("Partner", function(stack, "Partner"))
                .resultsCacheTtl(Duration.seconds(0))
                .build();

        assertThat(SecureHttpApi.Builder.create(stack, "Api")
                        .build()
                        .addRoute(SecureRoute.get("/a")
                                .handler(function(stack, "A"))
                                .authorizer(uncached)
                                .build())
                        .getPath())
                .isEqualTo("/a");
    }

    /** AWS raises this quota: "Maximum number of Authorizers for this API has been reached", anomalyco/sst#4522. */
    @Test
    void moreThanTenAreWarnedOfOnce() {
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
        IFunction function = function(stack, "A");
        for (int i = 0; i < 12; i++) {
            api.addRoute(SecureRoute.get("/" + i)
                    .handler(function)
                    .authorizer(jwt(i))
                    .build());
        }

        Annotations.fromStack(stack)
                .hasWarning(
                        "/Shop/Api/HttpApi",
                        "authorizers must be at most 10 unless AWS has raised the quota for this API, got '11': share one"
                                + " instance between the routes that ask for the same, or have it raised [ack:"
                                + " SecureHttpApi:Authorizers]");
        Annotations.fromStack(stack).hasNoWarning("*", Match.stringLikeRegexp(".*got '12'.*"));
    }

    @Test
    void tenAreFine() {
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
        IFunction function = function(stack, "A");
        for (int i = 0; i < 20; i++) {
            api.addRoute(SecureRoute.get("/" + i)
                    .handler(function)
                    .authorizer(i < 10 ? jwt(i) : new HttpIamAuthorizer())
                    .build());
        }

        Annotations.fromStack(stack).hasNoWarning("*", Match.anyValue());
    }

    private static IHttpRouteAuthorizer jwt(int number) {
        return HttpJwtAuthorizer.Builder.create("Jwt" + number, "https://issuer.example.com/" + number)
                .jwtAudience(List.of("shop"))
                .build();
    }

    @Test
    void ourLambdaAuthorizerIsSafe() {
        Synthesized shop = Synthesized.of(each -> SecureHttpApi.Builder.create(each, "Api")
                .defaultAuthorizer(SecureAuthorizers.lambda("Partner", function(each, "Partner")))
                .build()
                .addRoute(SecureRoute.get("/a").handler(function(each, "A")).build()));

        assertThat(shop.only("AWS::ApiGatewayV2::Authorizer"))
                .containsEntry("AuthorizerPayloadFormatVersion", "2.0")
                .containsEntry("EnableSimpleResponses", true)
                .containsEntry("AuthorizerResultTtlInSeconds", 300)
                .containsEntry("IdentitySource", List.of("$request.header.Authorization", "$context.routeKey"));
    }

    private void assertRefused(IHttpRouteAuthorizer authorizer, String message) {
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
        SecureRoute route = SecureRoute.get("/a")
                .handler(function(stack, "A"))
                .authorizer(authorizer)
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.addRoute(route))
                .withMessage(message);
    }
}
