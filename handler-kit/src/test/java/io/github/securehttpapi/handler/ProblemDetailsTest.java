package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Errors as RFC 9457 has them, where the options ask for it. */
final class ProblemDetailsTest {
    // snippet:problem-details
    private static final HandlerOptions OPTIONS = HandlerOptions.defaults().problemDetails(true);
    // end

    private static Answer answer(Response response, String method) {
        return Invocation.withoutBody().method(method).of(new HttpApiHandler(OPTIONS) {
            @Override
            protected Response handle(Request request) {
                return response;
            }
        });
    }

    private static Answer answer(Response response) {
        return answer(response, "GET");
    }

    @Test
    void describesAnErrorOfTheHandler() {
        Answer answer = answer(Response.error(404, "no \"such\" contact"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"no \\\"such\\\" contact\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
    }

    @Test
    void namesTheKindOfAnError() {
        Response error = Response.error(409, "tea is out of stock")
                .problemType(
                        URI.create("https://api.example.com/problems/out of stock\u00e9".replace(" ", "-")), "Out");

        assertThat(answer(error).body())
                .isEqualTo("{\"type\":\"https://api.example.com/problems/out-of-stock%C3%A9\",\"title\":\"Out\","
                        + "\"status\":409,\"detail\":\"tea is out of stock\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
    }

    @Test
    void describesWhatTheKitRefuses() {
        Answer answer = Invocation.ofText("{\"name\":\"a\"}").of(new ContactHandler(OPTIONS));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
                        + "\"detail\":\"body is not what this route accepts\",\"requestId\":\"JCJJxhz4PHcEJgQ=\","
                        + "\"violations\":[{\"pointer\":\"/email\",\"code\":\"required\","
                        + "\"message\":\"must be present\"}]}");
        assertThat(Invocation.ofText("{").of(new ContactHandler(OPTIONS)).body())
                .contains("\"title\":\"Bad Request\"");
        assertThat(Invocation.ofText("{}")
                        .without("content-type")
                        .of(new ContactHandler(OPTIONS))
                        .body())
                .contains("\"title\":\"Unsupported Media Type\"");
        assertThat(Invocation.ofText("{}")
                        .of(new ContactHandler(OPTIONS.maxBodyBytes(1)))
                        .body())
                .contains("\"title\":\"Content Too Large\"");
    }

    @Test
    void saysNothingOfAFailureEither() {
        Answer answer = Invocation.withoutBody().of(new HttpApiHandler(OPTIONS) {
            @Override
            protected Response handle(Request request) {
                throw new IllegalStateException("password=hunter2");
            }
        });

        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                        + "\"detail\":\"Internal Server Error\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
        assertThat(Invocation.of(new ContactHandler(OPTIONS), "null").header("content-type"))
                .isEqualTo("application/problem+json");
    }

    @Test
    void leavesOtherResponsesAsTheyAre() {
        assertThat(answer(Response.of(404, json -> json.put("a", 1))).json())
                .contains("\"content-type\":\"application/json\"")
                .contains("\"body\":\"{\\\"a\\\":1}\"");
        assertThat(answer(Response.noContent()).header("content-type")).isNull();
    }

    @Test
    void keepsItsTypeForHead() {
        assertThat(answer(Response.error(404, ""), "HEAD").json())
                .contains("\"content-type\":\"application/problem+json\"")
                .doesNotContain("\"body\"");
    }

    @Test
    void letsAResponseHaveAnotherType() {
        assertThat(answer(Response.error(404, "").header("content-type", "application/vnd.error+json"))
                        .header("content-type"))
                .isEqualTo("application/vnd.error+json");
    }

    @Test
    void survivesAChangeOfOtherOptions() {
        HandlerOptions options = OPTIONS.maxBodyBytes(7).header("x-a", "b");

        assertThat(options.problemDetails()).isTrue();
        assertThat(options.maxBodyBytes()).isEqualTo(7);
        assertThat(options.problemDetails(true).headers()).containsEntry("x-a", "b");
        assertThat(options.maxBodyBytes(8).headers()).containsEntry("x-a", "b");
        assertThat(options.problemDetails(false).problemDetails()).isFalse();
        assertThat(HandlerOptions.defaults().problemDetails()).isFalse();
    }

    @Test
    void refusesAKindForWhatIsNoError() {
        assertThatThrownBy(() -> Response.of(404).problemType(URI.create("about:blank"), "a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("problemType must be given to an error, got a response of status '404': "
                        + "make it with Response.error(…)");
    }
}
