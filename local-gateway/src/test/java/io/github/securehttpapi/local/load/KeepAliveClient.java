package io.github.securehttpapi.local.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connections that are all open at once, and each kept for all of its requests, the next one sent when the last one is
 * answered. Every request has a token of its own in its path, a header and its body, and the answer, which is the event
 * that the function got, has to have it in the same three places.
 */
final class KeepAliveClient implements AutoCloseable {
    /** As many as the gateway's backlog takes several times over. */
    private static final int CONNECTING_AT_ONCE = 500;

    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final List<Channel> connections = new ArrayList<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final CountDownLatch unfinished;
    private final int requestsOfConnection;

    /** Opens so many connections. */
    KeepAliveClient(int port, int connections, int requestsOfConnection) {
        this.requestsOfConnection = requestsOfConnection;
        this.unfinished = new CountDownLatch(connections);
        while (this.connections.size() < connections) {
            connect(port, Math.min(CONNECTING_AT_ONCE, connections - this.connections.size()));
        }
    }

    /** Sends all requests. Whether every connection came to its end in time. */
    boolean run(long seconds) throws InterruptedException {
        connections.forEach(connection ->
                connection.eventLoop().execute(() -> connection.pipeline().fireUserEventTriggered(this)));
        return unfinished.await(seconds, TimeUnit.SECONDS);
    }

    /** Requests that got the answer that is theirs. */
    int answered() {
        return answered.get();
    }

    /** What went wrong, in words. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void connect(int port, int count) {
        List<ChannelFuture> opening = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = connections.size() + i;
            opening.add(new Bootstrap()
                    .group(loops)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<Channel>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline()
                                    .addLast(
                                            new HttpClientCodec(),
                                            new HttpObjectAggregator(MAX_ANSWER_BYTES),
                                            new Conversation(number));
                        }
                    })
                    .connect("127.0.0.1", port));
        }
        opening.forEach(open -> connections.add(open.syncUninterruptibly().channel()));
    }

    /** One connection's requests. */
    private final class Conversation extends SimpleChannelInboundHandler<FullHttpResponse> {
        private static final int LARGEST_BODY_REPEATS = 50;

        private final int number;
        private int sent;
        private boolean finished;

        private Conversation(int number) {
            this.number = number;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object start) {
            next(context);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            String answer = response.content().toString(StandardCharsets.UTF_8);
            if (response.status().code() == 200 && isOf(token(), answer)) {
                answered.incrementAndGet();
            } else {
                problems.add(token() + " got " + response.status() + " " + answer);
            }
            if (sent < requestsOfConnection) {
                next(context);
            } else {
                finish();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (!finished) {
                problems.add(token() + " got no answer: the connection was closed");
                finish();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            problems.add(token() + " got " + cause);
            context.close().addListener(closed -> finish());
        }

        private void next(ChannelHandlerContext context) {
            sent++;
            ByteBuf body = Unpooled.copiedBuffer(body(token()), StandardCharsets.UTF_8);
            FullHttpRequest request =
                    new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/items/" + token(), body);
            request.headers()
                    .set("host", "localhost")
                    .set("content-type", "text/plain")
                    .set("content-length", body.readableBytes())
                    .set("x-token", token());
            context.writeAndFlush(request).addListener(written -> {
                if (!written.isSuccess()) {
                    problems.add(token() + " was not sent: " + written.cause());
                }
            });
        }

        private void finish() {
            if (!finished) {
                finished = true;
                unfinished.countDown();
            }
        }

        private String token() {
            return "t" + number + "-" + sent + "-";
        }

        /** Of many lengths, so that an answer cut in the wrong place shows. */
        private String body(String token) {
            return token.repeat(1 + (number + sent) % LARGEST_BODY_REPEATS);
        }

        private boolean isOf(String token, String event) {
            return event.contains("\"rawPath\":\"/items/" + token + '"')
                    && event.contains("\"x-token\":\"" + token + '"')
                    && event.contains("\"body\":\"" + body(token) + '"');
        }
    }
}
