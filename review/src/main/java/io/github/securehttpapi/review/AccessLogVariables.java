package io.github.securehttpapi.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A variable that HTTP APIs do not have. API Gateway refuses the stage ("The following context variables are not
 * supported", sst#2587), all but {@code resourcePath}, which CDK's default format has and which is logged as a dash, and
 * {@code authorizer.claims}, which is null.
 */
final class AccessLogVariables implements AccessLogRule {
    private static final Set<String> TOLERATED = Set.of("resourcePath", "authorizer.claims");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "access-log-variables",
                Severity.ERROR,
                "the deployment fails, or the log has a dash where the value is needed",
                List.of(),
                VARIABLES);
    }

    @Override
    public void judge(StageLog log, Findings findings) {
        if (log.isOpaque()) {
            log.unresolved(findings, "whether HTTP APIs have all variables of the " + log.name());
        }
        for (String name : log.format().names()) {
            if (!ContextVariables.has(name)) {
                report(log, name, findings);
            } else if (name.startsWith("identity.cognito")) {
                reportCognito(log, name, findings);
            }
        }
    }

    private static void report(StageLog log, String name, Findings findings) {
        Optional<String> nearest = ContextVariables.nearest(name);
        String reason = TOLERATED.contains(name)
                ? ", since HTTP APIs have no value for it"
                : ", since HTTP APIs don't have it, and API Gateway refuses the stage";
        log.on(findings)
                .as(TOLERATED.contains(name) ? Severity.WARNING : Severity.ERROR)
                .report(
                        message(log, name),
                        nearest.map(known -> "write $context." + known).orElse("drop it") + reason,
                        log.edited(nearest.map(known -> FormatEdits.replacing(name, known))
                                .orElseGet(() -> FormatEdits.dropping(List.of(name)))));
    }

    /** Documented, and yet at least one of them was refused in 2023. */
    private static void reportCognito(StageLog log, String name, Findings findings) {
        log.on(findings)
                .as(Severity.NOTE)
                .report(
                        message(log, name),
                        "drop it: HTTP APIs know no Cognito identities, and some regions have refused it",
                        log.edited(FormatEdits.dropping(List.of(name))));
    }

    private static String message(StageLog log, String name) {
        return log.name() + " must use variables that HTTP APIs have, got '$context." + name + "'";
    }
}
