package io.github.securehttpapi.construct;

import io.github.securehttpapi.review.ReviewException;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.review.Suppressions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.PolicyValidationPluginReport;

/**
 * Reviews every HTTP API that an app synthesizes, whichever construct it comes from, and fails the synthesis on what it finds.
 *
 * <pre>{@code
 * Validations.of(app).addPlugins(new GatewayReview());
 * }</pre>
 *
 * <p>It reads the templates, nested stacks' too, and not the constructs: what it sees is what the cloud will see. Templates
 * without an HTTP API are passed over.
 *
 * <p>A finding is accepted where it was made, with a reason:
 *
 * <pre>{@code
 * Validations.of(route).acknowledge(Acknowledgment.builder()
 *         .id("GatewayReview::public-route")
 *         .reason("campaign page without login")
 *         .build());
 * }</pre>
 *
 * <p>That holds for the construct and what is below it, and for nothing else; {@code public-route} alone means the same. The
 * id that the CDK's report proposes, {@code GatewayReview::public-route[Shop/Api/GET--page/Resource]}, is for that resource,
 * wherever it was acknowledged.
 */
public final class GatewayReview implements IPolicyValidationPlugin {
    static final String NAME = "GatewayReview";

    private final Severity failOn;
    private final Severity reportFrom;
    private final Map<String, String> parameters;
    private final Suppressions suppressions;
    private final Clock clock;

    /**
     * A review that fails on errors and warnings, each parameter of the templates at its default.
     *
     * @throws IllegalStateException if aws-cdk-lib is older than 2.262.0
     */
    public GatewayReview() {
        this(Builder.create());
    }

    private GatewayReview(Builder builder) {
        requireTemplates(IPolicyValidationContext.class);
        this.failOn = builder.failOn;
        this.reportFrom = builder.reportNotes ? Severity.NOTE : heavier(Severity.WARNING, builder.failOn);
        this.parameters = Map.copyOf(builder.parameters);
        this.suppressions = builder.suppressions;
        this.clock = builder.clock;
    }

    /** An older CDK hands out no templates, and passes over a plugin that fails for want of them: nobody would notice. */
    static void requireTemplates(Class<?> context) {
        try {
            context.getMethod("getStackTemplates");
        } catch (NoSuchMethodException older) {
            throw new IllegalStateException(
                    "aws-cdk-lib must be 2.262.0 or later for GatewayReview, got an older one: raise its version",
                    older);
        }
    }

    /** What fails the synthesis is reported, whatever else is. */
    private static Severity heavier(Severity usual, Severity failOn) {
        return failOn == Severity.NOTE ? Severity.NOTE : usual;
    }

    /** {@return the name in reports, and before the {@code ::} of an acknowledged id: {@code GatewayReview}} */
    @Override
    public String getName() {
        return NAME;
    }

    /** {@return the version of this library; null where it was not read from its jar} */
    @Override
    public @Nullable String getVersion() {
        return GatewayReview.class.getPackage().getImplementationVersion();
    }

    /**
     * Reviews templates. Called by the CDK once for each environment that the app has stacks for.
     *
     * @param context where the templates are
     * @return what was found and not acknowledged
     */
    @Override
    public PolicyValidationPluginReport validate(IPolicyValidationContext context) {
        TemplateReview review = new TemplateReview(
                context.getAppConstruct(), parameters, suppressions, LocalDate.now(clock), reportFrom);
        List<Violation> violations = context.getStackTemplates().stream()
                .flatMap(SynthesizedTemplate::of)
                .flatMap(template -> review.of(template).stream())
                .toList();
        return PolicyValidationPluginReport.builder()
                .success(violations.stream()
                        .noneMatch(violation -> violation.severity().atLeast(failOn)))
                .violations(violations.stream().map(Violation::report).toList())
                .build();
    }

    /** Says how to review. Not thread-safe. */
    public static final class Builder {
        private Severity failOn = Severity.WARNING;
        private boolean reportNotes;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private Suppressions suppressions = Suppressions.none();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** {@return a builder} */
        public static Builder create() {
            return new Builder();
        }

        /**
         * The least severity that fails the synthesis: {@link Severity#WARNING} unless told otherwise.
         *
         * @param least the severity
         * @return this builder
         */
        public Builder failOn(Severity least) {
            this.failOn = Objects.requireNonNull(least, "least");
            return this;
        }

        /**
         * Whether notes are reported too. They are not, unless told otherwise, since the CDK prints each at every
         * synthesis.
         *
         * @param whether whether they are
         * @return this builder
         */
        public Builder reportNotes(boolean whether) {
            this.reportNotes = whether;
            return this;
        }

        /**
         * A value of a parameter, in every template that declares it, or of a pseudo parameter such as {@code
         * AWS::Region}.
         *
         * @param name the name
         * @param value the value
         * @return this builder
         */
        public Builder parameter(String name, String value) {
            parameters.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * What the team accepts in its templates, from a file that the {@code gateway-review} command takes too. It is read
         * at once. Which of its suppressions cover nothing the command tells, not the plugin: the CDK shows it the templates of
         * one environment at a time.
         *
         * @param file the file, absolute or below the folder that the app runs in
         * @return this builder
         * @throws ReviewException if it cannot be read, or holds what is no suppression
         */
        public Builder suppressions(Path file) {
            this.suppressions = Suppressions.read(file);
            return this;
        }

        /**
         * The clock by which end dates and deprecations are judged: the system's, in UTC, unless told otherwise.
         *
         * @param other the clock
         * @return this builder
         */
        public Builder clock(Clock other) {
            this.clock = Objects.requireNonNull(other, "other");
            return this;
        }

        /**
         * Makes the plugin.
         *
         * @return the plugin
         * @throws IllegalStateException if aws-cdk-lib is older than 2.262.0
         */
        public GatewayReview build() {
            return new GatewayReview(this);
        }
    }
}
