package io.github.securehttpapi.local.internal.http;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Request ids that look like the gateway's, such as {@code JCJJxhz4PHcEJgQ=}: eleven bytes in base64. */
public final class RequestIds {
    private static final int BYTES = 11;

    private RequestIds() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
