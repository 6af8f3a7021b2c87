package com.example.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.RecordingContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookHandlerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    // The example of GitHub's documentation, "Validating webhook deliveries".
    private static final HttpApiHandler HANDLER =
            new WebhookHandler("It's a Secret to Everybody".getBytes(StandardCharsets.UTF_8));
    private static final String BODY = "Hello, World!";
    private static final String SIGNATURE = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private static int status(String body, boolean base64, String signature) throws IOException {
        ObjectNode event =
                JSON.createObjectNode().put("version", "2.0").put("body", body).put("isBase64Encoded", base64);
        event.putObject("headers").put("x-hub-signature-256", signature);
        event.putObject("requestContext").putObject("http").put("method", "POST");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        HANDLER.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), output, new RecordingContext());
        return JSON.readTree(output.toByteArray()).get("statusCode").asInt();
    }

    @Test
    void takesWhatWasSignedHoweverTheGatewayHandsItOver() throws IOException {
        String encoded = Base64.getEncoder().encodeToString(BODY.getBytes(StandardCharsets.UTF_8));

        assertThat(status(BODY, false, SIGNATURE)).isEqualTo(204);
        assertThat(status(encoded, true, SIGNATURE)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17",
                "\u00e9"
            })
    void refusesAnyOtherSignature(String signature) throws IOException {
        assertThat(status(BODY, false, signature)).isEqualTo(401);
    }

    @Test
    void refusesAnyOtherBody() throws IOException {
        assertThat(status(BODY + "\n", false, SIGNATURE)).isEqualTo(401);
        assertThat(status("", false, SIGNATURE)).isEqualTo(401);
    }
}
