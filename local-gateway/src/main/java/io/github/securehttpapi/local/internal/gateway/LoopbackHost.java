package io.github.securehttpapi.local.internal.gateway;

/**
 * Which {@code Host} a request may name. A page of any site can let its own name resolve to 127.0.0.1 (DNS rebinding)
 * and would then read this gateway's answers as its own: such a request names that site.
 */
public final class LoopbackHost {
    private static final int PORT_DIGITS = 5;

    private LoopbackHost() {}

    /** One of the names, in any case, and with or without a port. */
    static boolean accepts(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return hasPort ? isLoopback(host.substring(0, colon)) && isPort(host, colon + 1) : isLoopback(host);
    }

    private static boolean isLoopback(String name) {
        return name.equalsIgnoreCase("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }

    private static boolean isPort(String host, int from) {
        int digits = from;
        while (digits < host.length() && host.charAt(digits) >= '0' && host.charAt(digits) <= '9') {
            digits++;
        }
        return digits == host.length() && digits > from && digits - from <= PORT_DIGITS;
    }
}
