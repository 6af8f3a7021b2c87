package io.github.securehttpapi.local.internal.backend;

import io.github.securehttpapi.local.internal.Payload;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Puts a backend's answer together. Interim answers (RFC 9110, 15.2) are passed over. */
final class AnswerCollector extends ChannelInboundHandlerAdapter {
    /** HTTP API quotas: the payload, which cannot be raised (http-api-quotas.html). */
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    private final Payload body = new Payload(MAX_BODY_BYTES);
    private final PendingCall call;
    private @Nullable HttpResponse head;

    AnswerCollector(PendingCall call) {
        this.call = call;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpObject part) {
                read(part);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        call.unreachable(new EOFException("The backend closed the connection before its answer was complete"));
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        call.unreachable(cause);
    }

    private void read(HttpObject part) {
        DecoderResult result = part.decoderResult();
        if (result.isFailure()) {
            call.unreachable(new ProtocolException("The backend's answer is not HTTP: " + result.cause()));
            return;
        }
        if (part instanceof HttpResponse response) {
            head = response.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : response;
        }
        HttpResponse begun = head;
        if (begun != null && part instanceof HttpContent content) {
            collect(begun, content);
        }
    }

    private void collect(HttpResponse begun, HttpContent content) {
        byte[] bytes = new byte[content.content().readableBytes()];
        content.content().readBytes(bytes);
        body.write(bytes, 0, bytes.length);
        if (body.overflown()) {
            call.answered(BackendAnswer.failed(
                    BackendAnswer.Kind.TOO_LARGE, "The backend's answer is longer than " + MAX_BODY_BYTES + " bytes"));
        } else if (content instanceof LastHttpContent) {
            call.answered(BackendAnswer.of(begun.status().code(), begun.headers(), body.toByteArray()));
        }
    }
}
