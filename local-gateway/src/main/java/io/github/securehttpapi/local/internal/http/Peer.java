package io.github.securehttpapi.local.internal.http;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/**
 * The two ends of a connection, as each of its requests tells of them.
 *
 * @param sourceIp the client's address, {@code -} if it has none
 * @param port the port that it came in on
 */
record Peer(String sourceIp, int port) {
    static Peer of(Channel channel) {
        String sourceIp = channel.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "-";
        int port = channel.localAddress() instanceof InetSocketAddress local ? local.getPort() : 0;
        return new Peer(sourceIp, port);
    }
}
