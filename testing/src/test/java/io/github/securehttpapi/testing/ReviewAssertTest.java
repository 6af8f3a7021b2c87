package io.github.securehttpapi.testing;

import static io.github.securehttpapi.testing.ReviewAssert.assertThatReviewOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.ReviewException;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.template.NoHttpApiException;
import io.github.securehttpapi.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewAssertTest {
    private static final Map<String, ?> API =
            Map.of("Type", "AWS::ApiGatewayV2::Api", "Properties", Map.of("Name", "shop", "ProtocolType", "HTTP"));

    private static final Map<String, ?> NOTHING_TO_FIND = Map.of("Resources", Map.of("Api", API));

    @TempDir
    private Path folder;

    @Nested
    final class Findings {
        @Test
        void noneIsFine() {
            assertThatReviewOf(NOTHING_TO_FIND).hasNoFindings().hasNoFindingsAtLeast(Severity.WARNING);
        }

        @Test
        void eachIsShownWithItsPlaceAndItsFix() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThatReviewOf(page("NONE")).hasNoFindings())
                    .withMessage("""
                            review of 'template.json' must find nothing, got 1 finding:
                              error public-route at Page (10:13): route 'GET /page' must have an authorizer or a stated reason, got AuthorizationType 'NONE'
                                fix: give it an authorizer, or write the reason into Metadata.SecureHttpApi.PublicAccess.Reason
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
                                    "ApiJwtAuthorizer": {
                                      "Type": "AWS::ApiGatewayV2::Authorizer",
                                      "Properties": {
                                        "ApiId": {
                                          "Ref": "Api"
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
                                    "Page": {
                                      "Properties": {
                                        "AuthorizationType": "JWT",
                                        "AuthorizerId": {
                                          "Ref": "ApiJwtAuthorizer"
                                        },
                                        "AuthorizationScopes": [
                                          {
                                            "Ref": "JwtScope"
                                          }
                                        ]
                                      }
                                    }
                                  }
                                }""");
        }

        @Test
        void thoseOfLessWeightThanAskedForAreFine() {
            Map<String, ?> unknown = page(Map.of("Fn::ImportValue", "Authorization"));

            assertThatReviewOf(unknown).hasNoFindingsAtLeast(Severity.ERROR);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThatReviewOf(unknown).hasNoFindingsAtLeast(Severity.WARNING))
                    .withMessageStartingWith("review of 'template.json' must find nothing at warning or above, got 1");
        }

        @Test
        void oneThatIsExpected() {
            assertThatReviewOf(page("NONE")).hasFinding("public-route").hasFinding("public-route", "GET /page");
        }

        @Test
        void oneThatIsExpectedOfAnotherRule() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThatReviewOf(NOTHING_TO_FIND).hasFinding("public-route"))
                    .withMessage("review of 'template.json' must find 'public-route', got no findings");
        }

        @Test
        void oneThatIsExpectedInAnotherRoute() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThatReviewOf(page("NONE")).hasFinding("public-route", "GET /other"))
                    .withMessageStartingWith(
                            "review of 'template.json' must find 'public-route' in 'GET /other', got 1 finding:\n"
                                    + "  error public-route at Page (10:13): route 'GET /page'");
        }

        @Test
        void areThereForOtherAssertions() {
            assertThat(assertThatReviewOf(page("NONE")).report().findings())
                    .extracting(Finding::rule)
                    .containsExactly("public-route");
        }
    }

    @Nested
    final class Settings {
        @Test
        void aFileIsReadByItsPath() throws IOException {
            Path file = Files.writeString(folder.resolve("template.yaml"), """
                    Parameters:
                      Authorization: {Type: String, Default: NONE}
                    Resources:
                      Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP}}
                      Page:
                        Type: AWS::ApiGatewayV2::Route
                        Properties:
                          ApiId: !Ref Api
                          RouteKey: GET /page
                          AuthorizationType: !Ref Authorization
                    """);

            assertThatReviewOf(file).hasFinding("public-route", "GET /page");
            assertThatReviewOf(file).withParameter("Authorization", "AWS_IAM").hasNoFindings();
        }

        @Test
        void exceptionsHoldUntilTheirDay() throws IOException {
            Path suppressions = Files.writeString(folder.resolve("suppressions.yaml"), """
                    suppressions:
                      - rule: public-route
                        route: GET /page
                        reason: campaign page without login
                        until: 2027-03-31
                    """);
            ReviewAssert review = assertThatReviewOf(page("NONE")).withSuppressions(suppressions);

            review.on(LocalDate.of(2027, 3, 31)).hasNoFindings();
            review.on(LocalDate.of(2027, 4, 1)).hasFinding("public-route", "GET /page");
        }

        @Test
        void settingsAreOfTheCopyThatTheyReturn() {
            ReviewAssert review = assertThatReviewOf(NOTHING_TO_FIND);

            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(() -> review.withParameter("Stage", "live").hasNoFindings());
            review.hasNoFindings();
        }
    }

    @Nested
    final class Refusing {
        @Test
        void aTemplateWithoutAnApi() {
            assertThatExceptionOfType(NoHttpApiException.class)
                    .isThrownBy(() ->
                            assertThatReviewOf(Map.of("Resources", Map.of())).hasNoFindings());
        }

        @Test
        void aFileThatIsNotThere() {
            Path missing = folder.resolve("no.yaml");

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> assertThatReviewOf(missing))
                    .withMessage("template must be a readable file, got '%s': name the template of a stack", missing);
        }

        @Test
        void exceptionsThatAreNotThere() {
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> assertThatReviewOf(NOTHING_TO_FIND).withSuppressions(folder.resolve("no.yaml")))
                    .withMessageStartingWith("suppressions must be a readable file, got '");
        }
    }

    @Nested
    final class Baseline {
        private String updateBefore = "";

        @BeforeEach
        void compareEvenIfTheSnapshotsAreRewritten() {
            updateBefore = System.getProperty("snapshot.update", "");
            System.clearProperty("snapshot.update");
        }

        @AfterEach
        void restore() {
            System.setProperty("snapshot.update", updateBefore);
        }

        @Test
        void theSameSurfaceIsFine() {
            assertThatReviewOf(page("AWS_IAM")).matchesBaseline("page");
        }

        @Test
        void aRouteThatBecamePublicIsNamed() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThatReviewOf(page("NONE")).matchesBaseline("page"))
                    .withMessage("""
                            public surface must match baseline 'src/test/resources/surface/page.json', got 1 difference:
                              changed templates["template.json"].Api["GET /page"].access: "IAM" -> "public"
                            if this is meant, run the tests with -Dsnapshot.update=true and commit the file""");
        }

        @Test
        void aMissingOneFails() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThatReviewOf(page("NONE")).matchesBaseline("missing"))
                    .withMessage("baseline must exist, got no file 'src/test/resources/surface/missing.json':"
                            + " run the tests with -Dsnapshot.update=true, read the file, commit it");
        }

        @Test
        void aNameThatIsAPathIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThatReviewOf(page("NONE")).matchesBaseline("../page"))
                    .withMessage("baseline name must be letters, digits, '.', '_' and '-', got '../page':"
                            + " name the file without its folder and ending");
        }
    }

    private static Map<String, ?> page(Object authorizationType) {
        return Map.of(
                "Resources",
                Map.of(
                        "Api",
                        API,
                        "Page",
                        Map.of(
                                "Type",
                                "AWS::ApiGatewayV2::Route",
                                "Properties",
                                Map.of(
                                        "ApiId",
                                        Map.of("Ref", "Api"),
                                        "RouteKey",
                                        "GET /page",
                                        "AuthorizationType",
                                        authorizationType))));
    }
}
