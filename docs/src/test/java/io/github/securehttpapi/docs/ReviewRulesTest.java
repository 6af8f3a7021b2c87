package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.review.Review;
import io.github.securehttpapi.review.RuleDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/reference/review-rules.md is the catalogue of the review; {@code -Dsnapshot.update=true} rewrites it. */
final class ReviewRulesTest {
    private static final Path PAGE = Markdown.ROOT.resolve("docs/reference/review-rules.md");
    private static final String HEAD =
            "| rule | severity | protects from | scanners | source |\n| --- | --- | --- | --- | --- |\n";

    @Test
    void theTableHasEveryRule() throws IOException {
        String page = Files.readString(PAGE);
        String introduction = page.substring(0, page.indexOf(HEAD));
        String expected = introduction
                + HEAD
                + Review.rules().stream().map(ReviewRulesTest::row).collect(Collectors.joining());
        if (Boolean.getBoolean("snapshot.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String row(RuleDescription rule) {
        List<String> scanners =
                rule.scanners().stream().map(ReviewRulesTest::code).toList();
        return "| " + code(rule.id()) + " | " + rule.severity() + " | "
                + rule.protectsFrom().replace("|", "\\|") + " | " + String.join(", ", scanners) + " | ["
                + (rule.source().contains(".whatwg.org/") ? "WHATWG" : "AWS") + "](" + rule.source() + ") |\n";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
