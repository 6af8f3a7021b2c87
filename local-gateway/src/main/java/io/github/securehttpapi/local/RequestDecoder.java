package io.github.securehttpapi.local;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;

/**
 * Netty's decoder with the gateway's limits, and strict where a lenient one lets requests be smuggled: a message with
 * both Content-Length and Transfer-Encoding is refused (RFC 9112, 6.1), as are two lengths and a bare line feed.
 */
final class RequestDecoder extends HttpRequestDecoder {
    /** HTTP API quotas: request line and headers together (http-api-quotas.html). */
    static final int MAX_HEAD_BYTES = 10_240;

    RequestDecoder() {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_HEAD_BYTES)
                .setMaxHeaderSize(MAX_HEAD_BYTES)
                .setAllowDuplicateContentLengths(false)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true));
    }
}
