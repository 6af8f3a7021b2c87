package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule, shown by the templates below {@code src/test/resources/rules}. */
final class RulesTest {
    @Test
    void idsAreUnique() {
        assertThat(Review.rules()).extracting(RuleDescription::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasACaseOfEachKind(Rule rule) {
        for (RuleCase.Kind kind : RuleCase.Kind.values()) {
            assertThat(RuleCase.of(rule, kind))
                    .as(rule.about().id() + " " + kind)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("violating")
    void aViolationIsFound(RuleCase example) throws IOException {
        assertThat(example.findings()).isNotEmpty().noneMatch(Finding::unresolved);
        assertAsWritten(example);
    }

    @ParameterizedTest
    @MethodSource("compliant")
    void whatKeepsTheRuleIsNotFound(RuleCase example) {
        assertThat(example.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unresolvable")
    void whatCannotBeToldIsSaid(RuleCase example) throws IOException {
        assertThat(example.findings()).isNotEmpty().allMatch(Finding::unresolved);
        assertAsWritten(example);
    }

    private static void assertAsWritten(RuleCase example) throws IOException {
        if (Boolean.getBoolean("snapshot.update")) {
            Files.writeString(example.expected(), example.written());
        }
        assertThat(example.written()).isEqualTo(Files.readString(example.expected()));
    }

    static List<Rule> rules() {
        return Rules.ALL;
    }

    static Stream<RuleCase> violating() {
        return RuleCase.all(RuleCase.Kind.VIOLATING).stream();
    }

    static Stream<RuleCase> compliant() {
        return RuleCase.all(RuleCase.Kind.COMPLIANT).stream();
    }

    static Stream<RuleCase> unresolvable() {
        return RuleCase.all(RuleCase.Kind.UNRESOLVABLE).stream();
    }
}
