package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A context that keeps what is logged. Public for the tests of the how-tos, which stand outside this package. */
public final class RecordingContext implements Context {
    static final String AWS_REQUEST_ID = "6bc28136-xmpl-4365-b021-0ce6b2e64ab0";

    private final List<String> logged = new CopyOnWriteArrayList<>();

    private final List<LogLevel> levels = new CopyOnWriteArrayList<>();

    private final Runnable beforeLogging;

    private @Nullable String traceHeader;

    public RecordingContext() {
        this(() -> {});
    }

    /** A context whose logger first does something else, such as failing. */
    RecordingContext(Runnable beforeLogging) {
        this.beforeLogging = beforeLogging;
    }

    public List<String> logged() {
        return logged;
    }

    /** The level of each line that was logged with one. */
    List<LogLevel> levels() {
        return levels;
    }

    RecordingContext traceHeader(String traceHeader) {
        this.traceHeader = traceHeader;
        return this;
    }

    @Override
    @SuppressWarnings("NullAway") // Lambda's own contexts return null here as well.
    public String getXrayTraceId() {
        return traceHeader;
    }

    @Override
    public String getAwsRequestId() {
        return AWS_REQUEST_ID;
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                beforeLogging.run();
                logged.add(message);
            }

            @Override
            public void log(byte[] message, LogLevel level) {
                levels.add(level);
                log(message);
            }

            @Override
            public void log(byte[] message) {
                beforeLogging.run();
                logged.add(new String(message, StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/test";
    }

    @Override
    public String getLogStreamName() {
        return "test";
    }

    @Override
    public String getFunctionName() {
        return "test";
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-west-1:123456789012:function:test";
    }

    @Override
    @SuppressWarnings("NullAway") // Lambda's own contexts return null here as well.
    public CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // Lambda's own contexts return null here as well.
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return 10_000;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }
}
