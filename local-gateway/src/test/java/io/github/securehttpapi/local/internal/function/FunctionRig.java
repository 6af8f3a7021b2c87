package io.github.securehttpapi.local.internal.function;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A function of the test's own classes, with its threads and its log. */
final class FunctionRig implements AutoCloseable {
    static final String FIXTURE = "io.github.securehttpapi.local.fixture.";

    /** A test that waits longer has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final FunctionThreads threads = new FunctionThreads(log::add);
    private final FunctionHost host;

    FunctionRig(String handler, FunctionSettings.Limits limits, Map<String, String> variables) {
        FunctionSettings settings = new FunctionSettings("Orders", "orders", FIXTURE + handler, "", limits);
        List<URL> classPath =
                List.of(FunctionRig.class.getProtectionDomain().getCodeSource().getLocation());
        HandlerCode code = HandlerCode.load(settings, classPath, new RuntimeLoader(), variables, log::add);
        host = new FunctionHost(settings, code, threads, log::add);
        threads.watch(List.of(host));
    }

    static FunctionRig of(String handler) {
        return new FunctionRig(handler, limits(1, null), Map.of());
    }

    static FunctionSettings.Limits limits(int concurrency, @Nullable Integer reserved) {
        return new FunctionSettings.Limits(PATIENCE, Duration.ofSeconds(10), 512, concurrency, reserved);
    }

    List<String> log() {
        return log;
    }

    FunctionHost host() {
        return host;
    }

    CompletableFuture<Outcome> send(String event) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        byte[] octets = event.getBytes(StandardCharsets.UTF_8);
        host.invoke(new Invocation(octets, System.nanoTime() + PATIENCE.toNanos(), outcome::complete));
        return outcome;
    }

    Outcome outcome(String event) throws Exception {
        return send(event).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    String answer(String event) throws Exception {
        Outcome outcome = outcome(event);
        return outcome.kind() == Outcome.Kind.ANSWERED
                ? new String(outcome.payload(), StandardCharsets.UTF_8)
                : outcome.kind() + " " + outcome.problem();
    }

    @Override
    public void close() {
        host.abandon();
        threads.close();
        host.close();
    }
}
