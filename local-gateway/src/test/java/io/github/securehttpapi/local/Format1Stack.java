package io.github.securehttpapi.local;

/** The demo stack with integrations of payload format 1.0, which they have where they name none. */
final class Format1Stack {
    private Format1Stack() {}

    static String of(String template) {
        return template.replace("\"PayloadFormatVersion\": \"2.0\",", "")
                .replace("fixture.EchoHandler", "fixture.EnvelopeHandler");
    }
}
