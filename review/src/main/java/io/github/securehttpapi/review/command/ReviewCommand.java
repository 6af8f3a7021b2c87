package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.ApiRequirement;
import io.github.securehttpapi.review.ReviewException;
import io.github.securehttpapi.review.Suppressions;
import io.github.securehttpapi.review.Surface;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code gateway-review [--format text|json|sarif|markdown] [--fail-on SEVERITY] [--baseline FILE]
 * [--write-baseline FILE] [--suppressions FILE] [--requires FEATURE]... [--parameter K=V]... [--output FILE] TEMPLATE...}:
 * judges the HTTP APIs of CloudFormation and SAM templates, and says what to change.
 *
 * <p>Exit codes: 0 if nothing was found at the severity to fail on or above; 1 if something was; 2 for input that cannot be
 * used, with a line for each on standard error, even if something was found in the rest.
 */
@Command(
        name = "gateway-review",
        mixinStandardHelpOptions = true,
        versionProvider = ReviewCommand.Version.class,
        sortOptions = false,
        description = "Judges the HTTP APIs of CloudFormation and SAM templates, and says what to change.",
        footer = "Exit codes: 0 nothing found, 1 findings, 2 input that cannot be used.")
public final class ReviewCommand implements Callable<Integer> {
    private static final int FINDINGS = 1;
    private static final int UNUSABLE = 2;

    private final Streams streams;
    private final Clock clock;

    @Parameters(
            paramLabel = "TEMPLATE",
            arity = "0..*",
            description = "a template, a directory of them, a cdk.out, or - for standard input")
    private List<String> templates = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, sarif or markdown (default: text)")
    private FormatName format = FormatName.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "error, warning, note or never: from where on findings exit with 1 (default: warning)")
    private FailOn failOn = FailOn.WARNING;

    @Option(names = "--suppressions", paramLabel = "FILE", description = "what the team accepts, and why")
    private @Nullable Path suppressions;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "the public surface as committed: what it gained is a finding")
    private @Nullable Path baseline;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "write the public surface, to be committed")
    private @Nullable Path newBaseline;

    @Option(
            names = "--requires",
            paramLabel = "FEATURE",
            description = "what the team needs of its API, such as waf or api-keys; may be repeated")
    private List<ApiRequirement> requirements = List.of();

    @Option(names = "--parameter", paramLabel = "K=V", description = "a template parameter; may be repeated")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--output", paramLabel = "FILE", description = "write the report there, not to standard output")
    private @Nullable Path output;

    @Option(names = "--rules", description = "list the rules, and review nothing")
    private boolean rules;

    private ReviewCommand(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * Runs the command.
     *
     * @param args the options, and the templates
     */
    public static void main(String[] args) {
        Streams streams = new Streams(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(run(args, streams, Clock.system(ZoneId.systemDefault())));
    }

    /** Where the command reads and writes. */
    record Streams(InputStream in, OutputStream out, PrintStream err) {}

    static int run(String[] args, Streams streams, Clock clock) {
        try {
            return CommandLines.of(new ReviewCommand(streams, clock), streams).execute(args);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            streams.err().println(Printable.line(Faults.line(fault)));
            return UNUSABLE;
        }
    }

    @Override
    public Integer call() {
        try {
            if (rules) {
                write(Catalogue.written());
                return CommandLine.ExitCode.OK;
            }
            return review();
        } catch (UnusableException | ReviewException unusable) {
            complain(String.valueOf(unusable.getMessage()));
            return UNUSABLE;
        }
    }

    private int review() throws UnusableException {
        Settings settings = settings();
        TemplateSearch search = new TemplateSearch();
        if (templates.isEmpty()) {
            throw new UnusableException("usage must name a TEMPLATE, got none: name a file, a directory or -");
        }
        templates.forEach(search::add);
        Outcome outcome = new ReviewRun(settings, streams.in()).of(search, new Progress(streams.err()));
        outcome.problems().forEach(this::complain);
        if (outcome.skipped() > 0) {
            complain("skipped " + Outcome.counted(outcome.skipped(), "file") + " without an HTTP API");
        }
        write(format.format().written(outcome));
        writeBaseline(outcome);
        return exitCode(outcome);
    }

    private Settings settings() {
        EnumSet<ApiRequirement> required = EnumSet.noneOf(ApiRequirement.class);
        required.addAll(requirements);
        return new Settings(
                LocalDate.now(clock),
                parameters,
                suppressions == null ? Suppressions.none() : Suppressions.read(suppressions),
                baseline == null ? null : Surface.read(baseline),
                required);
    }

    private void writeBaseline(Outcome outcome) throws UnusableException {
        if (newBaseline == null) {
            return;
        }
        if (!outcome.problems().isEmpty()) {
            throw new UnusableException("baseline must have every template in it, got '"
                    + TemplateFile.name(newBaseline) + "': mend what cannot be used first, nothing was written");
        }
        Surface surface = Surface.together(outcome.templates().stream()
                .map(template -> template.report().surface())
                .toList());
        Output.write(newBaseline, surface.toJson());
    }

    private void write(String document) throws UnusableException {
        if (output == null) {
            Output.write(streams.out(), document);
        } else {
            Output.write(output, document);
        }
    }

    private void complain(String problem) {
        streams.err().println(Printable.line(problem));
    }

    private int exitCode(Outcome outcome) {
        if (!outcome.problems().isEmpty()) {
            return UNUSABLE;
        }
        return failOn.isMetBy(outcome.findings()) ? FINDINGS : CommandLine.ExitCode.OK;
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"gateway-review " + number()};
        }

        static String number() {
            String version = ReviewCommand.class.getPackage().getImplementationVersion();
            return version == null ? "unknown" : version;
        }
    }
}
