package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

/** Any body: what jazzer calls with {@code mvn -Pfuzz}, and {@link FuzzTest} in every build. */
public final class BodyFuzz {
    private static final HttpApiHandler HANDLER = new ContactHandler();

    private BodyFuzz() {}

    /**
     * Sends a body as the gateway hands over one whose type it does not know.
     *
     * @param body the body
     */
    public static void fuzzerTestOneInput(byte[] body) {
        Answer answer = Invocation.ofBytes(body).of(HANDLER);

        Soundness.check(answer);
        assertThat(answer.status()).isIn(202, 400, 413, 422);
    }
}
