package io.github.securehttpapi.local.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Netty's decoder with the gateway's limits, and strict where a lenient one lets requests be smuggled: a message with
 * both Content-Length and Transfer-Encoding is refused (RFC 9112, 6.1), as are two lengths and a bare line feed.
 */
public final class RequestDecoder extends HttpRequestDecoder {
    /** HTTP API quotas: request line and headers together (http-api-quotas.html). */
    static final int MAX_HEAD_BYTES = 10_240;

    private boolean withinRequest;

    RequestDecoder() {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_HEAD_BYTES)
                .setMaxHeaderSize(MAX_HEAD_BYTES)
                .setAllowDuplicateContentLengths(false)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true));
    }

    /** Whether a request has begun, even with a part of its first line, and not ended. */
    boolean isWithinRequest() {
        return withinRequest;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        super.decode(context, buffer, out);
        withinRequest = out.isEmpty() || !(out.get(out.size() - 1) instanceof LastHttpContent);
    }
}
