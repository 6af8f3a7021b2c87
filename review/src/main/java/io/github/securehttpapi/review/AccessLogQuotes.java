package io.github.securehttpapi.review;

import java.util.List;
import java.util.Set;

/** A format that is JSON only as long as every variable has a value: one that has none is a bare dash. */
final class AccessLogQuotes implements AccessLogRule {
    private static final String QUOTED = "error.messageString";

    /** What every request has. */
    private static final Set<String> ALWAYS =
            Set.of("dataProcessed", "requestTimeEpoch", "responseLatency", "responseLength", "status");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "access-log-quotes",
                Severity.NOTE,
                "just the lines of failed requests are no JSON, and no query finds them",
                List.of(),
                VARIABLES);
    }

    @Override
    public void judge(StageLog log, Findings findings) {
        if (log.isOpaque()) {
            log.unresolved(findings, "whether the " + log.name() + " stays JSON where a variable has no value");
        } else if (log.format().isJson()) {
            List<String> fragile = log.format().variables().stream()
                    .filter(AccessLogQuotes::isFragile)
                    .map(LogFormat.Variable::toString)
                    .distinct()
                    .toList();
            report(log, fragile, findings);
        }
    }

    /** A number that only requests have which reached the integration, or text that brings quotes of its own. */
    private static boolean isFragile(LogFormat.Variable variable) {
        return variable.name().equals(QUOTED) || (!variable.quoted() && !ALWAYS.contains(variable.name()));
    }

    private static void report(StageLog log, List<String> fragile, Findings findings) {
        if (!fragile.isEmpty()) {
            log.on(findings)
                    .report(
                            log.name() + " must stay JSON where a variable has no value, got " + Shown.each(fragile),
                            "put quotes around each variable, and take $context.error.message,"
                                    + " since messageString brings its own quotes",
                            log.edited(AccessLogQuotes::quoted));
        }
    }

    private static String quoted(String text) {
        String plain = FormatEdits.replacing(QUOTED, "error.message").apply(text);
        return FormatEdits.quoting(plain, variable -> !ALWAYS.contains(variable.name()));
    }
}
