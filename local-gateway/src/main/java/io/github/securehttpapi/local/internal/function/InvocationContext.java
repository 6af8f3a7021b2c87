package io.github.securehttpapi.local.internal.function;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a handler is told of its invocation. */
public final class InvocationContext implements Context, LambdaLogger {
    static final String VERSION = "$LATEST";
    static final String LOG_STREAM = "local";

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final FunctionSettings settings;
    private final String requestId;
    private final long deadline;
    private final Consumer<String> log;

    InvocationContext(FunctionSettings settings, String requestId, long deadline, Consumer<String> log) {
        this.settings = settings;
        this.requestId = requestId;
        this.deadline = deadline;
        this.log = log;
    }

    static String logGroup(FunctionSettings settings) {
        return "/aws/lambda/" + settings.name();
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return logGroup(settings);
    }

    @Override
    public String getLogStreamName() {
        return LOG_STREAM;
    }

    @Override
    public String getFunctionName() {
        return settings.name();
    }

    @Override
    public String getFunctionVersion() {
        return VERSION;
    }

    @Override
    public String getInvokedFunctionArn() {
        return settings.arn();
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, (deadline - System.nanoTime()) / NANOS_PER_MILLI);
    }

    @Override
    public int getMemoryLimitInMB() {
        return settings.limits().memoryInMb();
    }

    @Override
    public LambdaLogger getLogger() {
        return this;
    }

    @Override
    public void log(@Nullable String message) {
        log.accept(String.valueOf(message).stripTrailing());
    }

    @Override
    public void log(byte[] message) {
        // most end with a line feed: it is not copied, to be left out of another copy
        int end = message.length;
        while (end > 0 && message[end - 1] == '\n') {
            end--;
        }
        log(new String(message, 0, end, StandardCharsets.UTF_8));
    }
}
