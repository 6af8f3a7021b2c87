package io.github.securehttpapi.local.internal.http;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.Threads;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Netty, listening on the loopback interface. */
public final class HttpServer implements AutoCloseable {
    /** Ours: room for the connections of a load test that all come at once. */
    private static final int BACKLOG = 4096;

    /** Ours: how long {@link #drain} waits for the answers that are owed. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Ours: how long {@link #close} waits for clients to take the answers that are there by then. */
    private static final Duration FLUSH = Duration.ofSeconds(2);

    /** Ours: as many as there are processors. With half as many, a processor was idle a tenth of the time under load. */
    private static final int LOOPS = Runtime.getRuntime().availableProcessors();

    private final Threads threads = new Threads("http");

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(LOOPS, threads, NioIoHandler.newFactory());

    private final ChannelGroup connections = new DefaultChannelGroup(loops.next());
    private final Channel listening;
    private volatile boolean draining;

    public HttpServer(HttpService service, int port) {
        try {
            listening = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                    .childHandler(pipeline(service))
                    .bind(new InetSocketAddress(loopback(), port))
                    .syncUninterruptibly()
                    .channel();
        } catch (Exception failed) {
            stopLoops();
            throw unbound(port, failed);
        }
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Stops accepting, and waits a bounded time for the answers that are owed. */
    public void drain() {
        draining = true;
        listening.close().awaitUninterruptibly();
        for (Channel connection : connections) {
            connection.eventLoop().execute(() -> drain(connection));
        }
        connections.newCloseFuture().awaitUninterruptibly(GRACE.toMillis());
    }

    /** Lets the last answers out, then closes every connection and ends the threads. */
    @Override
    public void close() {
        connections.newCloseFuture().awaitUninterruptibly(FLUSH.toMillis());
        connections.close().awaitUninterruptibly();
        stopLoops();
    }

    private ChannelInitializer<Channel> pipeline(HttpService service) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                connections.add(channel);
                channel.pipeline().addLast(HttpConnection.handlers(service));
                if (draining) {
                    // accepted at the last moment: drain() may not have seen it
                    channel.eventLoop().execute(() -> drain(channel));
                }
            }
        };
    }

    private static void drain(Channel connection) {
        ChannelHandlerContext context = connection.pipeline().context(HttpConnection.class);
        if (context != null && context.handler() instanceof HttpConnection handler) {
            handler.drain(context);
        }
    }

    private void stopLoops() {
        loops.shutdownGracefully(0, GRACE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
        threads.join(GRACE);
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    }

    private static Refusal unbound(int port, Exception failed) {
        String got = Integer.toString(port);
        return failed instanceof BindException
                ? new Refusal("port must be free", got, "stop what listens there, or choose another", failed)
                : new Refusal("port must be one to listen on", got, failed.toString(), failed);
    }
}
