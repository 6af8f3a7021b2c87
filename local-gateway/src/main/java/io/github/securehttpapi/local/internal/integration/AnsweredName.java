package io.github.securehttpapi.local.internal.integration;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.util.AsciiString;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name of a header that a function answered with. It is the same one however its letters are written. */
final class AnsweredName {
    /** The gateway's to set: what concerns one connection only (RFC 9110, 7.6.1), and the body's length. */
    private static final Set<String> LEFT_OUT = Set.of(
            "apigw-requestid",
            "connection",
            "content-length",
            "date",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final String lowerCase;
    private final boolean leftOut;
    private final @Nullable AsciiString octets;

    /** As the function has written it. */
    AnsweredName(String written) {
        this.lowerCase = written.toLowerCase(Locale.ROOT);
        this.leftOut = LEFT_OUT.contains(lowerCase);
        this.octets = isToken(lowerCase) ? AsciiString.cached(lowerCase) : null;
    }

    /** Whether it is not the function's to set. */
    boolean isLeftOut() {
        return leftOut;
    }

    /** The name in lower case; throws {@link IllegalArgumentException} if it is no header's. */
    AsciiString octets() {
        if (octets == null) {
            throw new IllegalArgumentException("no header can be called '" + lowerCase + "'");
        }
        return octets;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnsweredName name && lowerCase.equals(name.lowerCase);
    }

    @Override
    public int hashCode() {
        return lowerCase.hashCode();
    }

    @Override
    public String toString() {
        return lowerCase;
    }

    private static boolean isToken(String name) {
        try {
            DefaultHttpHeadersFactory.headersFactory().getNameValidator().validateName(name);
            return true;
        } catch (IllegalArgumentException illegal) {
            return false;
        }
    }
}
