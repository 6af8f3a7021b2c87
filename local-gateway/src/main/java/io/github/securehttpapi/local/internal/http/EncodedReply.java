package io.github.securehttpapi.local.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/**
 * A reply as it goes over the wire, but for what depends on its connection. Encoded by the thread that made it: to the
 * event loop, which often runs on another processor, it is a few cache lines and not a hundred objects.
 */
final class EncodedReply {
    /** What a connection says of itself after a response, and the end of the head. */
    enum Connection {
        CLOSES("connection: close\r\n\r\n"),
        /** What a client of HTTP/1.0 has to be told. */
        STAYS_OPEN("connection: keep-alive\r\n\r\n"),
        /** HTTP/1.1 stays open unless told otherwise. */
        UNSAID("\r\n");

        private final String text;

        Connection(String text) {
            this.text = text;
        }
    }

    /** As much as most heads have. */
    private static final int USUAL_HEAD_BYTES = 512;

    private static final HeadEncoder HEADS = new HeadEncoder();

    private final byte[] head;
    private final int headBytes;
    private final byte[] body;

    private EncodedReply(ByteBuf head, byte[] body) {
        this.head = head.array();
        this.headBytes = head.readableBytes();
        this.body = body;
    }

    /** Of a reply to a request, whose method decides whether there is a body. */
    static EncodedReply of(IncomingRequest request, Reply reply) {
        HttpResponse response = response(request, reply);
        // not taken from an allocator, which counts what it gave until that is released
        ByteBuf head = new UnpooledHeapByteBuf(UnpooledByteBufAllocator.DEFAULT, USUAL_HEAD_BYTES, Integer.MAX_VALUE);
        boolean empty = HEADS.encode(response, head) || request.isHead();
        return new EncodedReply(head, empty ? new byte[0] : reply.body());
    }

    /** The octets, for a connection that goes on in that way. */
    ByteBuf octets(Connection connection, ByteBufAllocator allocator) {
        ByteBuf octets = ReplyBuffer.take(headBytes + connection.text.length() + body.length, allocator);
        octets.writeBytes(head, 0, headBytes);
        ByteBufUtil.writeAscii(octets, connection.text);
        return octets.writeBytes(body);
    }

    private static HttpResponse response(IncomingRequest request, Reply reply) {
        HttpResponseStatus status = HttpResponseStatus.valueOf(reply.status());
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status, reply.headers());
        response.headers().remove(HttpHeaderNames.CONNECTION);
        response.headers().set(HttpHeaderNames.DATE, HttpDate.now());
        boolean told = request.isHead() && response.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
        if (reply.status() != HttpResponseStatus.NOT_MODIFIED.code() && !told) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
        }
        return response;
    }

    /** Netty's encoder, outside a pipeline. */
    private static final class HeadEncoder extends HttpResponseEncoder {
        /** Writes status line and headers, without the empty line at their end; whether there can be no body. */
        boolean encode(HttpResponse response, ByteBuf into) {
            boolean empty = isContentAlwaysEmpty(response);
            sanitizeHeadersBeforeEncode(response, empty);
            try {
                encodeInitialLine(into, response);
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
            encodeHeaders(response.headers(), into);
            return empty;
        }
    }
}
