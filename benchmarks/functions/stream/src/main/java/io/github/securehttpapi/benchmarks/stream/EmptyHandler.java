package io.github.securehttpapi.benchmarks.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Does nothing: what Lambda's runtime client itself takes. */
public final class EmptyHandler implements RequestStreamHandler {
    /** The constructor that Lambda calls. */
    public EmptyHandler() {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write("{\"statusCode\":202}".getBytes(StandardCharsets.UTF_8));
    }
}
