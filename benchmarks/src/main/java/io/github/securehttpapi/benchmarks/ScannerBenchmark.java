package io.github.securehttpapi.benchmarks;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import io.github.securehttpapi.construct.GatewayReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private static final int ROUNDS = 5;

    static final String NAME = "review beside other scanners";

    private static final String ALONE = "synthesis alone";
    private static final String NAG = "with cdk-nag, AwsSolutions and Serverless";
    private static final String BUILT_IN = "with the CDK's own validation";
    private static final String OURS = "with GatewayReview";
    private static final String PROCESS = "gateway-review of the template, by itself";

    private final Settings settings;
    private final Results results;
    private final Map<String, Integer> violations = new LinkedHashMap<>();

    /** The template that was synthesized last: whatever scans it, it is the same. */
    private Path template;

    /** A benchmark of the jar that was built beside this folder. */
    ScannerBenchmark(Settings settings, Results results) {
        this.settings = settings;
        this.results = results;
        this.template = settings.module();
    }

    /** What judges a synthesis; a review in a process of its own is none, and needs a template that there is already. */
    private record Scanner(String name, Supplier<List<IPolicyValidationPlugin>> plugins) {}

    void run() throws Exception {
        List<Scanner> scanners = List.of(
                new Scanner(ALONE, List::of),
                new Scanner(OURS, () -> List.of(new GatewayReview())),
                new Scanner(BUILT_IN, () -> List.of(new CloudFormationValidatePlugin())),
                new Scanner(NAG, () -> List.of(new AwsSolutionsChecks(), new ServerlessChecks())),
                new Scanner(PROCESS, List::of));
        Map<Scanner, List<Duration>> times =
                new Rounds(WARM_UPS, settings.rounds(ROUNDS)).measure(scanners, this::measure);
        Contest contest = Contest.of("ms", times, Scanner::name, Sample::millis);
        List<Measurement> measurements = new ArrayList<>(contest.measurements());
        violations.forEach(
                (name, kinds) -> measurements.add(new Measurement(name, "kinds of violations", Sample.of(kinds))));
        results.add(new Result(
                NAME,
                "Synthesis of " + SynthesisBenchmark.ROUTES + " routes with what judges it, in one virtual machine.",
                measurements,
                Stream.of(OURS, BUILT_IN, NAG, PROCESS)
                        .map(name -> contest.ratio(name + " : " + ALONE, name, ALONE, null))
                        .toList()));
    }

    private Duration measure(Scanner scanner) throws IOException, InterruptedException, UnavailableException {
        if (scanner.name().equals(PROCESS)) {
            return ReviewProcess.of(settings, template).elapsed();
        }
        App app = new App(AppProps.builder().context(CONTEXT).build());
        Stack stack = new Stack(app, "Shop");
        long start = System.nanoTime();
        SynthesisBenchmark.defineSecure(stack);
        scanner.plugins().get().forEach(plugin -> Validations.of(app).addPlugins(plugin));
        CloudAssembly assembly = app.synth();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        template = Path.of(assembly.getStackByName("Shop").getTemplateFullPath());
        violations.put(scanner.name(), violations(assembly));
        return time;
    }

    /** A scanner that finds nothing at all may not have looked. */
    private static int violations(CloudAssembly assembly) throws IOException {
        Path report = Path.of(assembly.getDirectory(), "validation-report.json");
        return Files.exists(report) ? Files.readString(report).split("\"ruleName\"", -1).length - 1 : 0;
    }
}
