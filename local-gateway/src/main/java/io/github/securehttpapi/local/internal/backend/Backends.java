package io.github.securehttpapi.local.internal.backend;

import io.github.securehttpapi.local.internal.Threads;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Calls HTTP backends, each call on a connection of its own, so that none is sent twice because an old connection turned
 * out to be closed. Its thread starts with the first call.
 *
 * <p>Netty's client rather than the JDK's, which normalizes targets, garbles octets beyond ASCII in headers, may send a
 * request again by itself, verifies no other name than the URL's, and cannot be closed before Java 21.
 */
public final class Backends implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(2);

    private final Threads threads = new Threads("proxy");
    private final Set<PendingCall> pending = ConcurrentHashMap.newKeySet();
    private final Executor resolvers;
    private final Names names;
    private @Nullable EventLoopGroup loops;
    private @Nullable SslContext tls;
    private boolean closed;

    /** With the threads that look up names, which may block. */
    public Backends(Executor resolvers) {
        this(resolvers, InetAddress::getAllByName);
    }

    Backends(Executor resolvers, Names names) {
        this.resolvers = resolvers;
        this.names = names;
    }

    /** Looks up the addresses of a host, which may block. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** Calls a backend; {@code then} is told how it ended, once, on any thread. */
    public void call(BackendCall call, Consumer<BackendAnswer> then) {
        EventLoop loop = loop();
        if (loop == null) {
            then.accept(BackendAnswer.failed(BackendAnswer.Kind.STOPPED, "The gateway stopped"));
            return;
        }
        PendingCall started = new PendingCall(call, this, loop, then);
        pending.add(started);
        try {
            started.watch();
            resolvers.execute(started::resolve);
        } catch (RejectedExecutionException stopped) {
            started.stop();
        }
        if (isClosed()) {
            started.stop();
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        EventLoopGroup running;
        synchronized (this) {
            closed = true;
            running = loops;
        }
        List.copyOf(pending).forEach(PendingCall::stop);
        if (running != null) {
            running.shutdownGracefully(0, STOP.toMillis(), TimeUnit.MILLISECONDS)
                    .awaitUninterruptibly();
            threads.join(STOP);
        }
    }

    InetAddress[] addresses(String host) throws UnknownHostException {
        return names.addresses(host);
    }

    void ended(PendingCall call) {
        pending.remove(call);
    }

    /** Made when it is needed: it reads the JDK's certificates. */
    synchronized SslContext tls() throws SSLException {
        SslContext context = tls;
        if (context == null) {
            context = SslContextBuilder.forClient().build();
            tls = context;
        }
        return context;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized @Nullable EventLoop loop() {
        if (closed) {
            return null;
        }
        EventLoopGroup running = loops;
        if (running == null) {
            running = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
            loops = running;
        }
        return running.next();
    }
}
