package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.PublicPages.OTHER;
import static io.github.securehttpapi.construct.PublicPages.UNTHROTTLED;
import static io.github.securehttpapi.construct.PublicPages.acknowledge;
import static io.github.securehttpapi.construct.PublicPages.api;
import static io.github.securehttpapi.construct.PublicPages.route;
import static io.github.securehttpapi.construct.PublicPages.unthrottle;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.constructs.Construct;

/** Findings that are accepted where they were made. */
final class AcknowledgedFindingTest {
    @TempDir
    private Path folder;

    @Test
    void atTheRoute() {
        ReviewedApp reviewed = review(stack -> {
            HttpRoute route = route(api(stack), "/page");
            // snippet:acknowledge
            Validations.of(route)
                    .acknowledge(Acknowledgment.builder()
                            .id("GatewayReview::public-route")
                            .reason("campaign page without login")
                            .build());
            // end
        });

        assertThat(reviewed.failure()).isEmpty();
        assertThat(reviewed.violations()).isEmpty();
    }

    @Test
    void byTheRuleAlone() {
        ReviewedApp reviewed = review(stack -> acknowledge(route(api(stack), "/page"), "public-route"));

        assertThat(reviewed.failure()).isEmpty();
        assertThat(reviewed.violations()).isEmpty();
    }

    @Test
    void atTheStackForAllThatIsBelow() {
        ReviewedApp reviewed = review(stack -> {
            route(api(stack), "/page");
            acknowledge(stack, "GatewayReview::public-route");
        });

        assertThat(reviewed.violations()).isEmpty();
    }

    @Test
    void atTheApp() {
        ReviewedApp reviewed = reviewApp(new GatewayReview(), app -> {
            route(api(new Stack(app, "Shop")), "/page");
            acknowledge(app, "GatewayReview::public-route");
        });

        assertThat(reviewed.violations()).isEmpty();
    }

    @Test
    void byTheIdThatTheReportProposesWhereverThatIs() {
        ReviewedApp reviewed = review(stack -> {
            SecureHttpApi api = api(stack);
            route(api, "/page");
            route(api, "/other");
            acknowledge(
                    new Construct(stack, "Elsewhere"),
                    "GatewayReview::public-route[Shop/Api/HttpApi/GET--page/Resource]");
        });

        assertThat(reviewed.found()).containsExactly(OTHER);
    }

    /** The CDK itself takes an id with a double colon for the whole app. */
    @Test
    void atOneRouteIsNotForAnother() {
        ReviewedApp reviewed = review(stack -> {
            SecureHttpApi api = api(stack);
            acknowledge(route(api, "/page"), "GatewayReview::public-route");
            route(api, "/other");
        });

        assertThat(reviewed.found()).containsExactly(OTHER);
        assertThat(reviewed.failure()).isNotEmpty();
    }

    /** Once it has left out a finding, the CDK itself takes nothing but errors for a failure. */
    @Test
    void leavesTheOtherFindings() {
        ReviewedApp reviewed = review(stack -> {
            SecureHttpApi api = api(stack);
            unthrottle(api);
            route(api, "/page");
            acknowledge(stack, "GatewayReview::public-route[Shop/Api/HttpApi/GET--page/Resource]");
        });

        assertThat(reviewed.found()).containsExactly(UNTHROTTLED);
        assertThat(reviewed.failure()).isNotEmpty();
    }

    @Test
    void inANestedStack() {
        ReviewedApp reviewed = review(stack -> {
            NestedStack nested = new NestedStack(stack, "Nested");
            acknowledge(route(api(nested), "/page"), "GatewayReview::public-route");
        });

        assertThat(reviewed.violations()).isEmpty();
    }

    /** Two nested stacks may have a logical id in common, and the metadata does not say whose is whose. */
    @Test
    void inOneNestedStackIsNotForTheSameInAnother() {
        ReviewedApp reviewed = review(stack -> {
            acknowledge(route(api(new NestedStack(stack, "A")), "/page"), "GatewayReview::public-route");
            route(api(new NestedStack(stack, "B")), "/page");
        });

        assertThat(reviewed.found()).containsExactly("error public-route[Shop.ApiHttpApiGETpageC2A40728]");
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
