package io.github.securehttpapi.local.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class BackendsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void everyAddressOfAHostIsTried() throws Exception {
        InetAddress nobody = InetAddress.getByAddress(new byte[] {127, 0, 0, 9});
        try (ServerSocket server = new ServerSocket(0, 50, HERE);
                Backends backends = new Backends(Runnable::run, host -> new InetAddress[] {nobody, HERE})) {
            CompletableFuture<BackendAnswer> answer = call(backends, server.getLocalPort());
            try (Socket client = server.accept()) {
                client.getOutputStream().write("HTTP/1.1 204 No\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                assertThat(answer.get().status()).isEqualTo(204);
            }
        }
    }

    @Test
    void callsAfterTheEndAreToldSo() throws Exception {
        Backends backends = new Backends(Runnable::run);
        backends.close();
        assertThat(call(backends, 1).get().kind()).isEqualTo(BackendAnswer.Kind.STOPPED);
    }

    @Test
    void callsThatNoThreadTakesAreToldSo() throws Exception {
        try (Backends backends = new Backends(task -> {
            throw new RejectedExecutionException();
        })) {
            assertThat(call(backends, 1).get().kind()).isEqualTo(BackendAnswer.Kind.STOPPED);
        }
    }

    @Test
    void lookUpThatHangsDoesNotOutliveTheTimeout() throws Exception {
        CompletableFuture<InetAddress[]> never = new CompletableFuture<>();
        try (Backends backends = new Backends(Executors.newCachedThreadPool(), host -> never.join())) {
            assertThat(call(backends, 1).get().kind()).isEqualTo(BackendAnswer.Kind.TIMED_OUT);
        } finally {
            never.complete(new InetAddress[] {HERE});
        }
    }

    private static CompletableFuture<BackendAnswer> call(Backends backends, int port) throws IOException {
        CompletableFuture<BackendAnswer> answer = new CompletableFuture<>();
        BackendCall.Endpoint endpoint = new BackendCall.Endpoint(false, "backend.test", port, "backend.test");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        backends.call(new BackendCall(endpoint, "GET", "/", headers, new byte[0], deadline), answer::complete);
        return answer;
    }
}
