package io.github.securehttpapi.local;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that the client gets the last answer even if it is still sending: a plain close would reset
 * it. What still comes in is read and dropped until the client closes, or for a short time (RFC 9112, 9.6).
 */
final class LingeringClose {
    /** Ours: the client is on this machine. */
    private static final long LINGER_SECONDS = 2;

    private LingeringClose() {}

    static void begin(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(true);
        if (context.channel() instanceof DuplexChannel channel) {
            channel.shutdownOutput().addListener((ChannelFuture done) -> linger(context));
        } else {
            atOnce(context);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // after a close that failed there is nothing left to do
    static void atOnce(ChannelHandlerContext context) {
        context.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it: the event loop drops it when it stops
    private static void linger(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            context.executor().schedule(() -> atOnce(context), LINGER_SECONDS, TimeUnit.SECONDS);
        }
    }
}
