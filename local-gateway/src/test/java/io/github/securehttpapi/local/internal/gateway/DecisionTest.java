package io.github.securehttpapi.local.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.internal.http.Reply;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class DecisionTest {
    /** An authorizer may make one decision for many requests, whose answers get ids and CORS headers of their own. */
    @Test
    void keptRefusalHadTheHeadersOfAnotherRequest() {
        Decision kept = Decision.deny(401, "Unauthorized", Map.of("www-authenticate", "Bearer"), Map.of());
        refusal(kept).headers().set("access-control-allow-origin", "https://app.example.com");
        Reply second = refusal(kept);

        assertThat(second.status()).isEqualTo(401);
        assertThat(second.headers().names()).containsExactlyInAnyOrder("content-type", "www-authenticate");
    }

    private static Reply refusal(Decision decision) {
        return Objects.requireNonNull(decision.refusal());
    }
}
