package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.Cors;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Throttle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The API of a contact form in SAM, and what a careful reviewer would write about it. */
final class TwoPublicRoutesTest {
    private static final Template TEMPLATE =
            Template.read(Path.of("src", "test", "resources", "acceptance", "two-public-routes.yaml"));

    @Test
    void isReadWithNothingUnresolved() {
        HttpApi api = TEMPLATE.httpApis().get(0);
        Cors cors = Objects.requireNonNull(api.cors());
        Stage stage = api.stages().get(0);
        Throttle throttle = Objects.requireNonNull(stage.defaultThrottle());
        Throttle create = Objects.requireNonNull(stage.routeSettings().get("POST /contacts"));

        assertThat(TEMPLATE.unresolvedResources()).isEmpty();
        assertThat(api.routes()).extracting(route -> route.routeKey()).containsExactly("GET /health", "POST /contacts");
        assertThat(cors.allowOrigins().value()).contains(List.of("https://www.example.com"));
        assertThat(throttle.rateLimit().value()).contains(10.0);
        assertThat(create.burstLimit().value()).contains(5);
        assertThat(Objects.requireNonNull(stage.accessLog()).logGroup()).isNotNull();
        assertThat(findings()).noneMatch(Finding::unresolved);
    }

    @Test
    void isJudgedAsACarefulReviewerWould() {
        assertThat(findings())
                .extracting(TwoPublicRoutesTest::inOneLine)
                .containsExactly(
                        "43:5 note log-group-encryption AccessLog: log group 'AccessLog' must be encrypted with a key of"
                                + " your own, got no KmsKeyId",
                        "51:7 note function-concurrency Health: function 'Health' must have ReservedConcurrentExecutions"
                                + " behind the public route 'GET /health', got none",
                        "55:11 error public-route Health [GET /health]: route 'GET /health' must have an authorizer or a"
                                + " stated reason, got AuthorizationType 'NONE'",
                        "55:11 note integration-timeout Health: integration of route 'GET /health' must not wait longer than"
                                + " its function works, got 30000 ms by default for function 'Health' of '10000 ms': the"
                                + " function is ended first, and the caller gets 500",
                        "64:7 warning function-concurrency Contact: function 'Contact' must have"
                                + " ReservedConcurrentExecutions behind the public route 'POST /contacts', got none",
                        "68:11 error public-route Contact [POST /contacts]: route 'POST /contacts' must have an authorizer or"
                                + " a stated reason, got AuthorizationType 'NONE'",
                        "68:11 note integration-timeout Contact: integration of route 'POST /contacts' must not wait longer"
                                + " than its function works, got 30000 ms by default for function 'Contact' of '10000 ms':"
                                + " the function is ended first, and the caller gets 500");
    }

    @Test
    void judgesTheOriginThatIsPassed() {
        Template open = Template.read(
                Path.of("src", "test", "resources", "acceptance", "two-public-routes.yaml"),
                Map.of("AllowedOrigin", "*"));

        assertThat(Review.of(open, RuleCase.TODAY).run().findings())
                .extracting(Finding::rule)
                .contains("cors-any-origin");
    }

    private static List<Finding> findings() {
        return Review.of(TEMPLATE, RuleCase.TODAY).run().findings();
    }

    private static String inOneLine(Finding finding) {
        String route = finding.route() == null ? "" : " [" + finding.route() + "]";
        return finding.location() + " " + finding.severity() + " " + finding.rule() + " " + finding.resource() + route
                + ": " + finding.message();
    }
}
