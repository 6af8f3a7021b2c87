package io.github.securehttpapi.local.internal.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests as they are: an HTTP client would mend them first. */
final class RawHttp {
    /** Ours: an answer that is longer is cut, as nobody reads on. */
    private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

    private static final String TOO_LATE = "no answer";

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    Answer send(Shot shot, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try (Socket socket = new Socket()) {
            InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            socket.connect(new InetSocketAddress(loopback, port), millisTo(deadline));
            write(socket.getOutputStream(), shot);
            return Answer.parse(read(socket, deadline));
        } catch (SocketTimeoutException late) {
            return Answer.none(TOO_LATE + " within " + atMost.toMillis() + " ms");
        } catch (IOException failed) {
            return Answer.none("a broken connection");
        }
    }

    static boolean isTooLate(Answer answer) {
        return answer.failure().startsWith(TOO_LATE);
    }

    /** The gateway may have answered, and closed, before it has all. */
    private void write(OutputStream out, Shot shot) {
        try {
            out.write(shot.head(port));
            out.write(shot.body());
        } catch (IOException answeredAlready) {
            // what it says can still be read
        }
    }

    private static String read(Socket socket, long deadline) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[64 * 1024];
        int length = 0;
        while (length >= 0 && answer.size() < MAX_ANSWER_BYTES) {
            answer.write(buffer, 0, length);
            socket.setSoTimeout(millisTo(deadline));
            length = in.read(buffer);
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    private static int millisTo(long deadline) {
        return (int) Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis());
    }
}
