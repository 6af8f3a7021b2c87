package com.example.shop;

import static io.github.securehttpapi.testing.ReviewAssert.assertThatReviewOf;

import com.example.firewall.OriginAuthorizer;
import io.github.securehttpapi.docs.Jars;
import io.github.securehttpapi.review.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

final class ShopStackTest {
    private final Template template = Template.fromStack(
            new ShopStack(new App(), Jars.temporary(OriginAuthorizer.class), OriginAuthorizer.class.getName()));

    @Test
    void theReviewFindsNothing() {
        assertThatReviewOf(template.toJSON()).hasNoFindingsAtLeast(Severity.WARNING);
    }

    @Test
    void theQueueHasAsManyCallsAsTheWorkerTakes() {
        template.hasResourceProperties(
                "AWS::Lambda::EventSourceMapping", Map.of("ScalingConfig", Map.of("MaximumConcurrency", 5)));
    }
}
