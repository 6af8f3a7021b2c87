package io.github.securehttpapi.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A log without what it takes to find a request in it: its id, route, status, caller and time. */
final class AccessLogFields implements AccessLogRule {
    private static final String REQUEST_ID = "requestId";

    private static final List<String> NEEDED = List.of(REQUEST_ID, "routeKey", "status", "identity.sourceIp");

    private static final Set<String> TIMES = Set.of("requestTime", "requestTimeEpoch");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "access-log-fields",
                Severity.ERROR,
                "the request that a user complains of can't be found, or not told from others",
                List.of(),
                SETTINGS);
    }

    @Override
    public void judge(StageLog log, Findings findings) {
        Set<String> names = log.format().names();
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(names);
        if (TIMES.stream().noneMatch(names::contains)) {
            missing.add("requestTime");
        }
        if (!missing.isEmpty() && log.isUnresolved()) {
            log.unresolved(findings, "whether the " + log.name() + " has " + String.join(", ", missing));
        } else if (!missing.isEmpty()) {
            report(log, missing, findings);
        }
    }

    /** Without any id of the request API Gateway refuses the format. */
    private static void report(StageLog log, List<String> missing, Findings findings) {
        boolean refused = missing.contains(REQUEST_ID) && !log.format().names().contains("extendedRequestId");
        log.on(findings)
                .as(refused ? Severity.ERROR : Severity.WARNING)
                .report(
                        log.name() + " must tell request id, route, status, source address and time, got no '$context."
                                + String.join("' and no '$context.", missing) + "'",
                        refused
                                ? "add them; API Gateway refuses a format without $context.requestId"
                                : "add them to the format",
                        log.edited(FormatEdits.adding(missing)));
    }
}
