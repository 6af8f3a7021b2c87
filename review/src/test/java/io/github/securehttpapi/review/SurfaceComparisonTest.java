package io.github.securehttpapi.review;

import static io.github.securehttpapi.review.ContactTemplate.JWT;
import static io.github.securehttpapi.review.ContactTemplate.STAGE;
import static io.github.securehttpapi.review.ContactTemplate.because;
import static io.github.securehttpapi.review.ContactTemplate.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurfaceComparisonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path directory;

    private Path write(String content) {
        try {
            return Files.writeString(directory.resolve("surface.json"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

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
                .containsExactly(
                        access("surface-route-public error", "access 'JWT https://issuer.example.com', got 'public'"));
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
                .containsExactly(access("surface-scopes-widened warning", "no scope but 'read', got 'admin, read'"));
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
        assertThat(compare(throttled("10", "20"), template("template.yaml", "AutoDeploy: true", "GET /contacts", "")))
                .singleElement()
                .asString()
                .contains("got 'account/s, burst account'");
        assertThat(compare(throttled("10", "20"), throttled("!Ref Rate", "20")))
                .singleElement()
                .asString()
                .contains("got 'unresolved/s, burst 20'");
        assertThat(compare(throttled("!Ref Rate", "20"), throttled("10", "20"))).isEmpty();
    }

    private static Template throttled(String rate, String burst) {
        String stage = "DefaultRouteSettings: {ThrottlingRateLimit: " + rate + ", ThrottlingBurstLimit: " + burst + "}";
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
                .contains("surface-route-added warning 25:5 Route [POST /contacts] route 'POST /contacts' must be in"
                        + " the baseline, got a new one with access 'JWT https://issuer.example.com': remove it, or"
                        + " accept it: update the baseline with --write-baseline");
        assertThat(compare(before, template("template.yaml", STAGE, "OPTIONS /{proxy+}", "")))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("surface-route-added warning 25:5 Route [OPTIONS /{proxy+}]"));
    }
}
