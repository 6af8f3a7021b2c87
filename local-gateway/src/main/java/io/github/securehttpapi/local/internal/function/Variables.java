package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Property;
import java.util.LinkedHashMap;
import java.util.Map;

/** A function's environment variables. */
public final class Variables {
    private Variables() {}

    /**
     * Lambda's own over the template's over those of a process (developer guide, configuration-envvars.html). One whose
     * value is known only when deployed is the process's, if that has it.
     *
     * @param function the function
     * @param settings the same
     * @param parameters the template's parameters, with the pseudo parameters
     * @param code where its code is
     * @param process the variables of the process
     */
    public static Map<String, String> of(
            LambdaFunction function,
            FunctionSettings settings,
            Map<String, String> parameters,
            String code,
            Map<String, String> process) {
        Map<String, String> variables = new LinkedHashMap<>(process);
        for (Map.Entry<String, Property<String>> variable :
                function.environment().entrySet()) {
            variable.getValue().value().ifPresent(value -> variables.put(variable.getKey(), value));
        }
        String region = parameters.getOrDefault("AWS::Region", "");
        variables.putAll(Map.of(
                "_HANDLER",
                settings.handler(),
                "AWS_REGION",
                region,
                "AWS_DEFAULT_REGION",
                region,
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_" + function.runtime().orElse("java"),
                "AWS_LAMBDA_FUNCTION_NAME",
                settings.name(),
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(settings.limits().memoryInMb()),
                "AWS_LAMBDA_FUNCTION_VERSION",
                InvocationContext.VERSION,
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                "on-demand"));
        variables.putAll(Map.of(
                "AWS_LAMBDA_LOG_GROUP_NAME",
                InvocationContext.logGroup(settings),
                "AWS_LAMBDA_LOG_STREAM_NAME",
                InvocationContext.LOG_STREAM,
                "LAMBDA_TASK_ROOT",
                code));
        return Map.copyOf(variables);
    }
}
