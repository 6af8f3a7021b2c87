package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.securehttpapi.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurfaceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String TEMPLATE = """
            Parameters: {Type: {Type: String}, Rate: {Type: Number}, Scope: {Type: String}}
            Resources:
              Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP, Name: contact}}
              Jwt:
                Type: AWS::ApiGatewayV2::Authorizer
                Properties:
                  ApiId: !Ref Api
                  AuthorizerType: JWT
                  Name: jwt
                  JwtConfiguration: {Issuer: https://issuer.example.com, Audience: [contact]}
              Partners:
                Type: AWS::ApiGatewayV2::Authorizer
                Properties: {ApiId: !Ref Api, AuthorizerType: REQUEST, Name: partners}
              Function: {Type: AWS::Lambda::Function, Properties: {}}
              Integration:
                Type: AWS::ApiGatewayV2::Integration
                Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Function.Arn}
              Stage:
                Type: AWS::ApiGatewayV2::Stage
                Properties:
                  ApiId: !Ref Api
                  StageName: $default
                  %s
              Route:
                Type: AWS::ApiGatewayV2::Route
                Properties: {ApiId: !Ref Api, RouteKey: '%s', Target: !Sub "integrations/${Integration}"%s}
                Metadata: {SecureHttpApi: {%s}}
            """;

    private static final String STAGE = "DefaultRouteSettings: {ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20}";

    private static final String JWT = ", AuthorizationType: JWT, AuthorizerId: !Ref Jwt, AuthorizationScopes: ";

    @TempDir
    private Path directory;

    private static Template template(String name, String stage, String key, String route) {
        return template(name, stage, key, route, "");
    }

    private static Template template(String name, String stage, String key, String route, String metadata) {
        byte[] content = TEMPLATE.formatted(stage, key, route, metadata).getBytes(StandardCharsets.UTF_8);
        return Template.read(name, content, Map.of());
    }

    private static Template template(String route) {
        return template("template.yaml", STAGE, "GET /contacts", route);
    }

    private static Template because(String reason) {
        return template("template.yaml", STAGE, "GET /contacts", "", "PublicAccess: {Reason: " + reason + "}");
    }

    private Path write(String content) {
        try {
            return Files.writeString(directory.resolve("surface.json"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SurfaceRoute only(Template template) {
        return Surface.of(template).routes().get(0);
    }

    @Nested
    final class ARoute {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                ""                                                     | public
                , AuthorizationType: NONE                              | public
                , AuthorizationType: AWS_IAM                           | IAM
                , AuthorizationType: JWT, AuthorizerId: !Ref Jwt       | JWT https://issuer.example.com
                , AuthorizationType: JWT, AuthorizerId: a1b2c3         | JWT authorizer a1b2c3
                , AuthorizationType: JWT, AuthorizerId: !Ref Partners  | JWT authorizer partners
                , AuthorizationType: CUSTOM, AuthorizerId: !Ref Partners | Lambda authorizer partners
                , AuthorizationType: !Ref Type                         | unresolved
                """)
        void saysWhoMayCallIt(String route, String access) {
            assertThat(only(template(route)).access()).isEqualTo(access);
        }

        @Test
        void saysWhyItIsPublic() {
            SurfaceRoute route = only(because("\"probe,\\n  no data \""));

            assertThat(route.access()).isEqualTo("public: probe, no data");
            assertThat(route.isPublic()).isTrue();
            assertThat(only(template(", AuthorizationType: AWS_IAM")).isPublic())
                    .isFalse();
        }

        @Test
        void hasItsScopesSorted() {
            assertThat(only(template(JWT + "[write, read, write]")).scopes()).containsExactly("read", "write");
            assertThat(only(template(JWT + "[!Ref Scope]")).scopes()).containsExactly("${Scope}");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                AutoDeploy: true                                                       | account/s, burst account
                DefaultRouteSettings: {ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20} | 10/s, burst 20
                DefaultRouteSettings: {ThrottlingRateLimit: 0.5}                       | 0.5/s, burst account
                DefaultRouteSettings: {ThrottlingRateLimit: !Ref Rate, ThrottlingBurstLimit: 5} | unresolved/s, burst 5
                RouteSettings: {GET /contacts: {ThrottlingRateLimit: 2, ThrottlingBurstLimit: 100}} | 2/s, burst 100
                """)
        void hasTheThrottleThatHoldsForIt(String stage, String throttle) {
            assertThat(only(template("template.yaml", stage, "GET /contacts", ""))
                            .throttle())
                    .isEqualTo(Map.of("$default", throttle));
        }

        @Test
        void saysWhatItCalls() {
            assertThat(only(template("")).function()).isEqualTo("Function");
        }
    }

    @Nested
    final class TheFile {
        private static final String WRITTEN = """
                {
                  "templates": {
                    "infra/template.yaml": {
                      "Api": {
                        "GET /contacts": {
                          "access": "JWT https://issuer.example.com",
                          "scopes": [
                            "read"
                          ],
                          "throttle": {
                            "$default": "10/s, burst 20"
                          },
                          "function": "Function"
                        }
                      }
                    }
                  }
                }
                """;

        private Surface surface() {
            return Surface.of(template("infra/template.yaml", STAGE, "GET /contacts", JWT + "[read]"));
        }

        @Test
        void hasALineForEachThingThatMayChange() {
            assertThat(surface().toJson()).isEqualTo(WRITTEN);
            assertThat(surface()).hasToString(WRITTEN);
        }

        @Test
        void isReadBackAsItWasWritten() {
            Surface read = Surface.read(write(surface().toJson()));

            assertThat(read).isEqualTo(surface()).hasSameHashCodeAs(surface());
            assertThat(read).isNotEqualTo(Surface.of(template("")));
        }

        @Test
        void holdsSeveralTemplates() {
            Surface together = Surface.together(List.of(surface(), Surface.of(template("")), Surface.of(template(""))));

            assertThat(together.routes()).hasSize(2);
            assertThat(Surface.read(write(together.toJson()))).isEqualTo(together);
        }

        @Test
        void namesNoDirectoryOfThisMachine() {
            Surface here = Surface.of(
                    template(Path.of("infra/../template.yaml").toAbsolutePath().toString(), STAGE, "GET /", ""));
            Surface elsewhere = Surface.of(template("/elsewhere/template.yaml", STAGE, "GET /", ""));

            assertThat(here.about()).isEqualTo("template.yaml");
            assertThat(elsewhere.about()).isEqualTo("template.yaml");
        }
    }

    @Nested
    final class WhatIsNoBaseline {
        private void assertRefused(String content, String message) {
            Path file = write(content);
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> Surface.read(file))
                    .withMessage("baseline must " + message.replace("FILE", file.toString()));
        }

        private static final String ROUTE = "{\"templates\": {\"t\": {\"Api\": {\"GET /\": {%s}}}}}";

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {}                              | have the surface of a template at templates (FILE:1:1), got '': write it \
                with --write-baseline
                {"templates": {}}               | have the surface of a template at templates (FILE:1:15), got '{}': \
                write it with --write-baseline
                {"templates": []}               | have an object at templates (FILE:1:15), got '[…]': write its keys and \
                values
                {"template": {}}                | have no key but templates (FILE:1:14), got 'template': did you mean \
                'templates'?
                {"templates": {"t": 1}}         | have an object at templates.t (FILE:1:21), got '1': write its keys and \
                values
                """)
        void hasNoTemplates(String content, String message) {
            assertRefused(content, message);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "function": "F"                        | state the access at templates.t.Api.GET / (FILE:1:39), got '': add it
                "access": "IAM"                        | state the function at templates.t.Api.GET / (FILE:1:39), got '': add it
                "access": "anyone", "function": "F"    | say who may call a route at templates.t.Api.GET /.access \
                (FILE:1:50), got 'anyone': write it with --write-baseline
                "access": "IAM", "function": "F", "x": 1 | have no key but access, scopes, throttle, function at \
                templates.t.Api.GET / (FILE:1:79), got 'x': remove it
                "access": "IAM", "function": "F", "scopes": [1] | have texts at templates.t.Api.GET /.scopes \
                (FILE:1:85), got '1': write it in quotes
                "access": "IAM", "function": "F", "throttle": {"$default": "10"} | have a throttle such as \
                '10/s, burst 20' at templates.t.Api.GET /.throttle.$default (FILE:1:99), got '10': write it with \
                --write-baseline
                """)
        void hasARouteThatIsNone(String route, String message) {
            assertRefused(ROUTE.formatted(route), message);
        }

        @Test
        void isEmptyOrNone() {
            assertRefused("", "be YAML or JSON, got 'FILE': the file is empty, write it with --write-baseline");
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> Surface.read(Path.of("none.json")))
                    .withMessage("baseline must be a readable file, got 'none.json': no such file, write it with"
                            + " --write-baseline");
        }

        @Test
        void isOfAnotherTemplate() {
            Surface baseline = Surface.of(template("other.yaml", STAGE, "GET /contacts", ""));
            Review review = Review.of(template(""), TODAY).comparedWith(baseline);

            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(review::run)
                    .withMessage("baseline must be of template 'template.yaml', got 'other.yaml': write it with"
                            + " --write-baseline");
        }

        @Test
        void isOfAnotherApi() {
            Surface baseline = Surface.read(write("""
                    {"templates": {"template.yaml": {"Old": {"GET /": {"access": "IAM", "function": "F"}}}}}
                    """));
            Review review = Review.of(template(""), TODAY).comparedWith(baseline);

            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(review::run)
                    .withMessage("baseline must be of an API of template 'template.yaml', got 'Old': write it with"
                            + " --write-baseline");
        }

        @Test
        void isOneOfTwoTemplatesThatItMayMean() {
            Surface baseline = Surface.together(List.of(
                    Surface.of(template("a/template.yaml", STAGE, "GET /contacts", "")),
                    Surface.of(template("b/template.yaml", STAGE, "GET /contacts", ""))));

            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> Review.of(template(""), TODAY)
                            .comparedWith(baseline)
                            .run())
                    .withMessageContaining("got 'a/template.yaml, b/template.yaml'");
        }
    }

    @Nested
    final class TheComparison {
        private List<String> compare(Template before, Template now) {
            Report report = Review.of(now, TODAY)
                    .comparedWith(Surface.read(write(Surface.of(before).toJson())))
                    .run();
            return report.findings().stream()
                    .filter(finding -> finding.rule().startsWith("surface-"))
                    .map(finding -> finding.rule() + " " + finding.severity() + " " + finding.location() + " "
                            + finding.resource() + " [" + finding.route() + "] " + finding.message() + ": "
                            + finding.fix())
                    .toList();
        }

        private List<String> compare(String before, String now) {
            return compare(template(before), template(now));
        }

        private static String access(String rule, String message) {
            return rule + " 25:5 Route [GET /contacts] route 'GET /contacts' must keep the baseline's " + message
                    + ": change it back, or accept it: update the baseline with --write-baseline";
        }

        @Test
        void saysNothingOfWhatIsAsItWas() {
            for (String route : List.of("", JWT + "[read]", ", AuthorizationType: AWS_IAM")) {
                assertThat(compare(route, route)).isEmpty();
            }
        }

        @Test
        void findsARouteThatBecamePublic() {
            assertThat(compare(JWT + "[read]", ""))
                    .containsExactly(access(
                            "surface-route-public error", "access 'JWT https://issuer.example.com', got 'public'"));
        }

        @Test
        void saysNothingOfARouteThatIsPublicForAnotherReasonOrNoMore() {
            assertThat(compare(template(""), because("probe"))).isEmpty();
            assertThat(compare(because("probe"), template(JWT + "[read]"))).isEmpty();
        }

        @Test
        void findsAnotherAuthorizer() {
            assertThat(compare(JWT + "[read]", ", AuthorizationType: CUSTOM, AuthorizerId: !Ref Partners"))
                    .containsExactly(access(
                            "surface-authorizer-changed warning",
                            "access 'JWT https://issuer.example.com', got 'Lambda authorizer partners'"));
            assertThat(compare(", AuthorizationType: AWS_IAM", ", AuthorizationType: !Ref Type"))
                    .containsExactly(access("surface-authorizer-changed warning", "access 'IAM', got 'unresolved'"));
        }

        @Test
        void findsScopesThatAreLost() {
            assertThat(compare(JWT + "[read]", JWT + "[]"))
                    .containsExactly(access(
                            "surface-scope-lost error",
                            "scope 'read', got no scopes, which any token of the issuer meets"));
            assertThat(compare(JWT + "[read, write]", JWT + "[read]"))
                    .containsExactly(access("surface-scope-lost error", "scope 'write', got 'read'"));
        }

        @Test
        void findsScopesOfWhichEachIsEnough() {
            assertThat(compare(JWT + "[read]", JWT + "[read, admin]"))
                    .containsExactly(
                            access("surface-scopes-widened warning", "no scope but 'read', got 'admin, read'"));
            assertThat(compare(JWT + "[]", JWT + "[read]")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                10 | 20 | 10   | 20 |
                10 | 20 | 10.1 | 20 | 10.1/s, burst 20
                10 | 20 | 10   | 21 | 10/s, burst 21
                10 | 20 | 2    | 5  |
                10 | 20 | 9    | 21 | 9/s, burst 21
                """)
        void findsAThrottleThatIsRaised(String rate, String burst, String newRate, String newBurst, String got) {
            assertThat(compare(throttled(rate, burst), throttled(newRate, newBurst)))
                    .isEqualTo(
                            got == null
                                    ? List.of()
                                    : List.of("surface-throttle-raised warning 25:5 Route [GET /contacts] route 'GET"
                                            + " /contacts' on stage '$default' must be throttled at the baseline's '"
                                            + rate + "/s, burst " + burst + "', got '" + got
                                            + "': change it back, or accept it: update the baseline with"
                                            + " --write-baseline"));
        }

        @Test
        void findsAThrottleThatIsGoneOrNotKnownAnyMore() {
            assertThat(compare(
                            throttled("10", "20"), template("template.yaml", "AutoDeploy: true", "GET /contacts", "")))
                    .singleElement()
                    .asString()
                    .contains("got 'account/s, burst account'");
            assertThat(compare(throttled("10", "20"), throttled("!Ref Rate", "20")))
                    .singleElement()
                    .asString()
                    .contains("got 'unresolved/s, burst 20'");
            assertThat(compare(throttled("!Ref Rate", "20"), throttled("10", "20")))
                    .isEmpty();
        }

        private static Template throttled(String rate, String burst) {
            String stage =
                    "DefaultRouteSettings: {ThrottlingRateLimit: " + rate + ", ThrottlingBurstLimit: " + burst + "}";
            return template("template.yaml", stage, "GET /contacts", "");
        }

        @Test
        void findsARouteThatIsNewAndOneThatIsGone() {
            String update = ", or accept it: update the baseline with --write-baseline";

            assertThat(compare(template(""), template("template.yaml", STAGE, "DELETE /contacts", "")))
                    .containsExactly(
                            "surface-route-removed note 3:8 Api [GET /contacts] route 'GET /contacts' must be in the"
                                    + " template as in the baseline, got none: bring it back" + update,
                            "surface-route-added error 25:5 Route [DELETE /contacts] route 'DELETE /contacts' must be in"
                                    + " the baseline, got a new one with access 'public': give it an authorizer"
                                    + update);
        }

        @Test
        void weighsANewRouteByWhoMayCallIt() {
            Template before = template("");

            assertThat(compare(before, template("template.yaml", STAGE, "POST /contacts", JWT + "[write]")))
                    .contains(
                            "surface-route-added warning 25:5 Route [POST /contacts] route 'POST /contacts' must be in"
                                    + " the baseline, got a new one with access 'JWT https://issuer.example.com': remove it, or"
                                    + " accept it: update the baseline with --write-baseline");
            assertThat(compare(before, template("template.yaml", STAGE, "OPTIONS /{proxy+}", "")))
                    .anySatisfy(finding -> assertThat(finding)
                            .startsWith("surface-route-added warning 25:5 Route [OPTIONS /{proxy+}]"));
        }
    }
}
