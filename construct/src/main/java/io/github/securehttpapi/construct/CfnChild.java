package io.github.securehttpapi.construct;

import software.constructs.Construct;

/** The CloudFormation resource below one of the CDK's own constructs. */
final class CfnChild {
    private CfnChild() {}

    static <T> T of(Construct construct, Class<T> type) {
        return type.cast(construct.getNode().getDefaultChild());
    }
}
