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

final class SuppressionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String TEMPLATE = """
            Metadata:
              SecureHttpApi: {%s}
            Resources:
              Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP, Name: contact}}
              Health:
                Type: AWS::ApiGatewayV2::Route
                Properties: {ApiId: !Ref Api, RouteKey: GET /health}
                Metadata: {SecureHttpApi: {%s}}
              Contacts:
                Type: AWS::ApiGatewayV2::Route
                Properties: {ApiId: !Ref Api, RouteKey: GET /contacts}
            """;

    @TempDir
    private Path directory;

    private static Template template(String name, String ofTemplate, String ofHealth) {
        byte[] content = TEMPLATE.formatted(ofTemplate, ofHealth).getBytes(StandardCharsets.UTF_8);
        return Template.read(name, content, Map.of());
    }

    private static Template template() {
        return template("infra/template.yaml", "", "");
    }

    private Suppressions suppressions(String content) {
        return Suppressions.read(write("suppressions.yaml", content));
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Report review(String content) {
        return Review.of(template(), TODAY).suppressing(suppressions(content)).run();
    }

    private static List<String> publicRoutes(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals("public-route"))
                .map(finding -> String.valueOf(finding.route()))
                .toList();
    }

    private static List<String> about(Report report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding ->
                        finding.location() + " " + finding.severity() + " " + finding.message() + ": " + finding.fix())
                .toList();
    }

    @Nested
    final class ASuppressedFinding {
        @Test
        void isKeptApartWithItsSuppression() {
            Report report = review("""
                    suppressions:
                      - rule: public-route
                        route: GET /health
                        reason: load balancer probe
                        until: 2027-01-31
                    """);

            assertThat(publicRoutes(report)).containsExactly("GET /contacts");
            assertThat(report.suppressed()).singleElement().satisfies(suppressed -> {
                assertThat(suppressed.finding().route()).isEqualTo("GET /health");
                assertThat(suppressed.suppression().reason()).isEqualTo("load balancer probe");
                assertThat(suppressed.suppression().until()).isEqualTo("2027-01-31");
                assertThat(suppressed.suppression().location()).hasToString("2:5");
            });
            assertThat(report.template()).isEqualTo("infra/template.yaml");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                rule: public-route                              |
                rule: public-route, route: GET /health          | GET /contacts
                rule: public-route, resource: Contacts          | GET /health
                rule: public-route, template: template.yaml     |
                rule: public-route, template: infra/template.yaml |
                rule: public-route, template: other.yaml        | GET /health, GET /contacts
                rule: public-route, template: plate.yaml        | GET /health, GET /contacts
                rule: public-route, route: GET /health, resource: Contacts | GET /health, GET /contacts
                rule: stage-throttle                            | GET /health, GET /contacts
                """)
        void isOneThatAllOfTheSuppressionNames(String scope, String left) {
            Report report = review("suppressions: [{" + scope + ", reason: probe}]");

            assertThat(String.join(", ", publicRoutes(report))).isEqualTo(left == null ? "" : left);
        }

        @ParameterizedTest
        @CsvSource({"2026-11-22, 1", "2026-11-21, 2"})
        void isSuppressedThroughTheLastDay(String until, int findings) {
            Report report =
                    review("suppressions: [{rule: public-route, route: GET /health, reason: x, until: " + until + "}]");

            assertThat(publicRoutes(report)).hasSize(findings);
        }
    }

    @Nested
    final class TheFileItself {
        @Test
        void hasNothingToSayOfWhatCoversAFinding() {
            Suppressions suppressions = suppressions("suppressions: [{rule: public-route, reason: x}]");
            Report report =
                    Review.of(template(), TODAY).suppressing(suppressions).run();

            assertThat(suppressions.report(List.of(report), TODAY).findings()).isEmpty();
        }

        @Test
        void saysWhichSuppressionCoversNothingInAnyTemplate() {
            Suppressions suppressions = suppressions("""
                    suppressions:
                      - {rule: public-route, route: GET /health, template: a.yaml, reason: x}
                      - {rule: public-route, route: GET /gone, resource: Gone, template: a.yaml, reason: x}
                    """);
            List<Report> reports = List.of(
                    Review.of(template("b.yaml", "", ""), TODAY)
                            .suppressing(suppressions)
                            .run(),
                    Review.of(template("a.yaml", "", ""), TODAY)
                            .suppressing(suppressions)
                            .run());

            Report report = suppressions.report(reports, TODAY);

            assertThat(report.template())
                    .isEqualTo(directory.resolve("suppressions.yaml").toString());
            assertThat(about(report, "suppression-unused"))
                    .containsExactly(
                            "3:5 warning suppression of 'public-route' for 'GET /gone' on 'Gone' in 'a.yaml' must"
                                    + " cover a finding, got none: remove it, or correct what it is about");
        }

        @Test
        void saysWhichSuppressionIsPastItsDay() {
            Suppressions suppressions =
                    suppressions("suppressions: [{rule: public-route, reason: x, until: 2026-11-21}]");
            Report report =
                    Review.of(template(), TODAY).suppressing(suppressions).run();

            assertThat(about(suppressions.report(List.of(report), TODAY), "suppression-expired"))
                    .containsExactly("1:16 warning suppression of 'public-route' must not be past its last day, got"
                            + " '2026-11-21': mend the finding, or write a later date and why");
        }

        @Test
        void saysOfWhatIsPastItsDayAndCoversNothingThatItCoversNothing() {
            Suppressions suppressions = suppressions(
                    "suppressions: [{rule: public-route, route: GET /gone, reason: x, until: 2026-11-21}]");
            Report report =
                    Review.of(template(), TODAY).suppressing(suppressions).run();

            assertThat(suppressions.report(List.of(report), TODAY).findings())
                    .extracting(Finding::rule)
                    .containsExactly("suppression-unused");
        }
    }

    @Nested
    final class InMetadata {
        private Report review(String ofTemplate, String ofHealth) {
            return Review.of(template("template.yaml", ofTemplate, ofHealth), TODAY)
                    .run();
        }

        @Test
        void ofAResourceIsAboutThatResourceAlone() {
            Report report = review("", "Suppressions: [{Rule: public-route, Reason: probe}]");

            assertThat(publicRoutes(report)).containsExactly("GET /contacts");
            assertThat(about(report, "suppression-unused")).isEmpty();
        }

        @Test
        void ofTheTemplateMayNameAResource() {
            Report report = review("Suppressions: [{Rule: public-route, Resource: Contacts, Reason: probe}]", "");

            assertThat(publicRoutes(report)).containsExactly("GET /health");
        }

        @Test
        void isJudgedInTheReportOnTheTemplate() {
            Report report = review(
                    "Suppressions: [{Rule: public-route, Route: GET /gone, Reason: x}]",
                    "Suppressions: [{Rule: public-route, Reason: x, Until: 2026-11-21}]");

            assertThat(about(report, "suppression-unused"))
                    .containsExactly(
                            "2:34 warning suppression of 'public-route' for 'GET /gone' must cover a finding, got"
                                    + " none: remove it, or correct what it is about");
            assertThat(about(report, "suppression-expired"))
                    .containsExactly(
                            "8:47 warning suppression of 'public-route' on 'Health' must not be past its last day,"
                                    + " got '2026-11-21': mend the finding, or write a later date and why");
            assertThat(publicRoutes(report)).containsExactly("GET /health", "GET /contacts");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                Rule: public-route, Resource: Api, Reason: x | template must have no key but Rule, Route, Reason, Until \
                at Resources.Health.Metadata.SecureHttpApi.Suppressions[0] (template.yaml:8:78), got 'Resource': \
                remove it
                Rule: public-route | template must state the reason at \
                Resources.Health.Metadata.SecureHttpApi.Suppressions[0] (template.yaml:8:47), got '': add it
                """)
        void isStrict(String entry, String message) {
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> review("", "Suppressions: [{" + entry + "}]"))
                    .withMessage(message);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                Requirement: [WAF] | "" | template must have no key but PublicAccess, Suppressions, Requirements \
                at Metadata.SecureHttpApi (template.yaml:2:32), got 'Requirement': did you mean 'Requirements'?
                "" | Exceptions: [] | template must have no key but PublicAccess, Suppressions, Requirements \
                at Resources.Health.Metadata.SecureHttpApi (template.yaml:8:44), got 'Exceptions': remove it
                """)
        void isStrictOfItsKeys(String ofTemplate, String ofHealth, String message) {
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> review(ofTemplate, ofHealth))
                    .withMessage(message);
        }

        @Test
        void statesRequirementsAtTheRootAlone() {
            assertThat(SuppressionsReader.template(
                                    "template.yaml",
                                    template("template.yaml", "Requirements: [CACHING, WAF]", "Requirements: [CANARY]")
                                            .document())
                            .requirements())
                    .containsExactly(ApiRequirement.WAF, ApiRequirement.CACHING);
        }
    }

    @Nested
    final class TheRequirements {
        @Test
        void areReadBesides() {
            Suppressions suppressions = suppressions("requirements: [WAF, JWT_AUTHORIZER]");

            assertThat(suppressions.requirements()).containsExactly(ApiRequirement.WAF, ApiRequirement.JWT_AUTHORIZER);
            assertThat(suppressions.all()).isEmpty();
            assertThat(Suppressions.none().requirements()).isEmpty();
        }
    }

    @Nested
    final class WhatIsNoSuppressionsFile {
        private void assertRefused(String content, String message) {
            Path file = write("suppressions.yaml", content);
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> Suppressions.read(file))
                    .withMessage("suppressions must " + message.replace("FILE", file.toString()));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                {rules: []}                      | have no key but suppressions, requirements (FILE:1:9), got 'rules': \
                remove it
                {suppression: []}                  | have no key but suppressions, requirements (FILE:1:15), got \
                'suppression': did you mean 'suppressions'?
                {suppressions: x}                  | have a list at suppressions (FILE:1:16), got 'x': write a list, empty \
                if there is nothing
                {suppressions: [x]}                | have an object at suppressions[0] (FILE:1:17), got 'x': write its keys \
                and values
                {suppressions: [{reason: x}]}      | state the rule at suppressions[0] (FILE:1:17), got '': add it
                {suppressions: [{rule: public-rout, reason: x}]} | name a rule at suppressions[0].rule (FILE:1:24), got \
                'public-rout': did you mean 'public-route'?
                {suppressions: [{rule: suppression-unused, reason: x}]} | name a rule at suppressions[0].rule (FILE:1:24), got \
                'suppression-unused': take the id from a finding
                {suppressions: [{rule: public-route}]} | state the reason at suppressions[0] (FILE:1:17), got '': add it
                {suppressions: [{rule: public-route, reason: ' '}]} | have text at suppressions[0].reason (FILE:1:46), got \
                ' ': write the reason
                {suppressions: [{rule: public-route, reason: [a]}]} | have text at suppressions[0].reason (FILE:1:46), got \
                '[…]': write the reason
                {suppressions: [{rule: public-route, reason: {a: b, c: d}}]} | have text at suppressions[0].reason \
                (FILE:1:46), got '{a, c}': write the reason
                {suppressions: [{rule: public-route, reason: x, until: 2027-02-30}]} | have a date at suppressions[0].until \
                (FILE:1:56), got '2027-02-30': write it like 2027-01-31
                {suppressions: [{rule: public-route, reason: x, untill: 2027-02-20}]} | have no key but rule, resource, \
                route, template, reason, until at suppressions[0] (FILE:1:57), got 'untill': did you mean 'until'?
                {requirements: [WAFF]}           | name what an API may need at requirements (FILE:1:17), got 'WAFF': \
                did you mean 'WAF'?
                {requirements: [[]]}             | have texts at requirements (FILE:1:17), got '[…]': write it in quotes
                """)
        void isRefusedWithItsPlace(String content, String message) {
            assertRefused(content, message);
        }

        @Test
        void isOneWithNothingInIt() {
            assertRefused(" \n", "be YAML or JSON, got 'FILE': the file is empty, write one, or leave the option out");
        }

        @Test
        void isNoYaml() {
            assertRefused("suppressions: [}", "be YAML, got 'FILE': 1:16 expected the node content, but found '}'");
        }

        @Test
        void saysOneThingTwice() {
            assertRefused(
                    "suppressions: []\nsuppressions: []", "be YAML, got 'FILE': 2:1 Duplicate key 'suppressions'");
        }

        @Test
        void isOneThatHoldsAList() {
            assertRefused("[]", "be an object, got 'FILE': write its keys and values");
        }

        @Test
        void isOneOfAliasesToAliases() {
            assertRefused("""
                    a: &a [x, x, x, x, x, x, x, x, x, x]
                    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
                    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
                    d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
                    e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
                    suppressions: [*e, *e, *e, *e]
                    """, "be YAML, got 'FILE': 6:20 More than 250000 values, aliases expanded");
        }

        @Test
        void isOneLargerThanAnyTemplate() {
            assertRefused("#".repeat(1_048_577), "be at most 1048576 bytes, got 'FILE': name the right file");
        }

        @Test
        void isADirectory() {
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> Suppressions.read(directory))
                    .withMessage("suppressions must be a file, got '%s': name the file in that directory", directory);
        }

        @Test
        void isNone() {
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> Suppressions.read(Path.of("none.yaml")))
                    .withMessage(
                            "suppressions must be a readable file, got 'none.yaml': no such file, write one, or leave"
                                    + " the option out");
        }

        @Test
        void cannotMoveTheCursorOfATerminal() {
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> suppressions("suppressions: [{rule: \"\\e[2J\\n\", reason: x}]"))
                    .satisfies(refused -> assertThat(refused.getMessage())
                            .contains("got ' [2J ': ")
                            .doesNotContain("\n", "\u001b"));
        }

        @Test
        void isQuotedInPart() {
            assertThatExceptionOfType(ReviewException.class)
                    .isThrownBy(() -> suppressions("suppressions: [{rule: " + "x".repeat(1000) + ", reason: x}]"))
                    .withMessageContaining("got '" + "x".repeat(200) + "…': take the id from a finding");
        }
    }
}
