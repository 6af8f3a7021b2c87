package io.github.securehttpapi.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A backend that remembers what it gets, and answers what a test says, octet by octet. */
final class Backend implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    Backend() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1})));
    }

    Backend(ServerSocket server) {
        this.server = server;
        Thread thread = new Thread(this::serve, "backend");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Answers every request with this and closes; an empty answer leaves the client waiting. */
    void answers(String head, String body) {
        answer = head.replace("\n", "\r\n") + body;
    }

    /** The requests so far, with LF as line ends. */
    List<String> requests() {
        return requests.stream().map(request -> request.replace("\r\n", "\n")).toList();
    }

    String request() {
        return requests().get(requests.size() - 1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                // a client that breaks off its handshake must not hold up the next
                client.setSoTimeout(5000);
                requests.add(read(client.getInputStream()));
                if (!answer.isEmpty()) {
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    client.close();
                }
            } catch (IOException closed) {
                // the gateway or the test has gone
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        while (true) {
            String text = request.toString(StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            Matcher length = LENGTH.matcher(text);
            int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
            int octet = end >= 0 && text.length() >= end + 4 + body ? -1 : in.read();
            if (octet < 0) {
                return text;
            }
            request.write(octet);
        }
    }
}
