package com.example.webhook;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

// snippet:handler
/** {@code POST /webhooks}: takes what a sender signed with {@code x-hub-signature-256}, and nothing else. */
public final class WebhookHandler extends HttpApiHandler {
    private final SecretKeySpec key;

    WebhookHandler(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    protected Response handle(Request request) throws GeneralSecurityException {
        String sent = request.header("x-hub-signature-256").orElse("");
        if (!isSignatureOf(request.body(), sent)) {
            return Response.error(401, "signature must be that of the body");
        }
        // Yours to add: decode the body, and act on it once for each delivery id.
        return Response.noContent();
    }

    private boolean isSignatureOf(byte[] body, String sent) throws GeneralSecurityException {
        // A Mac is not for several threads: one for each request.
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        String expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        // Takes as long whatever differs: equals would tell an attacker how much of a forgery is right.
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.US_ASCII));
    }
}
// end
