package io.github.securehttpapi.local.internal.probe;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** Requests without credentials, and with such as nobody should accept. */
final class LockedShots {
    private final String method;
    private final String path;

    LockedShots(String method, String path) {
        this.method = method;
        this.path = path;
    }

    void each(Consumer<Shot> shots) {
        shots.accept(new Shot("no credentials", method, path, List.of(), new byte[0]));
        String unsigned = base64("{\"alg\":\"none\"}") + "." + base64("{\"sub\":\"admin\",\"exp\":4102444800}") + ".";
        List<String> values = List.of(
                "",
                "Bearer",
                "Bearer " + Inspection.MARK,
                "Bearer " + unsigned,
                unsigned,
                "Bearer a.b.c",
                "Bearer " + "a".repeat(8000),
                "Bearer \u00ff\u00fe",
                "Basic YWRtaW46YWRtaW4=",
                "Basic %%%",
                "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=, Signature=",
                "AWS4-HMAC-SHA256 " + Hostile.LOOK_UP);
        for (String value : values) {
            List<String> headers = List.of("Authorization: " + value);
            shots.accept(new Shot("Authorization: " + value, method, path, headers, new byte[0]));
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
