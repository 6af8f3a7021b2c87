package io.github.securehttpapi.benchmarks;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import io.github.securehttpapi.construct.GatewayReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.cxapi.CloudAssembly;

/**
 * What a review adds to the synthesis of {@link SynthesisBenchmark}'s API of 300 routes, beside what cdk-nag and the CDK's
 * own validation add to it, all in one JVM and in turns; and the review of the same template in a process of its own.
 */
final class ScannerBenchmark {
    /** Findings are no matter here; the CDK's limit of resources is lifted for no scanner to trip over it. */
    private static final Map<String, Object> CONTEXT =
            Map.of("@aws-cdk/core:stackResourceLimit", 0, "@aws-cdk/core:failSynthOnValidationErrors", false);

    private static final int WARM_UPS = 1;
    private static final int ROUNDS = Math.min(5, Integer.getInteger("benchmark.rounds", 5));

    private static final String ALONE = "synthesis alone";
    private static final String NAG = "with cdk-nag, AwsSolutions and Serverless";
    private static final String BUILT_IN = "with the CDK's own validation";
    private static final String OURS = "with GatewayReview";
    private static final String PROCESS = "gateway-review of the template, by itself";

    private static final Map<String, Supplier<List<IPolicyValidationPlugin>>> SCANNERS = scanners();

    private final Path module;

    /** A benchmark of the jar that was built beside this folder. */
    ScannerBenchmark(Path module) {
        this.module = module;
    }

    private static Map<String, Supplier<List<IPolicyValidationPlugin>>> scanners() {
        Map<String, Supplier<List<IPolicyValidationPlugin>>> scanners = new LinkedHashMap<>();
        scanners.put(ALONE, List::of);
        scanners.put(OURS, () -> List.of(new GatewayReview()));
        scanners.put(BUILT_IN, () -> List.of(new CloudFormationValidatePlugin()));
        scanners.put(NAG, () -> List.of(new AwsSolutionsChecks(), new ServerlessChecks()));
        return scanners;
    }

    /** Prints medians, and the median of the rounds' ratios to the synthesis alone. */
    void run() throws IOException, InterruptedException {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            Map<String, Duration> measured = round(round);
            if (round >= WARM_UPS) {
                measured.forEach((name, time) ->
                        times.computeIfAbsent(name, first -> new ArrayList<>()).add(time));
            }
        }
        System.out.printf(
                "%nsynthesis of %d routes, and what judges it, median of %d rounds%n",
                SynthesisBenchmark.ROUTES, ROUNDS);
        List<Duration> alone = times.getOrDefault(ALONE, List.of());
        times.forEach((name, measured) -> System.out.printf(
                "  %-46s %6.0f ms  %.2f times the synthesis alone%n",
                name, Statistics.medianMillis(measured), Statistics.medianRatio(measured, alone)));
    }

    /** In another order each time: whoever comes first finds the coldest machine. */
    private Map<String, Duration> round(int round) throws IOException, InterruptedException {
        Map<String, Duration> measured = new LinkedHashMap<>();
        Path template = module;
        List<Map.Entry<String, Supplier<List<IPolicyValidationPlugin>>>> order = new ArrayList<>(SCANNERS.entrySet());
        Collections.rotate(order, round);
        for (Map.Entry<String, Supplier<List<IPolicyValidationPlugin>>> scanner : order) {
            App app = new App(AppProps.builder().context(CONTEXT).build());
            Stack stack = new Stack(app, "Shop");
            long start = System.nanoTime();
            SynthesisBenchmark.defineSecure(stack);
            scanner.getValue().get().forEach(plugin -> Validations.of(app).addPlugins(plugin));
            CloudAssembly assembly = app.synth();
            measured.put(scanner.getKey(), Duration.ofNanos(System.nanoTime() - start));
            template = Path.of(assembly.getStackByName("Shop").getTemplateFullPath());
            if (round == 0) {
                System.out.printf("  %-46s %d kinds of violations%n", scanner.getKey(), violations(assembly));
            }
        }
        measured.put(PROCESS, ReviewProcess.of(module, template).elapsed());
        return measured;
    }

    /** A scanner that finds nothing at all may not have looked. */
    private static int violations(CloudAssembly assembly) throws IOException {
        Path report = Path.of(assembly.getDirectory(), "validation-report.json");
        return Files.exists(report) ? Files.readString(report).split("\"ruleName\"", -1).length - 1 : 0;
    }
}
