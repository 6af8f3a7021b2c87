package io.github.securehttpapi.local.load;

import io.github.securehttpapi.local.RawClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Clients of every kind, polite and not, each of which looks at the answer that it is owed. */
final class SoakTraffic {
    private static final int KEPT_FOR = 200;
    private static final int PIPELINED = 20;
    private static final int LARGEST_BODY = 200_000;
    private static final int BODY_OVER_EVENT_LIMIT = 7 * 1024 * 1024;
    private static final int BODY_OVER_PAYLOAD_LIMIT = 11 * 1024 * 1024;
    private static final int DRIPS = 10;
    private static final int DRIP_MILLIS = 30;
    private static final String HOST = "host: localhost\r\n";
    private static final String CLOSE = "connection: close\r\n\r\n";

    private final int port;
    private final ConcurrentMap<String, Integer> counts = new ConcurrentSkipListMap<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    /** What a client does, with chance of its own. */
    @FunctionalInterface
    private interface Client {
        void run(Random chance) throws IOException, InterruptedException;
    }

    private final List<Map.Entry<String, Client>> clients = List.of(
            Map.entry("keeps its connection", this::keeps),
            Map.entry("pipelines", chance -> pipelines()),
            Map.entry("posts a body", this::posts),
            Map.entry("asks for what is not there", chance -> expect(404, get("/nothing"))),
            Map.entry("meets a handler that throws", chance -> expect(500, get("/trouble/throw"))),
            Map.entry("reads 1 MB slowly", chance -> readsSlowly()),
            Map.entry("sends its head slowly", chance -> drips()),
            Map.entry("goes before its request is complete", this::goesEarly),
            Map.entry("goes without its answer", this::goesWithoutAnswer),
            Map.entry("half-closes", chance -> halfCloses()),
            Map.entry("sends no HTTP", chance -> expect(400, "NO HTTP AT ALL\r\n\r\n")),
            Map.entry("sends two lengths", chance -> expect(400, head("content-length: 1\r\ncontent-length: 2"))),
            Map.entry("sends a head of 20 KB", chance -> expect(431, head("x: " + "x".repeat(20_000)))));

    /** Those that take a second, or a lot of memory: one at a time. */
    private final List<Map.Entry<String, Client>> heavyClients = List.of(
            Map.entry("waits for a function's time-out", chance -> expect(500, get("/trouble/hang"))),
            Map.entry("waits for an integration's time-out", chance -> expect(503, get("/impatient/nap"))),
            Map.entry("posts more than an event may be", chance -> expect(413, post(BODY_OVER_EVENT_LIMIT))),
            Map.entry(
                    "announces more than a payload may be",
                    chance -> expect(413, head("content-length: " + BODY_OVER_PAYLOAD_LIMIT))),
            Map.entry("sends more than a payload may be, in chunks", chance -> floods()));

    SoakTraffic(int port) {
        this.port = port;
    }

    /** Sends traffic from so many clients at once, until the time is over and the last answer is there. */
    void run(int atOnce, long millis, long seed) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        List<Thread> threads = new ArrayList<>();
        threads.add(new Thread(() -> clients(heavyClients, end, new Random(seed))));
        for (int i = 1; i < atOnce; i++) {
            Random chance = new Random(seed + i);
            threads.add(new Thread(() -> clients(clients, end, chance)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** How many clients of each kind there were. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** Wrong answers, and none where one was owed. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void clients(List<Map.Entry<String, Client>> kinds, long end, Random chance) {
        while (System.nanoTime() - end < 0) {
            Map.Entry<String, Client> client = kinds.get(chance.nextInt(kinds.size()));
            try {
                client.getValue().run(chance);
            } catch (IOException | InterruptedException | AssertionError failed) {
                problems.add("a client that " + client.getKey() + ": " + failed);
            }
            counts.merge(client.getKey(), 1, Integer::sum);
        }
    }

    private void keeps(Random chance) throws IOException {
        try (Socket socket = RawClient.open(port)) {
            for (int i = 0; i < KEPT_FOR; i++) {
                String path = "/items/" + chance.nextInt(1000);
                send(socket, "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
                String answer = readOne(socket.getInputStream());
                check(answer, 200);
                if (!answer.contains("\"rawPath\":\"" + path + '"')) {
                    throw new AssertionError("answer must be of " + path + ", got " + answer);
                }
            }
        }
    }

    private void pipelines() throws IOException {
        try (Socket socket = RawClient.open(port)) {
            send(socket, ("GET /echo HTTP/1.1\r\n" + HOST + "\r\n").repeat(PIPELINED));
            for (int i = 0; i < PIPELINED; i++) {
                check(readOne(socket.getInputStream()), 200);
            }
        }
    }

    private void posts(Random chance) throws IOException {
        // as many of 10 bytes as of 100,000
        int size = (int) Math.pow(LARGEST_BODY, chance.nextDouble());
        expect(200, post(size));
    }

    private void readsSlowly() throws IOException, InterruptedException {
        try (Socket socket = RawClient.open(port)) {
            socket.setReceiveBufferSize(64 * 1024);
            send(socket, get("/trouble/1000000"));
            InputStream answer = socket.getInputStream();
            int length = answer.readNBytes(4096).length;
            Thread.sleep(DRIPS * DRIP_MILLIS);
            length += answer.readAllBytes().length;
            if (length < 1_000_000) {
                throw new AssertionError("answer must have 1 MB, got " + length);
            }
        }
    }

    private void drips() throws IOException, InterruptedException {
        String request = get("/echo");
        try (Socket socket = RawClient.open(port)) {
            for (int drip = 0; drip < DRIPS; drip++) {
                send(socket, request.substring(request.length() * drip / DRIPS, request.length() * (drip + 1) / DRIPS));
                Thread.sleep(DRIP_MILLIS);
            }
            check(readAll(socket), 200);
        }
    }

    private void goesEarly(Random chance) throws IOException {
        String request = post(1000);
        try (Socket socket = RawClient.open(port)) {
            send(socket, request.substring(0, chance.nextInt(request.length())));
            reset(socket, chance);
        }
    }

    private void goesWithoutAnswer(Random chance) throws IOException {
        try (Socket socket = RawClient.open(port)) {
            send(socket, ("GET /echo HTTP/1.1\r\n" + HOST + "\r\n").repeat(1 + chance.nextInt(PIPELINED)));
            reset(socket, chance);
        }
    }

    private void halfCloses() throws IOException {
        try (Socket socket = RawClient.open(port)) {
            send(socket, "GET /echo HTTP/1.1\r\n" + HOST + "\r\n");
            socket.shutdownOutput();
            check(readAll(socket), 200);
        }
    }

    private void floods() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        try (Socket socket = RawClient.open(port)) {
            send(socket, head("transfer-encoding: chunked"));
            for (int sent = 0; sent < BODY_OVER_PAYLOAD_LIMIT; sent += 0x10000) {
                send(socket, chunk);
            }
            check(readAll(socket), 413);
        }
    }

    private void expect(int status, String request) throws IOException {
        check(RawClient.send(port, request), status);
    }

    /** Half of them as a crashed client would, with a reset. */
    private static void reset(Socket socket, Random chance) throws IOException {
        if (chance.nextBoolean()) {
            socket.setSoLinger(true, 0);
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n" + HOST + CLOSE;
    }

    private static String head(String header) {
        return "POST /echo HTTP/1.1\r\n" + HOST + header + "\r\n\r\n";
    }

    private static String post(int size) {
        return "POST /echo HTTP/1.1\r\n" + HOST + "content-type: text/plain\r\ncontent-length: " + size + "\r\n" + CLOSE
                + "x".repeat(size);
    }

    private static void check(String answer, int status) {
        if (!answer.startsWith("HTTP/1.1 " + status + " ")) {
            throw new AssertionError("answer must be " + status + ", got '"
                    + answer.lines().findFirst().orElse("") + "'");
        }
        if (status >= 400 && answer.contains("secret")) {
            throw new AssertionError("answer must not tell of the failure, got '" + answer + "'");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** One response of several on a connection, which has a length. */
    private static String readOne(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new AssertionError("answer must be whole, got '" + head + "'");
            }
            head.append((char) octet);
        }
        int at = head.indexOf("content-length: ") + "content-length: ".length();
        int length = Integer.parseInt(head.substring(at, head.indexOf("\r\n", at)));
        return head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
