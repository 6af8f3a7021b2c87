package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Properties;

/**
 * How many invocations an execution environment takes at once: one, unless the function runs on Lambda Managed
 * Instances, whose environments take several (developer guide, lambda-managed-instances-java-runtime.html).
 */
final class Concurrency {
    /** Lambda's default for Java is 32 for each vCPU; how many it has, the template does not say. */
    private static final int MANAGED_DEFAULT = 32;

    private static final String MANAGED = "LambdaManagedInstancesCapacityProviderConfig";
    private static final String MAXIMUM = "PerExecutionEnvironmentMaxConcurrency";

    private Concurrency() {}

    /** CloudFormation nests the setting, AWS SAM does not. */
    static int of(LambdaFunction function) {
        Properties provider = function.resource().typed().object("CapacityProviderConfig");
        if (provider == null) {
            return 1;
        }
        Properties managed = provider.object(MANAGED);
        return (managed == null ? provider : managed).wholeNumber(MAXIMUM).orElse(MANAGED_DEFAULT);
    }
}
