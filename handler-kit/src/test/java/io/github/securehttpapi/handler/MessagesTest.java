package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MessagesTest {
    // snippet:messages
    static final Messages GERMAN = (violation, request) -> {
        if (!request.header("accept-language").orElse("").startsWith("de")) {
            return null;
        }
        return switch (violation.code()) {
            case "required" -> "fehlt";
            case "too_long" -> "darf höchstens " + violation.parameters().get("max") + " Zeichen haben";
            default -> null;
        };
    };
    // end

    private static final HttpApiHandler HANDLER =
            new ContactHandler(HandlerOptions.defaults().messages(GERMAN).maxBodyBytes(1_000));

    @Test
    void sayViolationsInOtherWords() {
        Answer answer = Invocation.ofText("{\"name\":\"" + "n".repeat(101) + "\",\"x\":1}")
                .header("accept-language", "de-AT")
                .of(HANDLER);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo("{\"message\":\"body is not what this route accepts\",\"requestId\":\"JCJJxhz4PHcEJgQ=\","
                        + "\"violations\":[{\"pointer\":\"/name\",\"code\":\"too_long\","
                        + "\"message\":\"darf höchstens 100 Zeichen haben\"},"
                        + "{\"pointer\":\"/email\",\"code\":\"required\",\"message\":\"fehlt\"},"
                        + "{\"pointer\":\"/x\",\"code\":\"unknown_field\","
                        + "\"message\":\"must not be present: no such field\"}]}");
    }

    @Test
    void leaveTheWordsOfOtherRequests() {
        assertThat(Invocation.ofText("{\"email\":\"a@b\"}").of(HANDLER).body()).contains("\"must be present\"");
    }

    @Test
    void sayViolationsOfParametersToo() {
        HandlerOptions options = HandlerOptions.defaults().messages((violation, request) -> violation.pointer() + "?");
        Event event = new Event();
        event.queryParameters.put("limit", "x");
        event.pathParameters.put("id", "x");
        Request request = Request.of(event, "id", options);

        assertThatThrownBy(() -> request.queryParameter("limit", integer()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal -> assertThat(refusal.violations().get(0).message())
                                .isEqualTo("/limit?"));
        assertThatThrownBy(() -> request.pathParameter("id", integer()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal -> assertThat(refusal.violations().get(0).message())
                                .isEqualTo("/id?"));
    }

    @Test
    void areABugWhereTheyThrow() {
        HttpApiHandler handler = new ContactHandler(HandlerOptions.defaults().messages((violation, request) -> {
            throw new IllegalStateException("no words");
        }));

        assertThat(Invocation.ofText("{}").of(handler).status()).isEqualTo(500);
    }

    @Test
    void areKeptBesideOtherOptions() {
        HandlerOptions options = HandlerOptions.defaults().maxBodyBytes(7).messages(GERMAN);

        assertThat(options.maxBodyBytes()).isEqualTo(7);
        assertThat(options.maxBodyBytes(8).messages()).isSameAs(GERMAN);
        assertThat(HandlerOptions.defaults().messages()).isNull();
    }

    @Test
    @SuppressWarnings("NullAway") // A caller that is not null-checked can do this.
    void areNotNull() {
        assertThatThrownBy(() -> HandlerOptions.defaults().messages(null)).hasMessage("messages must not be null");
    }
}
