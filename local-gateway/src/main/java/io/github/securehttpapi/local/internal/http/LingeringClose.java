package io.github.securehttpapi.local.internal.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that the client gets the last answer even if it is still sending: a plain close would reset
 * it. What still comes in is read and dropped until the client closes, or for a short time (RFC 9112, 9.6).
 */
public final class LingeringClose {
    /** Ours: the client is on this machine. */
    static final long LINGER_SECONDS = 2;

    private LingeringClose() {}

    /** Begins when the last answer is written: Netty fails what is not when the output is shut down. */
    static void begin(ChannelHandlerContext context, ChannelFuture lastAnswer) {
        context.channel().config().setAutoRead(true);
        lastAnswer.addListener((ChannelFuture written) -> shutdownOutput(context));
    }

    /** For a client that sends no more: nothing can come in that would reset the connection. */
    static void afterwards(ChannelFuture lastAnswer) {
        lastAnswer.addListener(ChannelFutureListener.CLOSE);
    }

    /** The client has closed its side. What is not written yet is written first. */
    static void inputEnded(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel channel && channel.isOutputShutdown()) {
            atOnce(context);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // after a close that failed there is nothing left to do
    static void atOnce(ChannelHandlerContext context) {
        context.close();
    }

    private static void shutdownOutput(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel channel && !channel.isInputShutdown()) {
            channel.shutdownOutput().addListener((ChannelFuture done) -> linger(context));
        } else {
            atOnce(context);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it: the event loop drops it when it stops
    private static void linger(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            context.executor().schedule(() -> atOnce(context), LINGER_SECONDS, TimeUnit.SECONDS);
        }
    }
}
