package io.github.securehttpapi.local.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.Demo;
import io.github.securehttpapi.local.Hold;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when an answer cannot be given. */
final class FunctionHostTest {
    private static final String TROUBLE = "io.github.securehttpapi.local.fixture.TroubleHandler";

    @TempDir
    private Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final FunctionThreads threads = new FunctionThreads(log::add);

    @SuppressWarnings("NullAway.Init") // JUnit
    private FunctionHost host;

    @BeforeEach
    void load() throws Exception {
        Demo.assembly(directory, template -> template);
        host = host(threads, System::nanoTime);
        threads.watch(List.of(host));
    }

    @AfterEach
    void stop() {
        host.abandon();
        threads.close();
        host.close();
    }

    @Test
    void failureOfOneTimeoutEndedTheWatchOverAllOthers() throws Exception {
        try (Hold hold = new Hold()) {
            host.invoke(invocation("held", Duration.ZERO, FunctionHostTest::noClient));
            CompletableFuture<Outcome.Kind> kind = new CompletableFuture<>();
            host.invoke(invocation("held", Duration.ofMillis(200), outcome -> kind.complete(outcome.kind())));
            hold.await(log, 2);
            assertThat(kind.get(20, TimeUnit.SECONDS)).isEqualTo(Outcome.Kind.TIMED_OUT);
        }
    }

    @Test
    void failureOfOneAnswerLostTheInvocationThatWaited() throws Exception {
        CompletableFuture<Outcome.Kind> kind = new CompletableFuture<>();
        try (Hold hold = new Hold()) {
            for (int busy = 0; busy < FunctionHost.MAX_ENVIRONMENTS; busy++) {
                host.invoke(invocation("held", Duration.ofSeconds(20), FunctionHostTest::noClient));
            }
            hold.await(log, FunctionHost.MAX_ENVIRONMENTS);
            host.invoke(invocation("fine", Duration.ofSeconds(20), outcome -> kind.complete(outcome.kind())));
        }
        assertThat(kind.get(20, TimeUnit.SECONDS)).isEqualTo(Outcome.Kind.ANSWERED);
        assertThat(log)
                .contains(
                        "answer must reach its client, got 'java.lang.AssertionError: no client for ANSWERED': report it");
    }

    @Test
    void failureOfOneEndLeftTheOthersRunningWhenTheGatewayStopped() throws Exception {
        CompletableFuture<Outcome.Kind> kind = new CompletableFuture<>();
        try (Hold hold = new Hold()) {
            host.invoke(invocation("held", Duration.ofSeconds(20), FunctionHostTest::noClient));
            host.invoke(invocation("held", Duration.ofSeconds(20), outcome -> kind.complete(outcome.kind())));
            hold.await(log, 2);
            host.abandon();
            assertThat(kind.get(20, TimeUnit.SECONDS)).isEqualTo(Outcome.Kind.FUNCTION_ERROR);
        }
    }

    @Test
    void invocationsAreHeldBackWhileOthersComputeAndThenStartedByAndBy() throws Exception {
        long now = System.nanoTime();
        FunctionThreads unwatched = new FunctionThreads(log::add);
        FunctionHost watchedByHand = host(unwatched, () -> now);
        try (Hold hold = new Hold()) {
            for (int busy = 0; busy < 4 * FunctionHost.AT_ONCE; busy++) {
                watchedByHand.invoke(invocation("busy", Duration.ofSeconds(20), outcome -> {}));
            }
            hold.await(log, FunctionHost.AT_ONCE);
            long soon = now + TimeUnit.MILLISECONDS.toNanos(19);
            long later = now + TimeUnit.MINUTES.toNanos(1);

            assertThat(watchedByHand.catchUp(soon)).isTrue();
            assertThat(log).hasSize(FunctionHost.AT_ONCE);
            assertThat(watchedByHand.catchUp(later)).isTrue();
            hold.await(log, 2 * FunctionHost.AT_ONCE);
            assertThat(watchedByHand.catchUp(later)).isFalse();
            hold.await(log, 4 * FunctionHost.AT_ONCE);
        } finally {
            watchedByHand.abandon();
            unwatched.close();
            watchedByHand.close();
        }
    }

    @Test
    void functionWentOnInAllTheEnvironmentsThatItOnceHad() throws Exception {
        long now = System.nanoTime();
        FunctionThreads unwatched = new FunctionThreads(log::add);
        FunctionHost watchedByHand = host(unwatched, () -> now);
        Hold some = new Hold("local-gateway.held-too");
        try (Hold others = new Hold()) {
            List<CompletableFuture<Outcome>> ending = send(watchedByHand, "busy-too", FunctionHost.AT_ONCE);
            send(watchedByHand, "busy", FunctionHost.AT_ONCE);
            watchedByHand.catchUp(now + TimeUnit.MINUTES.toNanos(1));
            others.await(log, 2 * FunctionHost.AT_ONCE);
            send(watchedByHand, "fine", FunctionHost.AT_ONCE);
            some.close();
            for (CompletableFuture<Outcome> outcome : ending) {
                outcome.get(20, TimeUnit.SECONDS);
            }

            assertThat(watchedByHand.catchUp(now)).isTrue();
        } finally {
            some.close();
            watchedByHand.abandon();
            unwatched.close();
            watchedByHand.close();
        }
    }

    @Test
    void invocationThatGotNoThreadWasNeverEnded() throws Exception {
        AtomicBoolean exhausted = new AtomicBoolean(true);
        FunctionThreads few = new FunctionThreads(log::add, usual -> task -> {
            if (exhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return usual.newThread(task);
        });
        FunctionHost starved = host(few, System::nanoTime);
        try {
            Outcome failed = send(starved, "fine", 1).get(0).get(20, TimeUnit.SECONDS);
            assertThat(failed.kind()).isEqualTo(Outcome.Kind.FUNCTION_ERROR);
            assertThat(failed.problem()).isEqualTo("The function got no thread");
            assertThat(log)
                    .containsExactly(
                            "function must get a thread, got"
                                    + " 'java.lang.OutOfMemoryError: unable to create native thread': have it run less at once");

            exhausted.set(false);
            assertThat(send(starved, "fine", 1).get(0).get(20, TimeUnit.SECONDS).kind())
                    .isEqualTo(Outcome.Kind.ANSWERED);
        } finally {
            starved.abandon();
            few.close();
            starved.close();
        }
    }

    private static List<CompletableFuture<Outcome>> send(FunctionHost host, String what, int count) {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int sent = 0; sent < count; sent++) {
            CompletableFuture<Outcome> outcome = new CompletableFuture<>();
            host.invoke(invocation(what, Duration.ofSeconds(20), outcome::complete));
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private FunctionHost host(FunctionThreads runBy, LongSupplier nanoTime) throws MalformedURLException {
        List<URL> jar = List.of(directory.resolve("asset.d3b07384.jar").toUri().toURL());
        FunctionSettings.Limits limits =
                new FunctionSettings.Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 512, 1, null);
        FunctionSettings settings = new FunctionSettings("Trouble", "Trouble", TROUBLE, "", limits);
        HandlerCode code = HandlerCode.load(settings, jar, new RuntimeLoader(), Map.of(), log::add);
        return new FunctionHost(settings, code, runBy, log::add, nanoTime);
    }

    private static void noClient(Outcome outcome) {
        throw new AssertionError("no client for " + outcome.kind());
    }

    private static Invocation invocation(String what, Duration patience, Consumer<Outcome> client) {
        byte[] event = ("{\"what\":\"" + what + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Invocation(event, System.nanoTime() + patience.toNanos(), client);
    }
}
