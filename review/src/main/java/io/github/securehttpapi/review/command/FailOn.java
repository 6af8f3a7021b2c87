package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From which severity on a finding fails the run. */
enum FailOn {
    ERROR(Severity.ERROR),
    WARNING(Severity.WARNING),
    NOTE(Severity.NOTE),
    NEVER(null);

    private final @Nullable Severity least;

    FailOn(@Nullable Severity least) {
        this.least = least;
    }

    boolean isMetBy(List<Finding> findings) {
        Severity from = least;
        return from != null
                && findings.stream().anyMatch(finding -> finding.severity().atLeast(from));
    }
}
