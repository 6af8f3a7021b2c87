package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.docs.Defaults.Row;
import io.github.securehttpapi.handler.HandlerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/reference/defaults.md are what templates have in which nothing was set, no less and no more. */
final class DefaultsTest {
    /** What a stack has to be given, and what is the form of a policy or a metric: no defaults. */
    private static final Set<String> OTHERS = Set.of(
            "AWS::ApiGatewayV2::Api CorsConfiguration.AllowOrigins",
            "AWS::ApiGatewayV2::DomainName DomainName",
            "AWS::ApiGatewayV2::Route RouteKey",
            "AWS::CloudWatch::Alarm AlarmDescription",
            "AWS::CloudWatch::Alarm Metrics",
            "AWS::IAM::Role AssumeRolePolicyDocument",
            "AWS::IAM::Role Policies[0].PolicyDocument.Statement[0].Effect",
            "AWS::IAM::Role Policies[0].PolicyDocument.Statement[1].Effect",
            "AWS::IAM::Role Policies[0].PolicyDocument.Version",
            "AWS::IAM::Role Policies[0].PolicyName",
            "AWS::Lambda::Function Code",
            "AWS::Lambda::Function Handler",
            "AWS::Lambda::Permission FunctionName",
            "AWS::ApiGatewayV2::Integration IntegrationUri",
            "AWS::Logs::MetricFilter ");

    @TempDir
    private static Path folder;

    private static Map<String, SynthesizedResources> templates = Map.of();

    @BeforeAll
    static void synthesize() {
        templates = DefaultStacks.synthesized(folder);
    }

    static List<Row> rows() {
        return Defaults.rows();
    }

    static Stream<String> headings() {
        return rows().stream().map(Row::heading).distinct();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowIsWhatTheTemplateHas(Row row) {
        assertThat(template(row.heading()).values(row.type(), row.path(), row.construct()))
                .as("%s", row)
                .isNotEmpty()
                .allMatch(row::admits);
    }

    @ParameterizedTest
    @MethodSource("headings")
    void whatTheTemplateHasIsARow(String heading) {
        List<String> told =
                rows().stream().map(row -> row.type() + " " + row.path()).toList();

        assertThat(template(heading).literals())
                .as("%s", heading)
                .allSatisfy(literal -> assertThat(Stream.concat(told.stream(), OTHERS.stream()))
                        .anyMatch(literal::startsWith));
    }

    private static SynthesizedResources template(String heading) {
        return Objects.requireNonNull(templates.get(heading), "no stack for '" + heading + "'");
    }

    @Test
    void everyStackHasItsTable() {
        assertThat(headings()).containsExactlyInAnyOrderElementsOf(templates.keySet());
    }

    @Test
    void bodiesHaveTheSizeThatThePageTells() {
        assertThat(Markdown.lines(Defaults.PAGE))
                .anyMatch(line -> line.startsWith(
                        "| largest body | " + (HandlerOptions.DEFAULT_MAX_BODY_BYTES / 1024) + " KiB |"));
    }
}
