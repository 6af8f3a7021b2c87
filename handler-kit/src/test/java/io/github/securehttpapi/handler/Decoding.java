package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Decodes JSON outside a request. */
final class Decoding {
    private Decoding() {}

    static <T> T value(Decoder<T> decoder, String json) {
        return BodyReader.read(
                Body.of(json.getBytes(StandardCharsets.UTF_8)), "application/json", decoder, new Violations());
    }

    /** The violations, each as {@code pointer code message}. That no rule is asked about the value goes with it. */
    static List<String> violations(Decoder<?> decoder, String json) {
        Decoder<Object> ruled = decoder.map(unsound -> {
            throw new AssertionError("asked about " + unsound);
        });
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> value(ruled, json));
        return refusal.violations().stream()
                .map(violation -> violation.pointer() + " " + violation.code() + " " + violation.message())
                .toList();
    }

    /** The parameters of the only violation. */
    static Map<String, Object> parameters(Decoder<?> decoder, String json) {
        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> value(decoder, json));
        assertThat(refusal.violations()).hasSize(1);
        return refusal.violations().get(0).parameters();
    }
}
