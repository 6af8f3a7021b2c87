package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.PublicPages.OTHER;
import static io.github.securehttpapi.construct.PublicPages.PAGE;
import static io.github.securehttpapi.construct.PublicPages.UNTHROTTLED;
import static io.github.securehttpapi.construct.PublicPages.api;
import static io.github.securehttpapi.construct.PublicPages.noted;
import static io.github.securehttpapi.construct.PublicPages.parameterized;
import static io.github.securehttpapi.construct.PublicPages.route;
import static io.github.securehttpapi.construct.PublicPages.stage;
import static io.github.securehttpapi.construct.PublicPages.unthrottle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.securehttpapi.review.ReviewException;
import io.github.securehttpapi.review.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.sqs.Queue;

final class GatewayReviewTest {
    @TempDir
    private Path folder;

    @Test
    void olderCdkWouldHavePassedItOver() {
        assertThatIllegalStateException()
                .isThrownBy(() -> GatewayReview.requireTemplates(Object.class))
                .withMessage(
                        "aws-cdk-lib must be 2.262.0 or later for GatewayReview, got an older one: raise its version");
    }

    @Nested
    final class Finding {
        @Test
        void aPublicRouteFailsTheSynthesis() {
            ReviewedApp reviewed = review(stack -> route(api(stack), "/page"));

            assertThat(reviewed.failure()).isEqualTo("""
                    ValidationFailed: ERROR route 'GET /page' must have an authorizer or a stated reason, got AuthorizationType 'NONE' (GatewayReview)
                       Shop/Api/HttpApi/GET--page/Resource (ApiHttpApiGETpageC2A40728) aws-cdk-lib.aws_apigatewayv2.CfnRoute
                       Suggested fix: give it an authorizer, or write the reason into Metadata.SecureHttpApi.PublicAccess.Reason
                       {
                         "Parameters": {
                           "JwtIssuer": {
                             "Type": "String",
                             "Description": "The issuer of the access tokens",
                             "AllowedPattern": "https://.+"
                           },
                           "JwtAudience": {
                             "Type": "String",
                             "Description": "The audience that the access tokens are for"
                           },
                           "JwtScope": {
                             "Type": "String",
                             "Description": "The scope that an access token must have for the route"
                           }
                         },
                         "Resources": {
                           "ApiHttpApi4C294DC0JwtAuthorizer": {
                             "Type": "AWS::ApiGatewayV2::Authorizer",
                             "Properties": {
                               "ApiId": {
                                 "Ref": "ApiHttpApi4C294DC0"
                               },
                               "Name": "JwtAuthorizer",
                               "AuthorizerType": "JWT",
                               "IdentitySource": [
                                 "$request.header.Authorization"
                               ],
                               "JwtConfiguration": {
                                 "Issuer": {
                                   "Ref": "JwtIssuer"
                                 },
                                 "Audience": [
                                   {
                                     "Ref": "JwtAudience"
                                   }
                                 ]
                               }
                             }
                           },
                           "ApiHttpApiGETpageC2A40728": {
                             "Properties": {
                               "AuthorizationType": "JWT",
                               "AuthorizerId": {
                                 "Ref": "ApiHttpApi4C294DC0JwtAuthorizer"
                               },
                               "AuthorizationScopes": [
                                 {
                                   "Ref": "JwtScope"
                                 }
                               ]
                             }
                           }
                         }
                       }
                       Acknowledge with 'GatewayReview::public-route[Shop/Api/HttpApi/GET--page/Resource]'""");
        }

        @Test
        void theReportSaysWhatAndWhere() {
            GatewayReview review =
                    GatewayReview.Builder.create().reportNotes(true).build();

            ReviewedApp reviewed = review(review, PublicPages::noted);

            assertThat(reviewed.violations())
                    .filteredOn(violation ->
                            violation.at("/ruleMetadata/rule").asText().equals("stage-throttle"))
                    .singleElement()
                    .extracting(violation -> violation.at("/violatingConstructs/0/cloudFormationResource"))
                    .hasToString("{\"templatePath\":\"Shop.template.json\",\"logicalId\":\"ApiStage4697DF29\","
                            + "\"propertyPaths\":[\"Properties/DefaultRouteSettings/ThrottlingBurstLimit\"]}");
        }

        @Test
        void aWarningFailsTheSynthesis() {
            ReviewedApp reviewed = review(stack -> unthrottle(api(stack)));

            assertThat(reviewed.failure()).startsWith("ValidationFailed: WARNING stage '$default' must have");
            assertThat(reviewed.found()).containsExactly(UNTHROTTLED);
        }

        @Test
        void fromErrorsOnAWarningIsReportedAndPasses() {
            GatewayReview review =
                    GatewayReview.Builder.create().failOn(Severity.ERROR).build();

            ReviewedApp reviewed = review(review, stack -> unthrottle(api(stack)));

            assertThat(reviewed.failure()).isEmpty();
            assertThat(reviewed.found()).containsExactly(UNTHROTTLED);
        }

        @Test
        void notesAreNotReported() {
            assertThat(review(PublicPages::noted).found()).isEmpty();
        }

        @Test
        void notesAreReportedOnRequestAndPass() {
            GatewayReview review =
                    GatewayReview.Builder.create().reportNotes(true).build();

            ReviewedApp reviewed = review(review, PublicPages::noted);

            assertThat(reviewed.failure()).isEmpty();
            assertThat(reviewed.found()).contains("info stage-throttle[Shop/Api/Stage/Resource]");
        }

        @Test
        void notesThatAreToFailAreReported() {
            GatewayReview review =
                    GatewayReview.Builder.create().failOn(Severity.NOTE).build();

            ReviewedApp reviewed = review(review, PublicPages::noted);

            assertThat(reviewed.failure()).contains("INFO cannot tell whether stage '$default' is throttled");
        }

        @Test
        void aStackWithoutAnApiIsPassedOver() {
            assertThat(review(stack -> new Queue(stack, "Queue")).violations()).isEmpty();
        }

        @Test
        void metadataThatCannotBeReadIsNotPassedOver() {
            ReviewedApp reviewed = review(stack -> stage(api(stack))
                    .addOverride("Metadata.SecureHttpApi.Suppressions", List.of(Map.of("Rule", "public-rout"))));

            assertThat(reviewed.failure()).isEqualTo("""
                    ValidationFailed: FATAL Shop.template.json: template must name a rule at Resources.ApiStage4697DF29.Metadata.SecureHttpApi.Suppressions[0].Rule (Shop.template.json:60:16), got 'public-rout': did you mean 'public-route'? (GatewayReview)
                       Shop aws-cdk-lib.Stack
                       Rule GatewayReview::template""");
        }

        @Test
        void aTemplateThatCannotBeReadIsNotPassedOver() {
            ReviewedApp reviewed = review(stack -> {
                CfnStage stage = stage(api(stack));
                stage.addPropertyOverride("DefaultRouteSettings", "none");
            });

            assertThat(reviewed.failure()).isEqualTo("""
                    ValidationFailed: FATAL Shop.template.json: template must have an object at Resources.ApiStage4697DF29.Properties.DefaultRouteSettings (49:29), got 'none': write {…} (GatewayReview)
                       Shop aws-cdk-lib.Stack
                       Rule GatewayReview::template""");
        }
    }

    @Test
    void settingsHoldTogether() throws IOException {
        Path suppressions =
                Files.writeString(Files.createTempFile(folder, "suppressions", ".yaml"), "suppressions: []");
        // snippet:settings
        GatewayReview review = GatewayReview.Builder.create()
                .failOn(Severity.ERROR)
                .reportNotes(true)
                .suppressions(suppressions)
                .parameter("Authorization", "NONE")
                .build();
        // end

        ReviewedApp reviewed = review(review, stack -> {
            parameterized(stack);
            noted(new Stack(stack, "Noted"));
        });

        assertThat(reviewed.failure()).isNotEmpty();
        assertThat(reviewed.found()).contains(PAGE, "info stage-throttle[Shop/Noted/Api/Stage/Resource]");
    }

    @Nested
    final class Parameters {
        @Test
        void haveTheirDefaults() {
            assertThat(review(stack -> parameterized(stack)).found()).isEmpty();
        }

        @Test
        void haveTheValuesThatAreGivenToTheTemplatesThatDeclareThem() {
            GatewayReview review = GatewayReview.Builder.create()
                    .parameter("Authorization", "NONE")
                    .parameter("AWS::Region", "eu-central-1")
                    .build();

            ReviewedApp reviewed = reviewApp(review, app -> {
                parameterized(new Stack(app, "Shop"));
                api(new Stack(app, "Other"));
            });

            assertThat(reviewed.found()).containsExactly(PAGE);
        }
    }

    @Nested
    final class SuppressionsFile {
        @Test
        void acceptsWhatItNames() throws IOException {
            GatewayReview review = GatewayReview.Builder.create()
                    .suppressions(suppressions("""
                            suppressions:
                              - rule: public-route
                                route: GET /page
                                template: Shop.template.json
                                reason: campaign page without login
                            """))
                    .build();

            ReviewedApp reviewed = reviewApp(review, app -> {
                SecureHttpApi api = api(new Stack(app, "Shop"));
                route(api, "/page");
                route(api, "/other");
            });

            assertThat(reviewed.found()).containsExactly(OTHER);
        }

        @Test
        void acceptsNothingAfterTheDay() throws IOException {
            GatewayReview review = GatewayReview.Builder.create()
                    .suppressions(suppressions("""
                            suppressions:
                              - rule: public-route
                                reason: campaign page without login
                                until: 2026-06-14
                            """))
                    .clock(Clock.fixed(Instant.parse("2026-06-15T00:00:00Z"), ZoneOffset.UTC))
                    .build();

            assertThat(review(review, stack -> route(api(stack), "/page")).found())
                    .containsExactly(PAGE);
        }

        @Test
        void isReadAtOnce() {
            Path missing = folder.resolve("suppressions.yaml");

            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> GatewayReview.Builder.create().suppressions(missing))
                    .withMessage(
                            "suppressions must be a readable file, got '%s': no such file, write one, or leave the option out",
                            missing);
        }

        private Path suppressions(String content) throws IOException {
            return Files.writeString(Files.createTempFile(folder, "suppressions", ".yaml"), content);
        }
    }

    @Nested
    final class OfTheConstruct {
        @Test
        void byItsDefaults() {
            ReviewedApp reviewed = review(stack -> api(stack)
                    .addRoute(SecureRoute.get("/page")
                            .handler(JavaFunction.Builder.create(stack, "Page")
                                    .jar(FunctionJar.compiledFrom("code", folder))
                                    .handler(FunctionJar.HANDLER)
                                    .build())
                            .authorizer(Synthesized.authorizer())
                            .build()));

            assertThat(reviewed.found()).isEmpty();
        }

        /** Nothing but what its settings ask for: IAM and an http origin where browsers call, a route that gives up early. */
        @Test
        void withEverythingThatItOffers() {
            ReviewedApp reviewed = review(stack -> FullyUsedApi.define(stack, folder, api -> api));

            assertThat(reviewed.found())
                    .containsExactly(
                            "warning authorizer-unfit[Shop/Second/HttpApi/GET--orders/Resource]",
                            "warning cors-http-origin[Shop/Second/HttpApi/Resource]",
                            "warning integration-timeout[Shop/Api/Functions/Orders~-Alias 3000ms/Integration/Resource]");
        }
    }

    private ReviewedApp review(Consumer<Stack> definition) {
        return review(new GatewayReview(), definition);
    }

    private ReviewedApp review(GatewayReview review, Consumer<Stack> definition) {
        return reviewApp(review, app -> definition.accept(new Stack(app, "Shop")));
    }

    private ReviewedApp reviewApp(GatewayReview review, Consumer<App> definition) {
        return ReviewedApp.in(folder, review, definition);
    }
}
