package io.github.securehttpapi.local;

import java.util.HashMap;
import java.util.Map;

/**
 * Who the API pretends to be.
 *
 * @param accountId the account's id
 * @param apiId the API's id
 */
record Identity(String accountId, String apiId) {
    /** The pseudo parameters of the local stack: AWS's documentation account, in the first region. */
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId", "123456789012",
            "AWS::Partition", "aws",
            "AWS::Region", "us-east-1",
            "AWS::StackName", "local",
            "AWS::StackId", "arn:aws:cloudformation:us-east-1:123456789012:stack/local/local",
            "AWS::URLSuffix", "amazonaws.com");

    /** The parameters to read a template with: the given ones, over the local pseudo parameters. */
    static Map<String, String> over(Map<String, String> given) {
        Map<String, String> parameters = new HashMap<>(PSEUDO_PARAMETERS);
        parameters.putAll(given);
        return parameters;
    }
}
