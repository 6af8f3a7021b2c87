package com.example.contact.infra;

import static io.github.securehttpapi.testing.ReviewAssert.assertThatReviewOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.PCIDSS321Checks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.testing.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

final class ContactApiStackTest {
    @Test
    void theTemplateIsTheOneThatWasReviewed() {
        // snippet:snapshot
        Snapshot.named("contact-api").assertMatches(Assembly.template());
        // end
    }

    @Test
    void theReviewFindsNothingToMendAndNoRouteThatWasNotThere() {
        // snippet:review
        assertThatReviewOf(Assembly.template())
                .hasNoFindingsAtLeast(Severity.WARNING)
                .matchesBaseline("contact-api");
        // end
    }

    @Test
    void neitherCdkNagNorTheCdksOwnValidationFindsWhatIsNotAcknowledged(@TempDir Path folder) throws Exception {
        // snippet:cdk-nag
        Assembly.write(
                folder,
                new AwsSolutionsChecks(),
                new ServerlessChecks(),
                new HIPAASecurityChecks(),
                new NIST80053R5Checks(),
                new PCIDSS321Checks());
        // end

        assertThat(Files.readString(folder.resolve("validation-report.json"))).contains("\"pluginReports\": []");
    }

    @Test
    void aJarThatIsNotBuiltYetIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContactApiStack(new App(), "ContactApi", Path.of("no.jar")))
                .withMessage("jar must be built, got no file 'no.jar': run 'mvn package' first, or correct the path");
    }
}
