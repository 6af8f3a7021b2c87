package io.github.securehttpapi.local.internal.gateway;

import java.util.regex.Pattern;

/**
 * Which {@code Host} a request may name. A page of any site can let its own name resolve to 127.0.0.1 (DNS rebinding)
 * and would then read this gateway's answers as its own: such a request names that site.
 */
public final class LoopbackHost {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private LoopbackHost() {}

    static boolean accepts(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
