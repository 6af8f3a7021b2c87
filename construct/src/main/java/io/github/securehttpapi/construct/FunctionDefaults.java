package io.github.securehttpapi.construct;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroupProps;
import software.amazon.awscdk.services.logs.RetentionDays;

/** What a {@link JavaFunction} is like unless it is said otherwise. Its builder gives the reasons. */
final class FunctionDefaults {
    /** In MB. */
    private static final int MEMORY_SIZE = 512;

    /** The default burst of {@link SecureHttpApi}. */
    private static final int RESERVED_CONCURRENCY = 20;

    private FunctionDefaults() {}

    static FunctionProps.Builder settings() {
        return FunctionProps.builder()
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .memorySize(MEMORY_SIZE)
                .timeout(IntegrationTimeout.DEFAULT.toDuration())
                .reservedConcurrentExecutions(RESERVED_CONCURRENCY)
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .loggingFormat(LoggingFormat.JSON)
                .applicationLogLevelV2(ApplicationLogLevel.INFO)
                // The next level, WARN, drops the reports: duration, memory used, time to restore the snapshot.
                .systemLogLevelV2(SystemLogLevel.INFO)
                .currentVersionOptions(versions());
    }

    /**
     * Old versions go once the alias has moved on, and not before a failed deployment is rolled back. Kept, each holds its
     * code until the 75 GB of "Lambda quotas" are full, and no function of the region can be deployed.
     */
    private static VersionOptions versions() {
        return VersionOptions.builder().removalPolicy(RemovalPolicy.DESTROY).build();
    }

    /** Without a name: a fixed one, outliving the stack, would block the next deployment. */
    static LogGroupProps.Builder logs() {
        return LogGroupProps.builder().retention(RetentionDays.TWO_WEEKS).removalPolicy(RemovalPolicy.RETAIN);
    }
}
