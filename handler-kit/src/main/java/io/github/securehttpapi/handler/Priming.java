package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A request that nobody sent, as Lambda would hand it over: what warms a function before it is snapshot. */
final class Priming {
    /** The id of the request, which nothing else has, so that its line in the log is told from a client's. */
    static final String REQUEST_ID = "priming";

    private Priming() {}

    static InputStream event(String routeKey, @Nullable String json) {
        int space = routeKey.indexOf(' ');
        String method = space < 0 ? "ANY" : routeKey.substring(0, space);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator event = Json.OUTPUT.createGenerator(bytes)) {
            event.writeStartObject();
            event.writeStringField("version", "2.0");
            event.writeStringField("routeKey", routeKey);
            event.writeStringField("rawPath", space < 0 ? "/" : routeKey.substring(space + 1));
            event.writeObjectFieldStart("headers");
            event.writeStringField("content-type", "application/json");
            event.writeEndObject();
            event.writeObjectFieldStart("requestContext");
            event.writeStringField("requestId", REQUEST_ID);
            event.writeObjectFieldStart("http");
            event.writeStringField("method", method.equals("ANY") ? methodFor(json) : method);
            event.writeEndObject();
            event.writeEndObject();
            event.writeStringField("body", json);
            event.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static String methodFor(@Nullable String json) {
        return json == null ? "GET" : "POST";
    }

    /** What Lambda would know of the invocation, were it one. */
    static final class NoInvocation implements Context {
        @Override
        public String getAwsRequestId() {
            return REQUEST_ID;
        }

        @Override
        public LambdaLogger getLogger() {
            return LambdaRuntime.getLogger();
        }

        @Override
        public String getLogGroupName() {
            return "";
        }

        @Override
        public String getLogStreamName() {
            return "";
        }

        @Override
        public String getFunctionName() {
            return "";
        }

        @Override
        public String getFunctionVersion() {
            return "";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "";
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
            return Integer.MAX_VALUE;
        }

        @Override
        public int getMemoryLimitInMB() {
            return 0;
        }
    }
}
