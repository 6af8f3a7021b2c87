package io.github.securehttpapi.construct;

import software.constructs.Construct;
import software.constructs.Node;

/** The CloudFormation resource below one of the CDK's own constructs. */
final class CfnChild {
    private CfnChild() {}

    static <T> T of(Construct construct, Class<T> type) {
        return of(construct.getNode(), type);
    }

    static <T> T of(Node node, Class<T> type) {
        return type.cast(node.getDefaultChild());
    }
}
