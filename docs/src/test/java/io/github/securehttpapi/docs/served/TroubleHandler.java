package io.github.securehttpapi.docs.served;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A function without the kit that fails, or takes too long, and an authorizer that refuses or answers nonsense. */
public final class TroubleHandler implements RequestStreamHandler {
    private static final long TOO_LONG_MILLIS = 5_000;

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        if (event.contains("/slow")) {
            sleep();
        }
        if (event.contains("/fails")) {
            throw new IllegalStateException("a secret of the inside");
        }
        String answer = event.contains("nonsense") ? "{\"allowed\": 1}" : "{\"isAuthorized\": false}";
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static void sleep() {
        try {
            Thread.sleep(TOO_LONG_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
