package io.github.securehttpapi.construct;

import java.util.Map;
import software.amazon.awscdk.Validations;
import software.constructs.Node;

/**
 * What cdk-nag says of a public route, answered with the reason that was given for it. Of its packs {@code AwsSolutions}
 * alone asks for authorizers, and none asks of an HTTP API what it cannot have, such as a WAF or a cache.
 */
final class PublicAccessFinding {
    /**
     * With the prefix that {@link Validations} gives to an id without one, so that it counts for the construct that it is
     * written to. The id that the CDK's report proposes, with the pack's name before it, would count for the whole app.
     */
    private static final String ID = "Annotation::AwsSolutions-APIG4";

    private PublicAccessFinding() {}

    /** What {@code Validations.of(route).acknowledge(…)} does, in one call to the kernel for each public route. */
    static void acknowledge(Node route, PublicAccess access) {
        route.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Map.of(ID, access.toLine()));
    }
}
