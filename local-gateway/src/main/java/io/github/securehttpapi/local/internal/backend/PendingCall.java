package io.github.securehttpapi.local.internal.backend;

import io.github.securehttpapi.local.internal.FailureText;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A call under way: it ends once, whoever is first to end it. */
final class PendingCall {
    /** Ours, as nothing is known of API Gateway's: what a backend may send before the body. */
    private static final int MAX_HEAD_BYTES = 64 * 1024;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final BackendCall call;
    private final Backends backends;
    private final EventLoop loop;
    private final Consumer<BackendAnswer> then;
    private volatile @Nullable Channel channel;
    private volatile @Nullable Future<?> timer;

    PendingCall(BackendCall call, Backends backends, EventLoop loop, Consumer<BackendAnswer> then) {
        this.call = call;
        this.backends = backends;
        this.loop = loop;
        this.then = then;
    }

    void watch() {
        timer = loop.schedule(this::expire, call.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    void stop() {
        end(BackendAnswer.failed(BackendAnswer.Kind.STOPPED, "The gateway stopped"));
    }

    /** Looks up the host's name, and may block. */
    void resolve() {
        try {
            SslContext tls = call.endpoint().secure() ? backends.tls() : null;
            InetAddress[] addresses = backends.addresses(call.endpoint().host());
            loop.execute(() -> connect(addresses, 0, tls));
        } catch (IOException failed) {
            unreachable(failed);
        } catch (RejectedExecutionException stopped) {
            stop();
        }
    }

    void answered(BackendAnswer answer) {
        end(answer);
    }

    void unreachable(Throwable failure) {
        end(BackendAnswer.failed(BackendAnswer.Kind.UNREACHABLE, FailureText.line(failure)));
    }

    private void expire() {
        String problem = "The integration did not answer within its timeout";
        end(BackendAnswer.failed(BackendAnswer.Kind.TIMED_OUT, problem));
    }

    /** Tries one address after the other: localhost may be ::1 or 127.0.0.1, and a server listen on one of them. */
    private void connect(InetAddress[] addresses, int at, @Nullable SslContext tls) {
        if (ended.get()) {
            return;
        }
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(pipeline(tls))
                .connect(new InetSocketAddress(addresses[at], call.endpoint().port()));
        channel = connecting.channel();
        connecting.addListener((ChannelFuture connected) -> {
            if (connected.isSuccess()) {
                send(connected.channel());
            } else if (at + 1 < addresses.length) {
                connect(addresses, at + 1, tls);
            } else {
                unreachable(connected.cause());
            }
        });
    }

    private ChannelInitializer<Channel> pipeline(@Nullable SslContext tls) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel connection) {
                if (tls != null) {
                    connection.pipeline().addLast(verifying(tls, connection));
                }
                HttpDecoderConfig limits = new HttpDecoderConfig()
                        .setMaxInitialLineLength(MAX_HEAD_BYTES)
                        .setMaxHeaderSize(MAX_HEAD_BYTES);
                connection.pipeline().addLast(new HttpClientCodec(limits, false, false));
                connection.pipeline().addLast(new AnswerCollector(PendingCall.this));
            }
        };
    }

    private SslHandler verifying(SslContext tls, Channel connection) {
        BackendCall.Endpoint endpoint = call.endpoint();
        SslHandler handler = tls.newHandler(connection.alloc(), endpoint.certified(), endpoint.port());
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        return handler;
    }

    private void send(Channel connection) {
        if (ended.get()) {
            close(connection);
            return;
        }
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.valueOf(call.method()),
                call.target(),
                Unpooled.wrappedBuffer(call.body()),
                call.headers(),
                DefaultHttpHeadersFactory.trailersFactory().newHeaders());
        connection.writeAndFlush(request).addListener((ChannelFuture sent) -> {
            if (!sent.isSuccess()) {
                unreachable(sent.cause());
            }
        });
    }

    private void end(BackendAnswer answer) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        backends.ended(this);
        Future<?> waiting = timer;
        if (waiting != null) {
            waiting.cancel(false);
        }
        Channel connection = channel;
        if (connection != null) {
            close(connection);
        }
        then.accept(answer);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // after a close that failed there is nothing left to do
    private static void close(Channel connection) {
        connection.close();
    }
}
