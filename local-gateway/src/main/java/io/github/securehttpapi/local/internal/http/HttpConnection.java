package io.github.securehttpapi.local.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One client's connection: its requests are answered one after the other, in their order. */
public final class HttpConnection extends ChannelInboundHandlerAdapter {
    /** Ours, as nothing is known of API Gateway's: how long a client may pause within a request. */
    private static final Duration STALLED = Duration.ofSeconds(30);

    /** Ours, as nothing is known of API Gateway's: how long a client may stay without a request, or not read. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private static final ByteBuf CONTINUE = Unpooled.unreleasableBuffer(
            Unpooled.wrappedBuffer("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

    private final HttpService service;
    private final RequestDecoder decoder;
    private final RequestQueue pending = new RequestQueue();
    private @Nullable IncomingRequest incoming;
    private @Nullable ChannelFuture written;
    private @Nullable Peer peer;
    private boolean busy;

    /** The last request is in, and once set it stays so: what comes after that one is dropped. */
    private boolean finished;

    /** The last answer is on its way, and the connection closes after it. */
    private boolean closing;

    /** Since the client was last found silent, the gateway may have been the one to wait for. */
    private boolean answered;

    private HttpConnection(HttpService service, RequestDecoder decoder) {
        this.service = service;
        this.decoder = decoder;
    }

    /** All that a connection's pipeline has. */
    public static ChannelHandler[] handlers(HttpService service) {
        RequestDecoder decoder = new RequestDecoder();
        ChannelHandler silence = new IdleStateHandler(true, STALLED.toSeconds(), 0, IDLE.toSeconds(), TimeUnit.SECONDS);
        return new ChannelHandler[] {silence, decoder, new HttpConnection(service, decoder)};
    }

    /** Takes no more requests, and closes after the answers that are owed. On the channel's event loop. */
    void drain(ChannelHandlerContext context) {
        finished = true;
        incoming = null;
        if (!busy && !closing && pending.isEmpty()) {
            closing = true;
            LingeringClose.afterwards(written == null ? context.newSucceededFuture() : written);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (!finished) {
                read(context, message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    /** A client that half-closes has sent its last request, and waits for the answers. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            drain(context);
            LingeringClose.inputEnded(context);
        } else if (event instanceof IdleStateEvent silence) {
            silent(context, silence);
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        next(context);
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pending.clear();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LingeringClose.atOnce(context);
    }

    private void silent(ChannelHandlerContext context, IdleStateEvent silence) {
        boolean stalled = !answered && !finished && decoder.isWithinRequest() && pending.isEmpty();
        // the first event comes also to a slow client that takes its answer; those after it do not
        boolean idle = written == null || written.isDone() || !silence.isFirst();
        if (!busy && (silence.state() == IdleState.READER_IDLE ? stalled : idle)) {
            LingeringClose.atOnce(context);
        }
        answered = false;
    }

    private void read(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest head) {
            incoming = IncomingRequest.begin(head, peer(context));
            expectation(context);
        }
        IncomingRequest request = incoming;
        if (request == null) {
            return;
        }
        if (message instanceof HttpContent content) {
            request.add(content);
        }
        if (message instanceof LastHttpContent || request.isRefused()) {
            incoming = null;
            finished = !request.keepsAlive();
            pending.add(request);
        }
        next(context);
    }

    private Peer peer(ChannelHandlerContext context) {
        Peer known = peer == null ? Peer.of(context.channel()) : peer;
        peer = known;
        return known;
    }

    /** A client that does not read its answers has to, before it gets more of them. */
    private void next(ChannelHandlerContext context) {
        IncomingRequest request = busy || !context.channel().isWritable() ? null : pending.poll();
        if (request != null) {
            busy = true;
            request.handle(service, reply -> deliver(context, request, reply));
        }
        boolean reading = !pending.isFull(incoming);
        if (context.channel().config().isAutoRead() != reading) {
            context.channel().config().setAutoRead(reading);
        }
    }

    /** Takes a reply from any thread, whenever it comes, and encodes it there. */
    private void deliver(ChannelHandlerContext context, IncomingRequest request, Reply reply) {
        try {
            EncodedReply encoded = EncodedReply.of(request, reply);
            context.executor().execute(() -> answer(context, request, encoded));
        } catch (RejectedExecutionException stopped) {
            // the gateway has closed every connection and stopped: the client has gone
        } catch (Throwable unwritable) {
            // nothing else would answer: the client is not left waiting
            LingeringClose.atOnce(context);
            throw unwritable;
        }
    }

    private void answer(ChannelHandlerContext context, IncomingRequest request, EncodedReply reply) {
        busy = false;
        answered = true;
        closing = finished && pending.isEmpty();
        ChannelFuture sent = send(context, request, reply);
        written = sent.addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        if (closing) {
            LingeringClose.begin(context, sent);
        } else {
            expectation(context);
            next(context);
        }
    }

    private ChannelFuture send(ChannelHandlerContext context, IncomingRequest request, EncodedReply reply) {
        ByteBuf octets;
        try {
            octets = reply.octets(connection(request), context.alloc());
        } catch (OutOfMemoryError full) {
            // clients that do not read have the direct memory: it fails like any other write
            return context.newFailedFuture(full);
        }
        return context.writeAndFlush(octets);
    }

    private EncodedReply.Connection connection(IncomingRequest request) {
        if (closing) {
            return EncodedReply.Connection.CLOSES;
        }
        return request.version().isKeepAliveDefault()
                ? EncodedReply.Connection.UNSAID
                : EncodedReply.Connection.STAYS_OPEN;
    }

    /** Tells a client that waits with its body to go on, once all earlier requests are answered. */
    private void expectation(ChannelHandlerContext context) {
        IncomingRequest request = incoming;
        if (request != null && !busy && pending.isEmpty() && request.takeExpectation()) {
            context.writeAndFlush(CONTINUE.duplicate()).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }
}
