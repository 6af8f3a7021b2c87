package com.example.contact.infra;

import static io.github.securehttpapi.testing.ReviewAssert.assertThatReviewOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.securehttpapi.construct.GatewayReview;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.testing.LocalHttpApi;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.assertions.Template;

final class ContactApiStackTest {
    private static final Path JAR = Path.of("..", "functions", "target", "consumer-functions.jar");

    @RegisterExtension
    static final LocalHttpApi api = LocalHttpApi.ofStack(app -> new ContactApiStack(app, "ContactApi", JAR));

    @Test
    void synthesizesWithTheReviewInTheApp(@TempDir Path folder) throws Exception {
        App app = new App(AppProps.builder().outdir(folder.toString()).build());
        new ContactApiStack(app, "ContactApi", JAR);
        Validations.of(app).addPlugins(new GatewayReview());

        assertEquals(1, app.synth().getStacks().size());
        // A plugin that could not run is told of there, and the synthesis goes on.
        assertFalse(Files.readString(folder.resolve("validation-report.json")).contains("failure"));
    }

    @Test
    void theReviewKnowsItsVersion() {
        assertTrue(String.valueOf(new GatewayReview().getVersion()).matches("\\d+\\.\\d+\\.\\d+(-\\w+)?"));
    }

    @Test
    void theReviewFindsNothing() {
        Template template = Template.fromStack(new ContactApiStack(new App(), "ContactApi", JAR));

        assertThatReviewOf(template.toJSON()).hasNoFindingsAtLeast(Severity.WARNING);
    }

    @Test
    void theApiAnswers() throws Exception {
        HttpResponse<String> accepted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(api.url().resolve("contacts"))
                                .header("content-type", "application/json")
                                .POST(BodyPublishers.ofString("{\"name\":\"Ada\",\"email\":\"ada@example.com\"}"))
                                .build(),
                        BodyHandlers.ofString());

        assertEquals(202, accepted.statusCode());
        assertTrue(accepted.body().contains("\"received\":{\"name\":\"Ada\",\"email\":\"ada@example.com\"}"));
    }
}
