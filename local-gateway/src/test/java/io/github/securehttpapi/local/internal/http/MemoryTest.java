package io.github.securehttpapi.local.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemoryTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Connection: close\r\n"})
    void clientWaitedForEverForAnAnswerWithoutRoom(String connection) {
        EmbeddedChannel channel = new EmbeddedChannel(HttpConnection.handlers(new Refusing()));
        channel.config().setAllocator(new Exhausted());
        String request = "GET / HTTP/1.1\r\nHost: localhost\r\n" + connection + "\r\n";

        assertThatCode(() -> {
                    channel.writeInbound(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
                    channel.runPendingTasks();
                })
                .doesNotThrowAnyException();
        assertThat(channel.isOpen()).isFalse();
        channel.finishAndReleaseAll();
    }

    /** With more to say than there is room for beforehand. */
    private static final class Refusing implements HttpService {
        @Override
        public void handle(Request request, Consumer<Reply> client) {
            client.accept(Reply.message(404, "Not Found. ".repeat(1000)));
        }

        @Override
        public void refuse(Request request, int status, String message, Consumer<Reply> client) {
            client.accept(Reply.message(status, message));
        }
    }

    /** Whose direct memory is all taken. */
    private static final class Exhausted extends AbstractByteBufAllocator {
        @Override
        protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
            return Unpooled.buffer(initialCapacity, maxCapacity);
        }

        @Override
        protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
            throw new OutOfMemoryError("Direct buffer memory");
        }

        @Override
        public boolean isDirectBufferPooled() {
            return false;
        }
    }
}
