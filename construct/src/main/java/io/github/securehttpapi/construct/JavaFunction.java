package io.github.securehttpapi.construct;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogGroupProps;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A Lambda function with what a Java handler needs: started from a snapshot, capped, traced, logged as JSON.
 *
 * <pre>{@code
 * JavaFunction orders = JavaFunction.Builder.create(this, "Orders")
 *         .jar(Path.of("functions", "target", "orders.jar"))
 *         .handler("com.example.OrdersHandler")
 *         .build();
 *
 * api.addRoute(SecureRoute.get("/orders").handler(orders).build());
 * }</pre>
 *
 * <p>Routes go to {@link #getAlias() the alias}: SnapStart works on published versions alone, so that a route to {@link
 * #getFunction() the function} itself would start cold each time. The alias keeps its logical id, and so does what routes
 * define for it, when the code changes; each change publishes a version, and the alias moves to it, after which the old one
 * is deleted: {@code getFunction().getCurrentVersion().applyRemovalPolicy(RemovalPolicy.RETAIN)} keeps it.
 *
 * <p>Each of these is five resources of the 500 that a stack holds: function, role, log group, version and alias. The first
 * grant to the function, such as {@code table.grantReadData(orders)}, adds a policy.
 *
 * <p>Like all constructs it is not thread-safe.
 */
public final class JavaFunction extends Construct implements IGrantable {
    private static final String ALIAS = "live";

    private final LogGroup logGroup;
    private final Function function;
    private final Alias alias;

    private JavaFunction(Construct scope, String id, Builder builder) {
        super(scope, id);
        this.logGroup = defineLogGroup(builder);
        this.function = defineFunction(builder);
        this.alias = Alias.Builder.create(this, "Alias")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
    }

    private LogGroup defineLogGroup(Builder builder) {
        LogGroup defined = new LogGroup(this, "LogGroup", builder.logs.build());
        if (builder.logEncryptionKey != null) {
            LogKeyPolicy.letLogsUse(builder.logEncryptionKey, defined, this, "logEncryptionKey");
        }
        return defined;
    }

    private Function defineFunction(Builder builder) {
        Role role = FunctionRole.define(this, logGroup, builder.tracing);
        Function defined = new Function(
                this, "Function", builder.settings.role(role).logGroup(logGroup).build());
        FunctionRole.trace(defined, builder.tracing);
        Annotations.of(defined)
                .acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish", "the alias's version is published");
        return defined;
    }

    /**
     * What to give to routes: the alias {@code live} of the version that was deployed last.
     *
     * @return the CDK's own alias
     */
    public Alias getAlias() {
        return alias;
    }

    /**
     * The CDK's own function, for what this construct has no word for.
     *
     * @return the function, whose {@code getCurrentVersion()} is what the alias stands for
     */
    public Function getFunction() {
        return function;
    }

    /**
     * Who is granted what this construct is granted: the function's role.
     *
     * @return the role
     */
    @Override
    public IPrincipal getGrantPrincipal() {
        return function.getGrantPrincipal();
    }

    /**
     * Where the function logs, one JSON object a line.
     *
     * @return the CDK's own log group
     */
    public LogGroup getLogGroup() {
        return logGroup;
    }

    /** Says what a function is like before it is defined. Not thread-safe. */
    public static final class Builder implements software.amazon.jsii.Builder<JavaFunction> {
        private final Construct scope;
        private final String id;
        private final FunctionProps.Builder settings = FunctionDefaults.settings();
        private final LogGroupProps.Builder logs = FunctionDefaults.logs();
        private Tracing tracing = Tracing.ACTIVE;
        private boolean unreserved;
        private @Nullable IKey logEncryptionKey;
        private @Nullable Path jar;
        private @Nullable String handler;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /**
         * Starts a function.
         *
         * @param scope the stack, or a construct below it
         * @param id the construct's id; changing it later replaces the function
         * @return a builder to say the rest with
         */
        public static Builder create(Construct scope, String id) {
            return new Builder(Objects.requireNonNull(scope, "scope"), Objects.requireNonNull(id, "id"));
        }

        /**
         * The code: a jar with everything the handler needs. Required.
         *
         * @param file the jar, as {@code mvn package} builds it
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if there is no such file, or it is a folder, or it does not end in {@code .jar}
         */
        public Builder jar(Path file) {
            FunctionCode.requireJar(file);
            this.jar = file;
            return this;
        }

        /**
         * The class that answers, and its method where it implements none of Lambda's interfaces. Required.
         *
         * @param name such as {@code com.example.OrdersHandler} or {@code com.example.OrdersHandler::handle}
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is neither, or longer than 128 characters
         */
        public Builder handler(String name) {
            FunctionCode.requireHandler(name);
            this.handler = name;
            return this;
        }

        /**
         * What the function is for, as the console shows it; nothing by default.
         *
         * @param text no more than 256 characters
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is longer
         */
        public Builder description(String text) {
            FunctionLimits.requireDescription(text);
            settings.description(text);
            return this;
        }

        /**
         * Environment variables; none by default. Whoever may read the function's configuration reads them: no place for
         * secrets.
         *
         * @param variables values by name
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if Lambda would not take a name, or if they exceed 4,096 bytes
         */
        public Builder environment(Map<String, String> variables) {
            settings.environment(FunctionEnvironment.require(variables));
            return this;
        }

        /**
         * Lambda's runtime; {@code java25} by default, the newest that this CDK knows, which also runs what was compiled for
         * an older Java.
         *
         * @param javaRuntime one for Java
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is for another language
         */
        public Builder runtime(Runtime javaRuntime) {
            FunctionLimits.requireRuntime(javaRuntime);
            settings.runtime(javaRuntime);
            return this;
        }

        /**
         * The processor; arm64 by default, which costs a fifth less per GB-second than x86_64 ("AWS Lambda Pricing"). Byte
         * code runs on both.
         *
         * @param processor x86_64 for native libraries that come for nothing else
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder architecture(Architecture processor) {
            settings.architecture(Objects.requireNonNull(processor, "processor"));
            return this;
        }

        /**
         * The memory; 512 MB by default, in place of Lambda's 128. The processor's share grows with it ("Configure Lambda
         * function memory": one vCPU at 1,769 MB), and a JVM starts by using the processor.
         *
         * @param megabytes from 128 to 10,240
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder memorySize(Number megabytes) {
            FunctionLimits.requireMemorySize(megabytes);
            settings.memorySize(megabytes);
            return this;
        }

        /**
         * The size of {@code /tmp}; 512 MB by default, which is Lambda's own and all that SnapStart takes.
         *
         * @param size from 512 MB to 10,240 MB
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder ephemeralStorageSize(Size size) {
            FunctionLimits.requireEphemeralStorage(size);
            settings.ephemeralStorageSize(size);
            return this;
        }

        /**
         * How long the function may run; 10 seconds by default, as long as the gateway waits for it. The gateway answers 503
         * once the route's own time-out is over, after 29 seconds at most, while a function that may run longer goes on,
         * paid for and heard by nobody: give both the same time.
         *
         * @param limit whole seconds, up to 15 minutes
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder timeout(Duration limit) {
            FunctionLimits.requireTimeout(limit);
            settings.timeout(limit);
            return this;
        }

        /**
         * How many calls may run at once; 20 by default, the burst that the API lets into one route. The gateway's throttles
         * are best effort: this one holds, so that a flood ends here and not in the database behind, and no other function
         * of the account starves. Calls in excess are answered with 5xx. Of an account's limit, 1,000 unless raised, all but
         * 100 can be reserved ("Configuring reserved concurrency"): {@link #unreservedConcurrency} where that is too few.
         *
         * @param limit from 1
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is less
         */
        public Builder reservedConcurrency(Number limit) {
            FunctionLimits.requireReservedConcurrency(limit);
            settings.reservedConcurrentExecutions(limit);
            return this;
        }

        /**
         * Whether the cap is lifted, whatever {@link #reservedConcurrency} says, so that the function shares what the account
         * has left; it is not by default. For new accounts, whose limit of 10 leaves nothing to reserve, so that the
         * deployment fails with {@code Specified ReservedConcurrentExecutions for function decreases account's
         * UnreservedConcurrentExecution below its minimum value of [10]}. What is behind the function is then protected by the
         * gateway's throttles alone: better to have the limit raised.
         *
         * @param lifted true for a function without a cap
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder unreservedConcurrency(boolean lifted) {
            this.unreserved = lifted;
            return this;
        }

        /**
         * Whether versions start from a snapshot of the initialised JVM; they do by default, at no charge for Java. What the
         * handler computes once, such as a random seed, a connection or the time, is then shared by all that start from it.
         * Publishing takes minutes longer.
         *
         * @param enabled false to start each time anew, as in a region that has no SnapStart
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder snapStart(boolean enabled) {
            settings.snapStart(enabled ? SnapStartConf.ON_PUBLISHED_VERSIONS : null);
            return this;
        }

        /**
         * Whether calls are traced with X-Ray; they are by default, one each second and 5 % of the rest ("Visualize Lambda
         * function invocations using AWS X-Ray"). HTTP APIs are not traced themselves.
         *
         * @param mode disabled, or pass-through to leave it to the caller
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder tracing(Tracing mode) {
            this.tracing = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /**
         * How long logs are kept; two weeks by default, as the API's access log is.
         *
         * @param retention the time
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder logRetention(RetentionDays retention) {
            logs.retention(Objects.requireNonNull(retention, "retention"));
            return this;
        }

        /**
         * The key that encrypts the logs; CloudWatch Logs' own by default. The key's policy is made to let CloudWatch Logs use
         * it for this log group; for an imported key, a warning says what to add to it. Such a policy holds 32 KB ("AWS KMS
         * quotas"), which is some 60 functions.
         *
         * @param key a symmetric key of this region
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder logEncryptionKey(IKey key) {
            this.logEncryptionKey = Objects.requireNonNull(key, "key");
            logs.encryptionKey(key);
            return this;
        }

        /**
         * What becomes of the log group when the stack is deleted; it is retained by default: when a first deployment fails
         * because the handler cannot be initialised, the stack is rolled back, and the log is what says why.
         *
         * @param policy {@code DESTROY} where stacks come and go
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder logRemovalPolicy(RemovalPolicy policy) {
            logs.removalPolicy(Objects.requireNonNull(policy, "policy"));
            return this;
        }

        /**
         * Defines the function.
         *
         * @return the construct, with the alias to give to routes
         * @throws IllegalStateException if jar or handler is missing, or if SnapStart does not go with the runtime or the
         *     ephemeral storage
         * @throws IllegalArgumentException if the jar has no such class, neither itself nor in a jar below {@code lib/}
         */
        @Override
        public JavaFunction build() {
            if (jar == null) {
                throw new IllegalStateException("function '" + id
                        + "' must have a jar, got none: pass the one that 'mvn package' builds with jar(…)");
            }
            if (handler == null) {
                throw new IllegalStateException(
                        "function '" + id + "' must have a handler, got none: pass its class with handler(…)");
            }
            FunctionCode.requireHandlerIn(jar, handler);
            settings.code(Code.fromAsset(jar.toString())).handler(handler);
            if (unreserved) {
                settings.reservedConcurrentExecutions(null);
            }
            FunctionLimits.requireSnapStart(settings.build());
            return new JavaFunction(scope, id, this);
        }
    }
}
