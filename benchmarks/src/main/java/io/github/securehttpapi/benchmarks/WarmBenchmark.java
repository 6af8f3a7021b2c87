package io.github.securehttpapi.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.example.contact.ContactHandler;
import io.github.securehttpapi.benchmarks.stream.HandWrittenContactHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** An answer's time and allocation once the function is warm: the kit's contact function and the hand-written one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WarmBenchmark {
    private static final byte[] EVENT = ContactEvent.JSON.getBytes(StandardCharsets.UTF_8);
    private static final Context CONTEXT = new SilentContext();

    private static final int FORKS = 3;
    private static final int WARM_UPS = 5;
    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    private final RequestStreamHandler kit = new ContactHandler();
    private final RequestStreamHandler handWritten = new HandWrittenContactHandler();

    /** The constructor that JMH calls. */
    public WarmBenchmark() {}

    /**
     * The kit's.
     *
     * @return the answer
     * @throws IOException never
     */
    @Benchmark
    public byte[] kit() throws IOException {
        return answer(kit);
    }

    /**
     * The hand-written one.
     *
     * @return the answer
     * @throws IOException never
     */
    @Benchmark
    public byte[] handWritten() throws IOException {
        return answer(handWritten);
    }

    private static byte[] answer(RequestStreamHandler handler) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream(512);
        handler.handleRequest(new ByteArrayInputStream(EVENT), output, CONTEXT);
        return output.toByteArray();
    }

    static void run() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(WarmBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .forks(FORKS)
                .warmupIterations(WARM_UPS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        RunResult kit = result(results, "kit");
        RunResult handWritten = result(results, "handWritten");
        System.out.printf(
                "%nwarm, JMH, mean of %d forks of %d seconds after %d, JDK %s%n",
                FORKS, ITERATIONS, WARM_UPS, System.getProperty("java.version"));
        print("contact, hand-written on jackson-core", handWritten);
        print("contact, the kit", kit);
        Target.atMost(1.5, "the kit : hand-written, time", nanos(kit) / nanos(handWritten));
        Target.atMost(1.5, "the kit : hand-written, allocation", bytes(kit) / bytes(handWritten));
    }

    private static RunResult result(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }

    private static void print(String name, RunResult result) {
        System.out.printf(
                "  %-46s %5.0f ns ± %.0f  %6.0f bytes%n",
                name, nanos(result), result.getPrimaryResult().getScoreError(), bytes(result));
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }
}
