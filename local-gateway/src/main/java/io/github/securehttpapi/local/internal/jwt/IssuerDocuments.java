package io.github.securehttpapi.local.internal.jwt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what an issuer publishes, in the caller's thread: over TLS, or from this machine, never by way of a redirect, and
 * neither for long nor much.
 */
final class IssuerDocuments implements AutoCloseable {
    /** HTTP API quotas: JWT authorizer, timeout of the JWKS and of the OpenID discovery endpoint (http-api-quotas.html). */
    private static final Duration TIMEOUT = Duration.ofMillis(1500);

    /** HTTP API quotas: JWT authorizer, payload size of the JWKS and of the OpenID discovery endpoint. */
    private static final int MAX_BYTES = 150_000;

    private static final int OK = 200;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Whether documents may be read from there. */
    static boolean isTrustworthy(URI address) {
        String scheme = String.valueOf(address.getScheme());
        return address.getHost() != null && (scheme.equalsIgnoreCase("https") || isLocal(address));
    }

    static boolean isLocal(URI address) {
        return "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
    }

    byte[] read(URI address) throws IOException {
        if (!isTrustworthy(address)) {
            throw new IOException("neither an https URL nor one of this machine");
        }
        HttpURLConnection connection = connect(address.toURL());
        open.add(connection);
        try {
            if (closed) {
                throw new IOException("closed");
            }
            return answer(connection);
        } finally {
            open.remove(connection);
            connection.disconnect();
        }
    }

    /** Ends reading. */
    @Override
    public void close() {
        closed = true;
        open.forEach(HttpURLConnection::disconnect);
    }

    private static HttpURLConnection connect(URL address) throws IOException {
        if (!(address.openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("not a URL of HTTP");
        }
        connection.setConnectTimeout((int) TIMEOUT.toMillis());
        connection.setReadTimeout((int) TIMEOUT.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("accept", "application/json");
        return connection;
    }

    private static byte[] answer(HttpURLConnection connection) throws IOException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        int status = connection.getResponseCode();
        if (status != OK) {
            throw new IOException("status " + status);
        }
        try (InputStream body = connection.getInputStream()) {
            return bytes(body, deadline);
        }
    }

    private static byte[] bytes(InputStream body, long deadline) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int count = body.read(buffer);
        while (count >= 0) {
            bytes.write(buffer, 0, count);
            if (bytes.size() > MAX_BYTES) {
                throw new IOException("more than " + MAX_BYTES + " bytes");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("more than " + TIMEOUT.toMillis() + " ms");
            }
            count = body.read(buffer);
        }
        return bytes.toByteArray();
    }
}
