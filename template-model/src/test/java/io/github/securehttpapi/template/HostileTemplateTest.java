package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileTemplateTest {
    @TempDir
    private Path directory;

    @Test
    void deepNestingIsNoStackOverflow() {
        fails(
                Templates.write(directory, "[".repeat(100_000)),
                "Document nesting depth (101) exceeds the maximum allowed (100, from"
                        + " `StreamReadConstraints.getMaxNestingDepth()`)");
    }

    @Test
    void largeFileIsRefused() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.read(Templates.write(directory, " ".repeat(Source.MAX_BYTES + 1))))
                .withMessageContaining("template must be at most 1048576 bytes, CloudFormation's own limit, got '");
    }

    @Test
    void joinOfJoinIsBounded() {
        String bomb = "\"x\"";
        for (int level = 0; level < 20; level++) {
            bomb = "{\"Fn::Sub\": [\"${a}${a}${a}${a}${a}${a}${a}${a}\", {\"a\": " + bomb + "}]}";
        }
        String name = bomb;
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.name(directory, name, "", Map.of()))
                .withMessage("template must expand to at most 8388608 characters, got 'more':"
                        + " nest fewer Fn::Join and Fn::Sub in each other");
    }

    @Test
    void joinOfUnresolvedJoinIsBounded() {
        String bomb = "{\"Ref\": \"Function\"}";
        for (int level = 0; level < 20; level++) {
            bomb = "{\"Fn::Sub\": [\"${a}${a}${a}${a}${a}${a}${a}${a}\", {\"a\": " + bomb + "}]}";
        }
        String name = bomb;
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.name(directory, name, "", Map.of()))
                .withMessageStartingWith("template must expand to at most 8388608 characters");
    }

    @Test
    void jsonOfJsonIsBounded() {
        String bomb = "[1]";
        for (int level = 0; level < 40; level++) {
            bomb = "{\"Fn::ToJsonString\": [" + bomb + ", \"\\\"\"]}";
        }
        String name = bomb;
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.name(directory, name, "", Map.of()))
                .withMessageStartingWith("template must expand to at most 8388608 characters");
    }

    @Test
    void circularConditionsAreNamed() {
        String conditions =
                ", \"Conditions\": {\"A\": {\"Fn::Not\": [{\"Condition\": \"B\"}]}, \"B\": {\"Condition\": \"A\"}}";
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(
                        () -> Templates.name(directory, "{\"Fn::If\": [\"A\", \"x\", \"y\"]}", conditions, Map.of()))
                .withMessage("template must have conditions without a cycle, got 'A': it refers to itself");
    }

    @Test
    void chainOfConditionsIsNoStackOverflow() {
        StringBuilder conditions = new StringBuilder(", \"Conditions\": {\"C20000\": {\"Fn::Equals\": [1, 1]}");
        for (int link = 0; link < 20_000; link++) {
            conditions.append(",\"C%d\":{\"Condition\":\"C%d\"}".formatted(link, link + 1));
        }
        conditions.append('}');
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() ->
                        Templates.name(directory, "{\"Fn::If\": [\"C0\", 1, 2]}", conditions.toString(), Map.of()))
                .withMessage("template must nest its expressions at most 300 deep, got 'more': flatten them");
    }

    @Test
    void chainOfDeepConditionsIsNoStackOverflow() {
        StringBuilder conditions = new StringBuilder(", \"Conditions\": {\"C290\": {\"Fn::Equals\": [1, 1]}");
        for (int link = 0; link < 290; link++) {
            String nots = "{\"Fn::Not\":[".repeat(46);
            conditions.append(",\"C%d\":%s{\"Condition\":\"C%d\"}".formatted(link, nots, link + 1));
            conditions.append("]}".repeat(46));
        }
        conditions.append('}');
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() ->
                        Templates.name(directory, "{\"Fn::If\": [\"C0\", 1, 2]}", conditions.toString(), Map.of()))
                .withMessage("template must nest its expressions at most 300 deep, got 'more': flatten them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1E-99999999999", "1e1001", "1e-1002"})
    void exponentIsBounded(String number) {
        fails(Templates.named(directory, number, ""), "2:92 Number has an exponent beyond 1000");
    }

    @Test
    @Timeout(10)
    void longNumberInQuotesIsNoNumber() {
        Path file = Templates.write(directory, """
                {"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP",
                "CorsConfiguration": {"MaxAge": "%s"}}}}}
                """.formatted("9".repeat(1_000_000)));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.read(file))
                .withMessageStartingWith("template must have whole seconds at"
                        + " Resources.Api.Properties.CorsConfiguration.MaxAge (2:33), got '999");
    }

    @Test
    @Timeout(10)
    void manyApisAreReadInLinearTime() {
        StringBuilder apis = new StringBuilder("{\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\"}");
        for (int api = 0; api < 10_000; api++) {
            apis.append(",\"A%d\":{\"Type\":\"AWS::ApiGatewayV2::Api\",\"Properties\":{\"ProtocolType\":\"HTTP\"}}"
                    .formatted(api));
        }
        Template template = Template.read(Templates.write(directory, apis + "}}"));
        assertThat(template.httpApis()).hasSize(10_000);
    }

    @Test
    void messageHasNoControlsOfTheTerminal() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.name(directory, "[\"a\\u009b\\u202e\\u2028b\"]", "", Map.of()))
                .withMessageEndingWith("got '[\"a   b\"]': write it in quotes");
    }

    @Test
    void conditionsThatShareBranchesAreEvaluatedOnce() {
        StringBuilder conditions = new StringBuilder(", \"Conditions\": {\"C40\": {\"Fn::Equals\": [1, 1]}");
        for (int link = 0; link < 40; link++) {
            String next = "{\"Condition\":\"C" + (link + 1) + "\"}";
            conditions.append(",\"C%d\":{\"Fn::And\":[%s,%s]}".formatted(link, next, next));
        }
        conditions.append('}');
        Property<String> name =
                Templates.name(directory, "{\"Fn::If\": [\"C0\", 1, 2]}", conditions.toString(), Map.of());
        assertThat(name.required()).isEqualTo("1");
    }

    @Test
    void messageStaysOneShortLine() {
        String name = "[\"" + "x\\n".repeat(10_000) + "\"]";
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.name(directory, name, "", Map.of()))
                .satisfies(
                        error -> assertThat(error.getMessage()).hasLineCount(1).hasSizeLessThan(400));
    }

    private static void fails(Path file, String problem) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.read(file))
                .withMessage("template must be JSON, got '" + file + "': " + problem);
    }
}
