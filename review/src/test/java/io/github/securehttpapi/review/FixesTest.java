package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the fix of every rule, judged by all of them: one rule's fix must not be another rule's finding. */
final class FixesTest {
    /** Rules whose fix is a decision, with why no change to the template can be it. */
    static final Map<String, String> ADVICE_ONLY = Map.of(
            "public-preflight", "a fix removes no route: a client without CORS may be using it",
            "jwt-audience-quota", "which callers to leave out is for the team to say",
            "lambda-authorizer-jwt", "whether the tokens are JSON web tokens is not in the template",
            "authorizer-unused", "which routes were meant to have it is not in the template",
            "cors-by-function", "code is rewritten by those who can test it",
            "quota", "what to give up, or whether to ask for more, is the team's to say",
            "rest-api-needed", "another kind of API, or another way to meet the need",
            "not-reviewed", "what is not seen cannot be changed");

    @ParameterizedTest
    @MethodSource("violating")
    void eachFixRemovesItsFindingAndAddsNone(RuleCase example) {
        Set<String> before = keys(example.findingsWith(List.of()));
        for (Finding finding : example.findings()) {
            List<Change> changes = finding.fix().changes();
            if (ADVICE_ONLY.containsKey(finding.rule())) {
                assertThat(changes).isEmpty();
                continue;
            }
            assertThat(changes).as(finding.message()).isNotEmpty();
            assertThat(keys(example.findingsWith(changes)))
                    .as(finding.fix().toString())
                    .doesNotContain(key(finding))
                    .isSubsetOf(before);
        }
    }

    private static Set<String> keys(List<Finding> findings) {
        Set<String> keys = new TreeSet<>();
        findings.forEach(finding -> keys.add(key(finding)));
        return keys;
    }

    private static String key(Finding finding) {
        return finding.rule() + " " + finding.resource() + " [" + finding.route() + "] " + finding.message();
    }

    static Stream<RuleCase> violating() {
        return RuleCase.all(RuleCase.Kind.VIOLATING).stream();
    }
}
