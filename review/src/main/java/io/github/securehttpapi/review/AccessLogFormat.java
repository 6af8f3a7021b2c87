package io.github.securehttpapi.review;

import java.util.List;
import java.util.Optional;

/** A format that is not JSON: no query can ask it for a field. */
final class AccessLogFormat implements AccessLogRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "access-log-format",
                Severity.WARNING,
                "nobody finds a failed request in time, since log queries can't ask for a field of the lines",
                List.of("Serverless-APIGWStructuredLogging", "WS2001"),
                LOGGING);
    }

    @Override
    public void judge(StageLog log, Findings findings) {
        Optional<String> flaw = log.format().flaw();
        if (log.isOpaque()) {
            log.unresolved(findings, "whether the " + log.name() + " is JSON");
        } else if (flaw.isPresent()) {
            log.on(findings)
                    .report(
                            log.name() + " must be one JSON object a line, got " + flaw.get(),
                            "write it as JSON, with every variable in double quotes",
                            log.edited(FormatEdits::asJson));
        }
    }
}
