package io.github.securehttpapi.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The time that the review of a template takes, by the number of its routes: from start to end of a process. */
final class ReviewBenchmark {
    private static final List<Integer> ROUTES = List.of(75, 150, 300, 600, 1200);
    private static final int PROMISED = 300;
    private static final int WARM_UPS = 1;
    private final Settings settings;
    private final Results results;

    /** A benchmark of the jar that was built beside this folder. */
    ReviewBenchmark(Settings settings, Results results) {
        this.settings = settings;
        this.results = results;
    }

    void run() throws InterruptedException {
        part("CloudFormation, authorized", "json", ReviewTemplates::cloudFormation);
        part("CloudFormation, all public", "json", ReviewTemplates::publicCloudFormation);
        part("SAM, authorized", "yaml", ReviewTemplates::sam);
        part("SAM, all public", "yaml", ReviewTemplates::publicSam);
    }

    private void part(String kind, String extension, IntFunction<String> template) throws InterruptedException {
        String name = "review, " + kind;
        Path file = settings.target().resolve("review." + extension);
        results.part(name, () -> {
            Map<Integer, List<ReviewProcess>> reviews = new Rounds(WARM_UPS, settings.rounds())
                    .measure(ROUTES, routes -> {
                        Files.writeString(file, template.apply(routes));
                        return ReviewProcess.of(settings, file);
                    });
            results.add(result(name, reviews));
        });
    }

    private static Result result(String name, Map<Integer, List<ReviewProcess>> reviews) {
        Contest processors = contest("ms of processors", reviews, ReviewProcess::processor);
        Contest elapsed = contest("ms elapsed", reviews, ReviewProcess::elapsed);
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(
                "seconds of processors, " + routes(PROMISED),
                Sample.seconds(reviews.getOrDefault(PROMISED, List.of()).stream()
                        .map(ReviewProcess::processor)
                        .toList()),
                Aim.atMost(1)));
        for (int routes : ROUTES.subList(1, ROUTES.size())) {
            claims.add(processors.ratio(
                    routes + " : " + routes(routes / 2), routes(routes), routes(routes / 2), Aim.atMost(2)));
        }
        return new Result(
                name,
                "A process with a heap of 128 MB, from its start to its end, JDK " + System.getProperty("java.version")
                        + ".",
                Stream.of(processors, elapsed)
                        .flatMap(contest -> contest.measurements().stream())
                        .toList(),
                claims);
    }

    private static Contest contest(
            String unit, Map<Integer, List<ReviewProcess>> reviews, Function<ReviewProcess, Duration> time) {
        return Contest.of(
                unit,
                reviews,
                ReviewBenchmark::routes,
                times -> Sample.millis(times.stream().map(time).toList()));
    }

    private static String routes(int count) {
        return count + " routes";
    }
}
