package io.github.securehttpapi.testing.served;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Greets, and says in its log whom; how often it did is its state. */
public final class GreetingHandler implements RequestStreamHandler {
    private int greetings;

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        greetings++;
        context.getLogger().log("greeting " + greetings);
        output.write(("{\"greetings\":" + greetings + "}").getBytes(StandardCharsets.UTF_8));
    }
}
