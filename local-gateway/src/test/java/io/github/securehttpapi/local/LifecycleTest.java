package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.securehttpapi.local.internal.Threads;
import io.github.securehttpapi.local.internal.function.FunctionHost;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LifecycleTest {
    @TempDir
    private Path directory;

    @Test
    void closeLeavesNoThreadBehind() throws Exception {
        Demo demo = Demo.start(directory);
        demo.get("/echo");
        demo.get("/impatient/hang");
        assertThat(threads()).isNotEmpty();
        demo.close();
        assertThat(threads()).isEmpty();
    }

    @Test
    void failedStartLeavesNoThreadBehind() {
        assertThatThrownBy(() -> Demo.start(
                        directory, template -> template.replaceFirst("EchoHandler", "NoHandler"), settings -> {}))
                .isInstanceOf(LocalGatewayException.class);
        assertThat(threads()).isEmpty();
    }

    @Test
    void closeWaitsForTheAnswerThatIsOwed() throws Exception {
        Demo demo = Demo.start(directory);
        try (Socket socket = RawClient.open(demo.gateway().port())) {
            socket.getOutputStream()
                    .write("GET /trouble/nap HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            awaitFunction();
            demo.close();
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("connection: close");
        }
    }

    @Test
    void closeEndsIdleConnections() throws Exception {
        Demo demo = Demo.start(directory);
        try (Socket socket = RawClient.open(demo.gateway().port())) {
            demo.get("/echo");
            demo.close();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void closedGatewayCanBeStartedAgainOnItsPort() throws Exception {
        Demo first = Demo.start(directory);
        int port = first.gateway().port();
        first.get("/echo");
        first.close();
        first.close();
        try (Demo second = Demo.start(directory, template -> template, settings -> settings.port(port))) {
            assertThat(second.gateway().url()).hasToString("http://127.0.0.1:" + port + "/");
            assertThat(second.get("/echo").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws IOException {
        try (Demo demo = Demo.start(directory)) {
            assertThatThrownBy(() -> new Socket("127.0.0.2", demo.gateway().port()).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void closeThrewAndLeakedWhenARequestOutlivedTheGrace() throws Exception {
        Demo demo = Demo.start(directory, LifecycleTest::patient, settings -> {});
        try (Hold hold = new Hold();
                Socket socket = RawClient.open(demo.gateway().port())) {
            socket.getOutputStream()
                    .write("GET /trouble/held HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            hold.await(demo.functionLog(), 1);
            demo.close();
            assertThat(threads()).isEmpty();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 500 Internal Server Error\r\n")
                    .contains("connection: close");
        }
    }

    @Test
    void closeWaitedForEachStubbornHandlerInTurn() throws Exception {
        Demo demo = Demo.start(directory);
        try (Hold hold = new Hold()) {
            stubborn(demo, 40);
            hold.await(demo.functionLog(), 40);
            long start = System.nanoTime();
            demo.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
        awaitEnd();
    }

    @Test
    void stubbornHandlersEscapedTheLimitOfEnvironments() throws Exception {
        try (Demo demo = Demo.start(directory)) {
            try (Hold hold = new Hold()) {
                stubborn(demo, FunctionHost.MAX_ENVIRONMENTS);
                hold.await(demo.functionLog(), FunctionHost.MAX_ENVIRONMENTS);
                assertThat(demo.get("/impatient/fine").statusCode()).isEqualTo(503);
            }
            assertThat(demo.get("/trouble/fine").statusCode()).isEqualTo(200);
        }
    }

    /** Has so many handlers time out and go on nevertheless. */
    private static void stubborn(Demo demo, int handlers) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(handlers);
        try {
            Callable<Integer> client = () -> demo.get("/trouble/stubborn").statusCode();
            for (Future<Integer> status : clients.invokeAll(Collections.nCopies(handlers, client))) {
                assertThat(status.get()).isEqualTo(500);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static String patient(String template) {
        return template.replace("\"Timeout\": 1\n", "\"Timeout\": 20\n");
    }

    private static void awaitEnd() throws InterruptedException {
        while (!threads().isEmpty()) {
            Thread.sleep(1);
        }
    }

    private static void awaitFunction() throws InterruptedException {
        while (threads().stream().noneMatch(name -> name.startsWith(Threads.PREFIX + "function-2"))) {
            Thread.sleep(1);
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(Threads.PREFIX))
                .toList();
    }
}
