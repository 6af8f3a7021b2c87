package io.github.securehttpapi.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Personal data in the access log, where retention, access and erasure are seldom thought of. */
final class AccessLogPersonalData implements AccessLogRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "access-log-personal-data",
                Severity.ERROR,
                "whoever may read the log learns who the users are, or can act as one of them",
                List.of(),
                VARIABLES);
    }

    @Override
    public void judge(StageLog log, Findings findings) {
        Map<PersonalData, List<String>> found = new EnumMap<>(PersonalData.class);
        for (String name : log.format().names()) {
            PersonalData.of(name)
                    .ifPresent(kind -> found.computeIfAbsent(kind, first -> new ArrayList<>())
                            .add(name));
        }
        if (log.isOpaque()) {
            log.unresolved(findings, "whether the " + log.name() + " has personal data");
        }
        found.forEach((kind, names) -> report(log, kind, names, findings));
    }

    private static void report(StageLog log, PersonalData kind, List<String> names, Findings findings) {
        log.on(findings)
                .as(severity(kind))
                .report(
                        log.name() + " must have " + forbidden(kind) + ", got '$context."
                                + String.join("', '$context.", names) + "'",
                        advice(kind),
                        log.edited(FormatEdits.dropping(names)));
    }

    private static Severity severity(PersonalData kind) {
        return switch (kind) {
            case CREDENTIAL -> Severity.ERROR;
            case PERSON -> Severity.WARNING;
            case CALLER -> Severity.NOTE;
        };
    }

    private static String forbidden(PersonalData kind) {
        return switch (kind) {
            case CREDENTIAL -> "no credentials";
            case PERSON -> "no personal data";
            case CALLER -> "as little of its callers as support needs";
        };
    }

    private static String advice(PersonalData kind) {
        return switch (kind) {
            case CREDENTIAL -> "drop them: a log is read by more people than may call the API";
            case PERSON -> "drop them: the request id leads support to what the function knows of its caller";
            case CALLER -> "drop them unless support asks for them";
        };
    }
}
