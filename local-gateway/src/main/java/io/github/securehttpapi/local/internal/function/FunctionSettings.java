package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.template.LambdaFunction;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function as the template has it.
 *
 * @param logicalId its logical id
 * @param name its name
 * @param handler its handler, {@code com.example.Handler} or {@code com.example.Handler::method}
 * @param arn its ARN
 * @param limits what it may use
 */
public record FunctionSettings(String logicalId, String name, String handler, String arn, Limits limits) {
    /**
     * What a function may use.
     *
     * @param timeout how long one invocation may take
     * @param initTimeout how long it may take to get ready for its first one
     * @param memoryInMb the memory it would have
     * @param concurrency how many invocations one execution environment takes at once
     * @param reserved how many invocations the whole function takes at once, or null if nobody says
     */
    public record Limits(
            Duration timeout,
            Duration initTimeout,
            int memoryInMb,
            int concurrency,
            @Nullable Integer reserved) {
        /** Lambda's default timeout (CloudFormation, AWS::Lambda::Function Timeout). */
        private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

        /** Lambda's limit for the init phase (developer guide, lambda-runtime-environment.html). */
        private static final Duration INIT_TIMEOUT = Duration.ofSeconds(10);

        /** Lambda's default memory (CloudFormation, AWS::Lambda::Function MemorySize). */
        private static final int DEFAULT_MEMORY_IN_MB = 128;

        static Limits of(LambdaFunction function) {
            return new Limits(
                    function.timeout().orElse(DEFAULT_TIMEOUT),
                    INIT_TIMEOUT,
                    function.memorySize().orElse(DEFAULT_MEMORY_IN_MB),
                    Concurrency.of(function),
                    function.reservedConcurrency().isAbsent()
                            ? null
                            : function.reservedConcurrency().required());
        }
    }

    /**
     * Of a function of the template.
     *
     * @param function the function
     * @param handler its handler
     * @param parameters the template's parameters, with the pseudo parameters
     */
    public static FunctionSettings of(LambdaFunction function, String handler, Map<String, String> parameters) {
        String name = function.functionName().orElse(function.logicalId());
        String arn = "arn:%s:lambda:%s:%s:function:%s"
                .formatted(
                        parameters.get("AWS::Partition"),
                        parameters.get("AWS::Region"),
                        parameters.get("AWS::AccountId"),
                        name);
        return new FunctionSettings(function.logicalId(), name, handler, arn, Limits.of(function));
    }
}
