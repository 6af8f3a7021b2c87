package io.github.securehttpapi.construct;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The output of the stack that says where an API answers. */
final class UrlOutput {
    private UrlOutput() {}

    /** Named after the construct's path, without the hash that the CDK would add, so that scripts can ask for it. */
    static void define(Construct api, String url) {
        CfnOutput output = CfnOutput.Builder.create(api, "Url")
                .description("Where the API answers")
                .value(url)
                .build();
        String stackPath = Stack.of(api).getNode().getPath();
        String path = api.getNode().getPath().substring(stackPath.length());
        output.overrideLogicalId(path.replaceAll("[^A-Za-z0-9]", "") + "Url");
    }
}
