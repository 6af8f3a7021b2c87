package io.github.securehttpapi.local;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One client's connection: its requests are answered one after the other, in their order. */
final class HttpConnection extends ChannelInboundHandlerAdapter {
    /** Ours: with this many pipelined requests unanswered, no more are read. */
    private static final int MAX_PIPELINED = 16;

    private final Gateway gateway;
    private final Deque<IncomingRequest> pending = new ArrayDeque<>();
    private @Nullable IncomingRequest incoming;
    private boolean busy;
    private boolean draining;
    private boolean discarding;

    HttpConnection(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Closes when idle, or after the answers that are owed. On the channel's event loop. */
    void drain(ChannelHandlerContext context) {
        draining = true;
        if (!busy && pending.isEmpty()) {
            LingeringClose.atOnce(context);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpRequest head && !discarding) {
                incoming = IncomingRequest.begin(head, context.channel());
                expectation(context);
            }
            if (message instanceof HttpContent content && incoming != null && !discarding) {
                incoming.add(content);
            }
            advance(context, message instanceof LastHttpContent);
        } finally {
            ReferenceCountUtil.release(message);
        }
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

    private void advance(ChannelHandlerContext context, boolean last) {
        IncomingRequest request = incoming;
        if (request != null && (last || request.isRefused())) {
            incoming = null;
            discarding = request.isRefused();
            pending.add(request);
            next(context);
        }
    }

    private void next(ChannelHandlerContext context) {
        IncomingRequest request = busy ? null : pending.poll();
        if (request != null) {
            busy = true;
            request.handle(gateway, reply -> context.executor().execute(() -> answer(context, request, reply)));
        }
        boolean reading = pending.size() < MAX_PIPELINED;
        if (context.channel().config().isAutoRead() != reading) {
            context.channel().config().setAutoRead(reading);
        }
    }

    private void answer(ChannelHandlerContext context, IncomingRequest request, Reply reply) {
        busy = false;
        boolean keepAlive = request.keepsAlive() && !(draining && pending.isEmpty());
        FullHttpResponse response = response(request, reply);
        HttpUtil.setKeepAlive(response, keepAlive);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        if (keepAlive) {
            expectation(context);
            next(context);
        } else {
            pending.clear();
            discarding = true;
            LingeringClose.begin(context);
        }
    }

    private static FullHttpResponse response(IncomingRequest request, Reply reply) {
        ByteBuf body = request.isHead() ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(reply.body());
        HttpResponseStatus status = HttpResponseStatus.valueOf(reply.status());
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        response.headers().set(reply.headers());
        response.headers().set("date", HttpDate.now());
        if (reply.status() != HttpResponseStatus.NOT_MODIFIED.code()) {
            response.headers().set("content-length", reply.body().length);
        }
        return response;
    }

    /** Tells a client that waits with its body to go on, once all earlier requests are answered. */
    private void expectation(ChannelHandlerContext context) {
        IncomingRequest request = incoming;
        if (request != null && !busy && pending.isEmpty() && request.takeExpectation()) {
            context.writeAndFlush(new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER))
                    .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }
}
