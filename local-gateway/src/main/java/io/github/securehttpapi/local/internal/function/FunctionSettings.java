package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.template.LambdaFunction;
import java.time.Duration;
import java.util.Map;

/**
 * What a function's context tells it.
 *
 * @param name its name
 * @param timeout how long one invocation may take
 * @param memoryInMb the memory it would have
 * @param arn its ARN
 */
public record FunctionSettings(String name, Duration timeout, int memoryInMb, String arn) {
    /** Lambda's default timeout (CloudFormation, AWS::Lambda::Function Timeout). */
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

    /** Lambda's default memory (CloudFormation, AWS::Lambda::Function MemorySize). */
    private static final int DEFAULT_MEMORY_IN_MB = 128;

    public static FunctionSettings of(LambdaFunction function, Map<String, String> parameters) {
        String name = function.functionName().orElse(function.logicalId());
        String arn = "arn:%s:lambda:%s:%s:function:%s"
                .formatted(
                        parameters.get("AWS::Partition"),
                        parameters.get("AWS::Region"),
                        parameters.get("AWS::AccountId"),
                        name);
        Duration timeout = function.timeout().orElse(DEFAULT_TIMEOUT);
        return new FunctionSettings(name, timeout, function.memorySize().orElse(DEFAULT_MEMORY_IN_MB), arn);
    }
}
