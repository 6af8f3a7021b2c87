package io.github.securehttpapi.local.internal.http;

import io.github.securehttpapi.local.internal.Payload;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request as it comes in, and whether it has to be refused. */
public final class IncomingRequest {
    /** HTTP API quotas: the payload (http-api-quotas.html). */
    static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    private static final String CHUNKED = "chunked";

    private final HttpRequest head;
    private final Peer peer;
    private final Payload body = new Payload(MAX_BODY_BYTES);
    private final boolean unreadable;
    private boolean expects;
    private @Nullable Refusal refusal;

    /** Why a request is not taken any further. */
    private enum Refusal {
        BAD_REQUEST(400, "Bad Request"),
        BODY_TOO_LARGE(413, "Request Entity Too Large"),
        HEAD_TOO_LARGE(431, "Request Header Fields Too Large"),
        CODING_UNKNOWN(501, "Not Implemented");

        private final int status;
        private final String message;

        Refusal(int status, String message) {
            this.status = status;
            this.message = message;
        }
    }

    private IncomingRequest(HttpRequest head, Peer peer) {
        this.head = head;
        this.unreadable = head.decoderResult().isFailure();
        this.peer = peer;
    }

    static IncomingRequest begin(HttpRequest head, Peer peer) {
        IncomingRequest request = new IncomingRequest(head, peer);
        request.refusal = request.problem();
        request.expects = request.refusal == null && HttpUtil.is100ContinueExpected(head);
        return request;
    }

    void add(HttpContent content) {
        if (content.decoderResult().isFailure()) {
            refusal = refusal == null ? Refusal.BAD_REQUEST : refusal;
            return;
        }
        if (content.content().isReadable()) {
            byte[] bytes = new byte[content.content().readableBytes()];
            content.content().readBytes(bytes);
            body.write(bytes, 0, bytes.length);
        }
        if (body.overflown()) {
            refusal = Refusal.BODY_TOO_LARGE;
        }
    }

    int bodyBytes() {
        return body.size();
    }

    boolean isRefused() {
        return refusal != null;
    }

    boolean isHead() {
        return head.method().equals(HttpMethod.HEAD);
    }

    HttpVersion version() {
        return head.protocolVersion();
    }

    boolean keepsAlive() {
        return refusal == null && HttpUtil.isKeepAlive(head);
    }

    /** Whether the client waits to be told to go on; asked once. */
    boolean takeExpectation() {
        boolean expected = expects;
        expects = false;
        return expected;
    }

    void handle(HttpService service, Consumer<Reply> client) {
        Request request = unreadable ? Request.unreadable(peer) : new Request(head, body.toByteArray(), peer);
        if (refusal == null) {
            service.handle(request, client);
        } else {
            service.refuse(request, refusal.status, refusal.message, client);
        }
    }

    private @Nullable Refusal problem() {
        if (unreadable) {
            Throwable cause = head.decoderResult().cause();
            boolean tooLong = cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException;
            return tooLong ? Refusal.HEAD_TOO_LARGE : Refusal.BAD_REQUEST;
        }
        HttpVersion version = head.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return Refusal.BAD_REQUEST;
        }
        if (headBytes() > RequestDecoder.MAX_HEAD_BYTES) {
            return Refusal.HEAD_TOO_LARGE;
        }
        Refusal coding = coding();
        boolean tooLong = coding == null && HttpUtil.getContentLength(head, 0L) > MAX_BODY_BYTES;
        return tooLong ? Refusal.BODY_TOO_LARGE : coding;
    }

    /** Only chunked is understood, and once; a body in another coding would end elsewhere (RFC 9112, 6.1). */
    private @Nullable Refusal coding() {
        List<String> codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (codings.isEmpty()) {
            return null;
        }
        String coding = String.join(",", codings).strip();
        if (coding.equalsIgnoreCase(CHUNKED)) {
            return null;
        }
        boolean known = Arrays.stream(coding.split(",", -1))
                .allMatch(name -> name.strip().equalsIgnoreCase(CHUNKED));
        return known ? Refusal.BAD_REQUEST : Refusal.CODING_UNKNOWN;
    }

    /** The request line and the headers, separators and line ends included. */
    private int headBytes() {
        int bytes = head.method().name().length()
                + head.uri().length()
                + head.protocolVersion().text().length()
                + " ".length() * 2
                + "\r\n".length();
        for (Map.Entry<String, String> header : head.headers()) {
            bytes += header.getKey().length() + header.getValue().length() + ": \r\n".length();
        }
        return bytes;
    }
}
