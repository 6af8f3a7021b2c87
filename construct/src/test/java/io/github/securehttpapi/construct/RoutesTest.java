package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;

final class RoutesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T23:59:59Z"), ZoneOffset.UTC);

    private final Stack stack = new Stack(new App(), "Shop");

    @Nested
    final class PublicAccessThatEnds {
        @Test
        void reasonOwnerAndLastDayStandInTheTemplate() {
            PublicAccess access =
                    PublicAccess.because("campaign").owner("team-campaigns").until(TODAY.plusYears(1));
            Synthesized shop = Synthesized.of(each -> api(each).addRoute(offers(each, access)));

            assertThat(object(object(shop.route("GET /offers"), "Metadata"), "SecureHttpApi"))
                    .isEqualTo(Map.of(
                            "PublicAccess",
                            Map.of("Reason", "campaign", "Owner", "team-campaigns", "Until", "2027-06-15")));
        }

        @Test
        void theDayAfterTheLastTheRouteIsRefused() {
            SecureHttpApi api = api(stack);
            SecureRoute offers = offers(stack, PublicAccess.because("campaign").until(TODAY.minusDays(1)));

            assertThatIllegalStateException()
                    .isThrownBy(() -> api.addRoute(offers))
                    .withMessage(
                            "public access to route 'GET /offers' must not have ended, got the last day '2026-06-14'"
                                    + " on 2026-06-15: give the route an authorizer, or give a later day to until(…)");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 13})
        void inTheTwoWeeksBeforeSynthesisWarns(long days) {
            api(stack).addRoute(offers(stack, PublicAccess.because("campaign").until(TODAY.plusDays(days))));

            Annotations.fromStack(stack)
                    .hasWarning(
                            "/Shop/Api/GET offers",
                            Match.stringLikeRegexp(
                                    "public access to route 'GET /offers' ends after 2026-06-(15|28), and so"
                                            + " will synthesis: give the route an authorizer, or give a later day to"
                                            + " until\\(…\\).*"));
        }

        @Test
        void earlierItDoesNot() {
            api(stack).addRoute(offers(stack, PublicAccess.because("campaign").until(TODAY.plusDays(14))));

            Annotations.fromStack(stack).hasNoWarning("*", Match.anyValue());
        }

        @Test
        void anOwnerWithoutANameIsRefused() {
            PublicAccess access = PublicAccess.because("campaign");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> access.owner(" "))
                    .withMessage(
                            "owner of public access must be one line that is not blank, got ' ': name a team or a mail"
                                    + " address");
        }

        private SecureHttpApi api(Stack scope) {
            return SecureHttpApi.Builder.create(scope, "Api").clock(CLOCK).build();
        }

        private SecureRoute offers(Stack scope, PublicAccess access) {
            return SecureRoute.get("/offers")
                    .handler(function(scope, "Offers"))
                    .publicAccess(access)
                    .build();
        }
    }

    @Nested
    final class Preflight {
        @ParameterizedTest
        @CsvSource({"ANY /orders,OPTIONS /orders", "$default,OPTIONS / + OPTIONS /{proxy+}"})
        void aRouteThatWouldRefuseItGetsARouteThatDoesNot(String key, String preflights) {
            Synthesized shop = withCors(key, true);

            for (String preflight : preflights.split(" \\+ ", -1)) {
                Map<String, Object> properties = object(shop.route(preflight), "Properties");
                assertThat(properties)
                        .containsEntry("AuthorizationType", "NONE")
                        .containsEntry(
                                "Target", object(shop.route(key), "Properties").get("Target"));
                assertThat(object(shop.route(preflight), "Metadata").get("SecureHttpApi"))
                        .hasToString(
                                "{PublicAccess={Reason=CORS preflight for " + key + ", sent without credentials}}");
            }
            assertThat(shop.resources("AWS::ApiGatewayV2::Route")).hasSize(1 + preflights.split(" \\+ ", -1).length);
        }

        @Test
        void aPublicRouteNeedsNone() {
            assertThat(withCors("ANY /orders", false).resources("AWS::ApiGatewayV2::Route"))
                    .hasSize(1);
        }

        @Test
        void withoutOriginsThereIsNone() {
            Synthesized shop = Synthesized.of(each -> SecureHttpApi.Builder.create(each, "Api")
                    .defaultAuthorizer(Synthesized.authorizer())
                    .build()
                    .addRoute(SecureRoute.defaultRoute()
                            .handler(function(each, "Orders"))
                            .build()));

            assertThat(shop.resources("AWS::ApiGatewayV2::Route")).hasSize(1);
        }

        @Test
        void browsersAreToldOfEveryMethodThatAnyTakes() {
            assertThat(object(withCors("ANY /orders", true).only("AWS::ApiGatewayV2::Api"), "CorsConfiguration"))
                    .containsEntry("AllowMethods", List.of("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"));
        }

        @Test
        void anOptionsRouteOfOnesOwnIsLeftAlone() {
            SecureHttpApi api = api(stack);
            api.addRoute(SecureRoute.options("/orders")
                    .handler(function(stack, "Preflight"))
                    .publicAccess(PublicAccess.because("preflight"))
                    .build());
            api.addRoute(SecureRoute.any("/orders")
                    .handler(function(stack, "Orders"))
                    .build());

            assertThat(api.getNode().getChildren())
                    .extracting(child -> child.getNode().getId())
                    .contains("OPTIONS orders", "ANY orders");
        }

        /** It would take the place of the one that answers without credentials. */
        @Test
        void anOptionsRouteWithAnAuthorizerIsRefused() {
            SecureHttpApi api = api(stack);
            SecureRoute route = SecureRoute.options("/orders")
                    .handler(function(stack, "Orders"))
                    .build();

            assertThatIllegalStateException()
                    .isThrownBy(() -> api.addRoute(route))
                    .withMessage("route 'OPTIONS /orders' must be public while origins are allowed, got an authorizer:"
                            + " browsers send preflight without credentials; drop the route, which the gateway answers"
                            + " itself, or pass publicAccess(…)");
        }

        @Test
        void addedAfterwardsItIsRefused() {
            SecureHttpApi api = api(stack);
            api.addRoute(SecureRoute.any("/orders")
                    .handler(function(stack, "Orders"))
                    .build());
            SecureRoute own = SecureRoute.options("/orders")
                    .handler(function(stack, "Preflight"))
                    .publicAccess(PublicAccess.because("preflight"))
                    .build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.addRoute(own))
                    .withMessage(
                            "route key must be new to the API, got 'OPTIONS /orders', which came with 'ANY /orders' for"
                                    + " preflight: add your own before that route");
        }

        private Synthesized withCors(String key, boolean authorized) {
            return Synthesized.of(each -> {
                SecureRoute.Builder route =
                        key.equals("$default") ? SecureRoute.defaultRoute() : SecureRoute.any("/orders");
                if (!authorized) {
                    route.publicAccess(PublicAccess.because("catalogue"));
                }
                api(each).addRoute(route.handler(function(each, "Orders")).build());
            });
        }

        private SecureHttpApi api(Stack scope) {
            return SecureHttpApi.Builder.create(scope, "Api")
                    .allowedOrigins(List.of("https://shop.example.com"))
                    .defaultAuthorizer(Synthesized.authorizer())
                    .build();
        }
    }

    @Nested
    final class Authorizers {
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
                                    + " access tokens: require scopes with authorizationScopes(…)");
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
                            .jwtAudience(IntStream.range(0, 51)
                                    .mapToObj(i -> "c" + i)
                                    .toList())
                            .build(),
                    "audience of authorizer 'Jwt' must have 1 to 50 entries, got '51': name the clients whose tokens are"
                            + " for this API");
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
}
