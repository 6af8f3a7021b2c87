package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.jspecify.annotations.Nullable;

/** What holds of every answer, whatever came in. */
final class Soundness {
    private static final Condition<@Nullable Object> SILENT = new Condition<>(
            text -> text instanceof String message
                    && !message.matches("(?s).*(Exception|Error:|\\bat \\w+\\.|java|jackson|github).*"),
            "text that tells nothing of the code");

    private Soundness() {}

    /** Checks a response event of payload format 2.0: its status, its request id, its body, and what an error says. */
    static void check(Answer answer) {
        assertThat(answer.status()).isBetween(200, 599);
        assertThat(answer.header("x-request-id")).asString().matches("[!-~]{1,128}");
        @Nullable String body = answer.body();
        if (body != null) {
            Map<String, @Nullable Object> members = JsonText.object(body);
            if (answer.status() >= 400) {
                checkError(answer, members);
            }
        }
        for (String line : answer.logged()) {
            assertThat(line).matches("[ -~]*\n");
            assertThat(JsonText.object(line)).isNotEmpty();
        }
    }

    private static void checkError(Answer answer, Map<String, @Nullable Object> members) {
        assertThat(members.get("message")).is(SILENT);
        assertThat(members).containsEntry("requestId", answer.header("x-request-id"));
        assertThat(members.containsKey("violations")).isEqualTo(answer.status() == 422);
        if (members.get("violations") instanceof List<?> violations) {
            for (Object violation : violations) {
                assertThat(((Map<?, ?>) violation).get("code")).asString().matches("[a-z_]+");
                assertThat((Object) ((Map<?, ?>) violation).get("message")).is(SILENT);
                assertThat(((Map<?, ?>) violation).get("pointer")).asString().matches("(?s)(/.*)?");
            }
        }
    }
}
