package io.github.securehttpapi.local.internal.gateway;

import java.util.HashMap;
import java.util.Map;

/**
 * Who the API pretends to be.
 *
 * @param partition such as {@code aws}
 * @param region such as {@code us-east-1}
 * @param accountId the account's id
 * @param apiId the API's id
 */
public record Identity(String partition, String region, String accountId, String apiId) {
    /** The pseudo parameters of the local stack: AWS's documentation account, in the first region. */
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId", "123456789012",
            "AWS::Partition", "aws",
            "AWS::Region", "us-east-1",
            "AWS::StackName", "local",
            "AWS::StackId", "arn:aws:cloudformation:us-east-1:123456789012:stack/local/local",
            "AWS::URLSuffix", "amazonaws.com");

    /** The identity of an API in a stack with these parameters, which {@link #over} has completed. */
    public static Identity of(Map<String, String> parameters, String apiId) {
        return new Identity(
                parameters.getOrDefault("AWS::Partition", ""),
                parameters.getOrDefault("AWS::Region", ""),
                parameters.getOrDefault("AWS::AccountId", ""),
                apiId);
    }

    /** The ARN of a request, as policies name it: {@code arn:aws:execute-api:region:account:api/stage/METHOD/path}. */
    public String requestArn(String stage, String method, String path) {
        return "arn:" + partition + ":execute-api:" + region + ":" + accountId + ":" + apiId + "/" + stage + "/"
                + method + path;
    }

    /** The parameters to read a template with: the given ones, over the local pseudo parameters. */
    public static Map<String, String> over(Map<String, String> given) {
        Map<String, String> parameters = new HashMap<>(PSEUDO_PARAMETERS);
        parameters.putAll(given);
        return parameters;
    }
}
