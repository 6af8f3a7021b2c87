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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

final class PublicAccessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T23:59:59Z"), ZoneOffset.UTC);
    private final Stack stack = new Stack(new App(), "Shop");

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
                .withMessage("public access to route 'GET /offers' must not have ended, got the last day '2026-06-14'"
                        + " on 2026-06-15: give the route an authorizer, or give a later day to until(…)");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 14})
    void inTheTwoWeeksBeforeSynthesisWarns(long days) {
        api(stack).addRoute(offers(stack, PublicAccess.because("campaign").until(TODAY.plusDays(days))));

        Annotations.fromStack(stack)
                .hasWarning(
                        "/Shop/Api/HttpApi/GET--offers",
                        Match.stringLikeRegexp("public access to route 'GET /offers' ends after 2026-06-(15|29), and so"
                                + " will synthesis: give the route an authorizer, or give a later day to"
                                + " until\\(…\\).*"));
    }

    @Test
    void earlierItDoesNot() {
        api(stack).addRoute(offers(stack, PublicAccess.because("campaign").until(TODAY.plusDays(15))));

        Annotations.fromStack(stack).hasNoWarning("*", Match.anyValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines"})
    void aReasonThatSaysNothingIsRefused(String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicAccess.because(reason))
                .withMessage(
                        "reason for public access must be one line that is not blank, got '%s': say why anyone may"
                                + " call the route",
                        reason);
    }

    @Test
    void aReasonIsStripped() {
        assertThat(PublicAccess.because("  probe ").toLine()).isEqualTo("public: probe");
    }

    @Test
    void anOwnerWithoutANameIsRefused() {
        PublicAccess access = PublicAccess.because("campaign");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> access.owner(" "))
                .withMessage("owner of public access must be one line that is not blank, got ' ': name a team or a mail"
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
