package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.PublicPages.acknowledge;
import static io.github.securehttpapi.construct.PublicPages.api;
import static io.github.securehttpapi.construct.PublicPages.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.LegacyStackSynthesizer;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;

/** Which templates of an app are reviewed. */
final class GatewayReviewTemplatesTest {
    @TempDir
    private Path folder;

    @Test
    void ofNestedStacks() {
        ReviewedApp reviewed = review(stack -> route(api(new NestedStack(new NestedStack(stack, "A"), "B")), "/page"));

        assertThat(reviewed.found()).containsExactly("error public-route[Shop/A/B/Api/HttpApi/GET--page/Resource]");
    }

    @Test
    void ofNestedStacksWithoutAnAssetsFile() {
        ReviewedApp reviewed = reviewApp(new GatewayReview(), app -> {
            StackProps props = StackProps.builder()
                    .synthesizer(new LegacyStackSynthesizer())
                    .build();
            route(api(new NestedStack(new Stack(app, "Shop", props), "A")), "/page");
        });

        assertThat(reviewed.found()).containsExactly("error public-route[Shop/A/Api/HttpApi/GET--page/Resource]");
    }

    @Test
    void ofAnOlderSynthesisAreLeft() throws IOException {
        Path older = Files.createTempDirectory(folder, "older");
        ReviewedApp.in(
                older, new GatewayReview(), app -> route(api(new NestedStack(new Stack(app, "Shop"), "A")), "/page"));

        ReviewedApp reviewed = ReviewedApp.in(older, new GatewayReview(), app -> api(new Stack(app, "Shop")));

        assertThat(reviewed.found()).isEmpty();
    }

    @Test
    void ofStagesAndOfSeveralEnvironments() {
        ReviewedApp reviewed = reviewApp(new GatewayReview(), app -> {
            Stage stage = new Stage(app, "Live");
            route(api(new Stack(stage, "Shop", in("eu-central-1"))), "/page");
            route(api(new Stack(stage, "Backup", in("us-east-1"))), "/page");
            Stack known = new Stack(stage, "Known", in("us-east-2"));
            acknowledge(route(api(known), "/page"), "public-route");
        });

        assertThat(reviewed.found())
                .containsExactly(
                        "error public-route[Live/Backup/Api/HttpApi/GET--page/Resource]",
                        "error public-route[Live/Shop/Api/HttpApi/GET--page/Resource]");
    }

    @Test
    void ofAStageWithAnAcknowledgement() {
        ReviewedApp reviewed = reviewApp(new GatewayReview(), app -> {
            Stage stage = new Stage(app, "Live");
            route(api(new Stack(stage, "Shop")), "/page");
            acknowledge(stage, "public-route");
        });

        assertThat(reviewed.found()).isEmpty();
    }

    private static StackProps in(String region) {
        return StackProps.builder()
                .env(Environment.builder()
                        .account("123456789012")
                        .region(region)
                        .build())
                .build();
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
