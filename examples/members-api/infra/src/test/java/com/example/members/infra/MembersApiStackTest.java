package com.example.members.infra;

import static io.github.securehttpapi.testing.ReviewAssert.assertThatReviewOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.construct.GatewayReview;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.testing.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MembersApiStackTest {
    @Test
    void theTemplateIsTheOneThatWasReviewed() {
        Snapshot.named("members-api").assertMatches(Assembly.template());
    }

    @Test
    void theReviewFindsNothingToMendAndNoRouteThatWasNotThere() {
        assertThatReviewOf(Assembly.template())
                .hasNoFindingsAtLeast(Severity.WARNING)
                .matchesBaseline("members-api");
    }

    @Test
    void neitherTheReviewNorTheCdksOwnValidationFindsWhatIsNotAcknowledged(@TempDir Path folder) throws Exception {
        Assembly.write(folder, new GatewayReview());

        assertThat(Files.readString(folder.resolve("validation-report.json"))).contains("\"pluginReports\": []");
    }
}
