package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The time that the review of a template takes, by the number of its routes: from start to end of a process. */
final class ReviewBenchmark {
    private static final List<Integer> ROUTES = List.of(75, 150, 300, 600, 1200);
    private static final int PROMISED = 300;
    private static final int WARM_UPS = 1;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 21);
    private static final double MILLIS_PER_SECOND = 1000;

    private final Path module;

    /** A benchmark of the jar that was built beside this folder. */
    ReviewBenchmark(Path module) {
        this.module = module;
    }

    void run() throws IOException, InterruptedException {
        System.out.printf(
                "%nreview, a process with a heap of 128 MB, median of %d rounds, JDK %s%n",
                ROUNDS, System.getProperty("java.version"));
        measure("CloudFormation, authorized", "json", ReviewTemplates::cloudFormation);
        measure("CloudFormation, all public", "json", ReviewTemplates::publicCloudFormation);
        measure("SAM, authorized", "yaml", ReviewTemplates::sam);
        measure("SAM, all public", "yaml", ReviewTemplates::publicSam);
    }

    private void measure(String name, String extension, IntFunction<String> template)
            throws IOException, InterruptedException {
        Map<Integer, List<ReviewProcess>> measured = new TreeMap<>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            for (int routes : ROUTES) {
                Path file = module.resolve("target/review." + extension);
                Files.writeString(file, template.apply(routes));
                ReviewProcess review = ReviewProcess.of(module, file);
                if (round >= WARM_UPS) {
                    measured.computeIfAbsent(routes, first -> new ArrayList<>()).add(review);
                }
            }
        }
        report(name, measured);
    }

    private static void report(String name, Map<Integer, List<ReviewProcess>> measured) {
        System.out.printf("  %s%n", name);
        measured.forEach((routes, reviews) -> {
            List<Duration> half = processor(measured.getOrDefault(routes / 2, List.of()));
            System.out.printf(
                    "    %5d routes %6.0f ms of processors %6.0f ms elapsed%s%n",
                    routes,
                    Statistics.medianMillis(processor(reviews)),
                    Statistics.medianMillis(
                            reviews.stream().map(ReviewProcess::elapsed).toList()),
                    half.isEmpty()
                            ? ""
                            : "  %.2f times half as many".formatted(Statistics.medianRatio(processor(reviews), half)));
        });
        double seconds =
                Statistics.medianMillis(processor(measured.getOrDefault(PROMISED, List.of()))) / MILLIS_PER_SECOND;
        Target.atMost(1, "seconds of processors, " + PROMISED + " routes", seconds);
        int most = ROUTES.get(ROUTES.size() - 1);
        Target.atMost(
                2,
                most + " : " + most / 2 + " routes",
                Statistics.medianRatio(
                        processor(measured.getOrDefault(most, List.of())),
                        processor(measured.getOrDefault(most / 2, List.of()))));
    }

    private static List<Duration> processor(List<ReviewProcess> reviews) {
        return reviews.stream().map(ReviewProcess::processor).toList();
    }
}
