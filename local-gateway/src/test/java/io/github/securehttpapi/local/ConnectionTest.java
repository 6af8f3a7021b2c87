package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has gone wrong between a client and the gateway. */
final class ConnectionTest {
    private static final int SIX_MEGABYTES = 6_000_000;
    private static final int MEGABYTE = 1_000_000;

    /** So much more than the kernel buffers on a connection that a gateway that reads on without end is found out. */
    private static final int FLOOD_BYTES = 100 * MEGABYTE;

    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(directory, template -> template.replace("\"Timeout\": 1\n", "\"Timeout\": 20\n"), on -> {});
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Nested
    final class Closing {
        @ParameterizedTest
        @ValueSource(strings = {"HTTP/1.1\nConnection: close", "HTTP/1.0"})
        void cutLargeAnswersShort(String version) throws Exception {
            try (Socket socket = slowReader()) {
                write(socket, "GET /trouble/" + SIX_MEGABYTES + " " + version + "\nHost: localhost\n\n");
                pause();
                assertThat(body(rest(socket))).hasSize(SIX_MEGABYTES).containsOnlyOnce("x".repeat(SIX_MEGABYTES));
            }
        }

        @Test
        void cutTheAnswerBeforeARefusalShort() throws Exception {
            try (Socket socket = slowReader()) {
                write(socket, "GET /trouble/" + SIX_MEGABYTES + " HTTP/1.1\nHost: localhost\n\nnonsense\n\n");
                pause();
                String answers = body(rest(socket));
                assertThat(answers.substring(0, SIX_MEGABYTES)).isEqualTo("x".repeat(SIX_MEGABYTES));
                assertThat(answers.substring(SIX_MEGABYTES)).startsWith("HTTP/1.1 400 Bad Request\r\n");
            }
        }

        @Test
        void ofTheGatewayCutLargeAnswersShort() throws Exception {
            try (Socket socket = slowReader()) {
                write(socket, "GET /trouble/" + SIX_MEGABYTES + " HTTP/1.1\nHost: localhost\n\n");
                pause();
                Thread closing = new Thread(demo::close);
                closing.start();
                pause();
                assertThat(body(rest(socket))).hasSize(SIX_MEGABYTES);
                closing.join();
            }
        }

        @Test
        void ranTheNextRequestWithACutBody() throws Exception {
            try (Socket socket = RawClient.open(demo.gateway().port())) {
                write(socket, """
                        GET /trouble/nap HTTP/1.1
                        Host: localhost
                        Connection: close

                        POST /echo HTTP/1.1
                        Host: localhost
                        Content-Length: 8

                        half""");
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                write(socket, "half");
                assertThat(rest(socket)).startsWith("TTP/1.1 200 OK\r\n");
                pause();
            }
            assertThat(demo.accessLog()).hasSize(1);
        }

        @Test
        void byHalfLeftTheClientWithoutItsAnswers() throws Exception {
            try (Socket socket = RawClient.open(demo.gateway().port())) {
                String request = "GET /trouble/nap HTTP/1.1\nHost: localhost\n\n";
                write(socket, request + request + "POST /echo HTTP/1.1\nHost: localhost\nContent-Length: 8\n\nhalf");
                socket.shutdownOutput();
                assertThat(rest(socket).split("HTTP/1.1 200 OK", -1)).hasSize(3);
            }
            assertThat(demo.accessLog()).hasSize(2);
        }

        @Test
        void byHalfLeftTheConnectionOpen() throws Exception {
            try (Socket socket = RawClient.open(demo.gateway().port())) {
                socket.shutdownOutput();
                assertThat(rest(socket)).isEmpty();
            }
        }
    }

    @Nested
    final class Flood {
        @Test
        void ofAnswersNobodyReadFilledTheMemory() throws Exception {
            int requests = FLOOD_BYTES / MEGABYTE;
            try (Socket socket = slowReader()) {
                write(
                        socket,
                        "GET /trouble/1000000 HTTP/1.1\nHost: localhost\n\n".repeat(requests - 1)
                                + "GET /trouble/1000000 HTTP/1.1\nHost: localhost\nConnection: close\n\n");
                int answered = -1;
                while (answered < demo.accessLog().size()) {
                    answered = demo.accessLog().size();
                    pause();
                }
                assertThat(answered).isLessThan(requests / 2);
                assertThat(rest(socket).split("HTTP/1.1 200 OK", -1)).hasSize(requests + 1);
            }
        }

        @Test
        void ofBodiesFilledTheMemory() throws Exception {
            InetSocketAddress address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), demo.gateway().port());
            try (Hold hold = new Hold();
                    SocketChannel client = SocketChannel.open(address)) {
                client.write(ascii("GET /trouble/held HTTP/1.1\nHost: localhost\n\n"));
                hold.await(demo.functionLog(), 1);
                client.configureBlocking(false);
                assertThat(writeUntilRefused(client)).isLessThan(FLOOD_BYTES / 2);
            }
        }

        /** Sends requests of 5 MB each, for as long as any of their bytes is taken. */
        private long writeUntilRefused(SocketChannel client) throws IOException, InterruptedException {
            String head = "POST /echo HTTP/1.1\nHost: localhost\nContent-Length: " + 5 * MEGABYTE + "\n\n";
            ByteBuffer flood = ascii((head + "x".repeat(5 * MEGABYTE)).repeat(FLOOD_BYTES / MEGABYTE / 5));
            int before = -1;
            while (flood.hasRemaining() && before < flood.position()) {
                before = flood.position();
                while (client.write(flood) > 0) {
                    Thread.onSpinWait();
                }
                pause();
            }
            return flood.position();
        }
    }

    @Test
    void olderClientWasNotToldThatItsConnectionStaysOpen() throws Exception {
        String request = "GET /method HTTP/1.0\nHost: localhost\n";
        try (Socket socket = RawClient.open(demo.gateway().port())) {
            write(socket, request + "Connection: keep-alive\n\n" + request + "\n");
            String[] answers = rest(socket).split("HTTP/1.1 200 OK", -1);
            assertThat(answers[1]).contains("\r\nconnection: keep-alive\r\n");
            assertThat(answers[2]).contains("\r\nconnection: close\r\n");
        }
    }

    /** Long enough for whatever would go wrong to go wrong; what is right stays so however long it takes. */
    private static void pause() throws InterruptedException {
        Thread.sleep(400);
    }

    /** A client whose own buffer is too small to hide what the gateway does. */
    private Socket slowReader() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), demo.gateway().port()));
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(ascii(text).array());
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String rest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
