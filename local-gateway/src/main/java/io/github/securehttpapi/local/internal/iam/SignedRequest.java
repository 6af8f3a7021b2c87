package io.github.securehttpapi.local.internal.iam;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/** What a signature covers. Characters of the target and the headers stand for one byte each, as Netty reads them. */
final class SignedRequest {
    private static final int BEHIND_SCHEME = "http://".length();

    private final String method;
    private final String rawPath;
    private final List<QueryParameter> query;
    private final HttpHeaders headers;
    private final byte[] body;

    SignedRequest(String method, String target, HttpHeaders headers, byte[] body) throws Rejected {
        String origin = originForm(target);
        int mark = origin.indexOf('?');
        this.method = method;
        this.rawPath = mark < 0 ? origin : origin.substring(0, mark);
        this.query = QueryParameter.parse(mark < 0 ? "" : origin.substring(mark + 1));
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    /** The path as sent, percent-encoding included. */
    String rawPath() {
        return rawPath;
    }

    List<QueryParameter> query() {
        return query;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** A target with a scheme and an authority, without them. */
    private static String originForm(String target) {
        int at = target.startsWith("/") ? 0 : Math.min(BEHIND_SCHEME, target.length());
        while (at < target.length() && target.charAt(at) != '/' && target.charAt(at) != '?') {
            at++;
        }
        return target.substring(at);
    }
}
