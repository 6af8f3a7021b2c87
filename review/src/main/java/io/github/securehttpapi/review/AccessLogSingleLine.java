package io.github.securehttpapi.review;

import java.util.List;

/** A format of several lines, as a YAML block makes one. */
final class AccessLogSingleLine implements AccessLogRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "access-log-single-line",
                Severity.ERROR,
                "the deployment fails, since API Gateway takes access log formats of one line only",
                List.of(),
                SETTINGS);
    }

    @Override
    public void judge(StageLog log, Findings findings) {
        long lines = log.format().text().strip().lines().count();
        if (lines > 1) {
            log.on(findings)
                    .report(
                            log.name() + " must have a format of one line, got '" + lines + "' lines",
                            "write it on one line; in YAML, a folded block is one: >-",
                            log.edited(FormatEdits::onOneLine));
        } else if (log.isOpaque()) {
            log.unresolved(findings, "whether the format of the " + log.name() + " is one line");
        }
    }
}
