package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a handler makes of the streams that it is given. */
final class HandlerStreamsTest {
    private static final byte[] EVENT = """
            {"version":"2.0","headers":{"content-type":"application/json"},
             "requestContext":{"requestId":"request-1","http":{"method":"POST"}},
             "body":"{\\"name\\":\\"1\\",\\"email\\":\\"a@b\\"}"}""".getBytes(StandardCharsets.UTF_8);

    @Test
    void writesNothingWhenTheOutputIsNotReached() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        HttpApiHandler handler = handler(() -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThatThrownBy(() -> handler.handleRequest(new ByteArrayInputStream(EVENT), output, new RecordingContext()))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(output.size()).isZero();
    }

    @Test
    void takesAnEventThatComesByteByByte() throws IOException {
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(EVENT)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, 1));
            }
        };

        assertThat(answer(slow)).contains("\"statusCode\":202", "\"x-request-id\":\"request-1\"");
    }

    @Test
    void answersUnderLambdasRequestIdIfTheInputFailed() throws IOException {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(EVENT, 0, 150)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                if (count < 0) {
                    throw new IOException("broken pipe");
                }
                return count;
            }
        };

        assertThat(answer(broken))
                .contains("\"statusCode\":500", "\"x-request-id\":\"6bc28136-xmpl-4365-b021-0ce6b2e64ab0\"")
                .doesNotContain("broken");
    }

    @Test
    void passesOnThatTheOutputFailed() {
        HttpApiHandler handler = handler(Response::noContent);
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };

        assertThatThrownBy(() -> handler.handleRequest(new ByteArrayInputStream(EVENT), broken, new RecordingContext()))
                .isInstanceOf(IOException.class)
                .hasMessage("broken pipe");
    }

    private static String answer(InputStream input) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new ContactHandler().handleRequest(input, output, new RecordingContext());
        return output.toString(StandardCharsets.UTF_8);
    }

    private static HttpApiHandler handler(Supplier<Response> answer) {
        return new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return answer.get();
            }
        };
    }
}
