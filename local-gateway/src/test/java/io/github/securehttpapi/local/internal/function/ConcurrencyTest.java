package io.github.securehttpapi.local.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.Hold;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {
    @Test
    void oneInvocationAtOnceInAnInstance() throws Exception {
        assertThat(together(1, 4)).containsExactly("1", "1", "1", "1");
    }

    @Test
    void managedInstanceTakesAsManyAsItAllows() throws Exception {
        assertThat(together(4, 4)).containsExactly("4", "4", "4", "4");
        assertThat(together(2, 4)).containsExactly("2", "2", "2", "2");
    }

    @Test
    void beyondTheReservedConcurrencyLambdaRefuses() throws Exception {
        try (FunctionRig rig = rig(1, 2)) {
            List<CompletableFuture<Outcome>> running;
            try (Hold hold = new Hold()) {
                running = List.of(rig.send("{}"), rig.send("{}"));
                hold.await(rig.log(), 2);
                assertThat(rig.answer("{}")).isEqualTo("THROTTLED Rate Exceeded.");
            }
            for (CompletableFuture<Outcome> outcome : running) {
                assertThat(outcome.get(20, TimeUnit.SECONDS).kind()).isEqualTo(Outcome.Kind.ANSWERED);
            }
            assertThat(rig.answer("{}")).isEqualTo("1");
        }
    }

    @Test
    void reservedConcurrencyOfZeroRefusesEverything() throws Exception {
        try (FunctionRig rig = rig(1, 0)) {
            assertThat(rig.answer("{}")).isEqualTo("THROTTLED Rate Exceeded.");
            assertThat(rig.log()).isEmpty();
        }
    }

    @Test
    void invocationThatTimedOutNoLongerCounts() throws Exception {
        FunctionSettings.Limits limits =
                new FunctionSettings.Limits(Duration.ofMillis(200), Duration.ofSeconds(10), 512, 1, 1);
        try (Hold hold = new Hold();
                FunctionRig rig = new FunctionRig("TroubleHandler", limits, Map.of())) {
            assertThat(rig.answer("{\"what\":\"stubborn\"}"))
                    .isEqualTo("FUNCTION_ERROR Task timed out after 0.20 seconds");
            hold.await(rig.log(), 1);
            assertThat(rig.answer("{\"what\":\"fine\"}")).isEqualTo("1");
        }
    }

    private static List<String> together(int concurrency, int invocations) throws Exception {
        try (FunctionRig rig = rig(concurrency, null)) {
            List<CompletableFuture<Outcome>> running;
            try (Hold hold = new Hold()) {
                running =
                        Stream.generate(() -> rig.send("{}")).limit(invocations).toList();
                hold.await(rig.log(), invocations);
            }
            return running.stream()
                    .map(outcome -> new String(outcome.join().payload(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private static FunctionRig rig(int concurrency, @Nullable Integer reserved) {
        return new FunctionRig("MeetingHandler::handle", FunctionRig.limits(concurrency, reserved), Map.of());
    }
}
