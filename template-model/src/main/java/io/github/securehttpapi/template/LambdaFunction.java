package io.github.securehttpapi.template;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param resource the resource as declared
 * @param functionName its name, absent where CloudFormation names it
 * @param handler its handler, such as {@code com.example.Handler::handleRequest}
 * @param runtime its runtime, such as {@code java21}
 * @param timeout its timeout, 3 s where absent
 * @param memorySize its memory in MB, 128 where absent
 * @param reservedConcurrency how many of its executions run at once at most; the account's limit where absent
 * @param environment its environment variables
 * @param codeKey the {@code S3Key} of its code, which leads to a file through the assembly's {@code *.assets.json}
 * @param codePath the path of its code, from the template's directory, which AWS SAM has yet to put into S3
 */
public record LambdaFunction(
        Resource resource,
        Property<String> functionName,
        Property<String> handler,
        Property<String> runtime,
        Property<Duration> timeout,
        Property<Integer> memorySize,
        Property<Integer> reservedConcurrency,
        Map<String, Property<String>> environment,
        Property<String> codeKey,
        Property<String> codePath) {
    /**
     * Copies the environment.
     *
     * @param resource the resource
     * @param functionName the function name
     * @param handler the handler
     * @param runtime the runtime
     * @param timeout the timeout
     * @param memorySize the memory size
     * @param reservedConcurrency the reserved concurrency
     * @param environment the environment
     * @param codeKey the code key
     * @param codePath the code path
     */
    public LambdaFunction {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /**
     * The function's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
