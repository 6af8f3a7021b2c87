package io.github.securehttpapi.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Traffic in waves. After each the gateway is left in peace until it has closed its connections, and what it holds then
 * is compared: the last third of the waves with the first.
 */
@Tag("load")
final class SoakTest {
    private static final int SECONDS = Integer.getInteger("soak.seconds", 60);
    private static final int CLIENTS = 24;
    private static final long WAVE_MILLIS = 4000;

    /** Until the code is compiled, the pools are filled and every kind of client has been there. */
    private static final int WARM_UPS = 2;

    private static final int LEAST_WAVES = 6;

    /** Connections that linger take two seconds. */
    private static final long SETTLING_MILLIS = 3000;

    // What is below these comes and goes: the pools of buffers grow in steps, and threads end after ten seconds without
    // work. A wave has some ten thousand requests, so a leak of 100 bytes for each is far above.
    private static final long HEAP_KILOBYTES = 1500;
    private static final long DIRECT_KILOBYTES = 1500;
    private static final long THREADS = 4;
    private static final long DESCRIPTORS = 4;

    @TempDir
    private Path directory;

    @Test
    void holdsNoMoreAfterManyRequestsThanAfterSome() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(directory, template -> template)) {
            SoakTraffic traffic = new SoakTraffic(gateway.port());
            List<ProcessSample> samples = waves(gateway, traffic);
            traffic.counts().forEach((client, count) -> System.out.printf("%,8d clients: %s%n", count, client));

            assertThat(traffic.problems()).isEmpty();
            assertThat(gateway.errors()).isEmpty();
            assertNoGrowth(samples, ProcessSample::heapKilobytes, HEAP_KILOBYTES, "KB of heap");
            assertNoGrowth(samples, ProcessSample::directKilobytes, DIRECT_KILOBYTES, "KB of direct memory");
            assertNoGrowth(samples, ProcessSample::threads, THREADS, "threads");
            assertNoGrowth(samples, ProcessSample::descriptors, DESCRIPTORS, "descriptors");
        }
    }

    private static List<ProcessSample> waves(GatewayProcess gateway, SoakTraffic traffic)
            throws IOException, InterruptedException {
        List<ProcessSample> samples = new ArrayList<>();
        int waves = Math.max(LEAST_WAVES, (int) (SECONDS * 1000L / WAVE_MILLIS));
        for (int wave = 0; wave < WARM_UPS + waves; wave++) {
            traffic.run(CLIENTS, WAVE_MILLIS, wave * (long) CLIENTS);
            Thread.sleep(SETTLING_MILLIS);
            ProcessSample sample = gateway.sample();
            System.out.printf("%s %2d: %s%n", wave < WARM_UPS ? "warm-up" : "wave   ", wave, sample);
            if (wave >= WARM_UPS) {
                samples.add(sample);
            }
        }
        return samples;
    }

    private static void assertNoGrowth(
            List<ProcessSample> samples, ToLongFunction<ProcessSample> measure, long tolerance, String what) {
        int third = samples.size() / 3;
        long first = median(samples.subList(0, third), measure);
        long last = median(samples.subList(samples.size() - third, samples.size()), measure);
        System.out.printf("%s: %,d in the first third of the waves, %,d in the last%n", what, first, last);
        assertThat(last).as(what).isLessThanOrEqualTo(first + tolerance);
    }

    private static long median(List<ProcessSample> samples, ToLongFunction<ProcessSample> measure) {
        long[] sorted = samples.stream().mapToLong(measure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
