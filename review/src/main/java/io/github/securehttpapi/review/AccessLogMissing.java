package io.github.securehttpapi.review;

import io.github.securehttpapi.template.AccessLog;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stage that logs no requests: Lambda's logs don't explain what the gateway answered itself. */
final class AccessLogMissing implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "access-log-missing",
                Severity.WARNING,
                "nobody can explain a 403, 404 or 429 that the gateway answered itself, since nothing was logged",
                List.of(
                        "AwsSolutions-APIG1",
                        "Serverless-APIGWAccessLogging",
                        "APIGateway.9",
                        "CT.APIGATEWAY.PR.4",
                        "CKV_AWS_95",
                        "AWS-0001",
                        "ES2000"),
                AccessLogRule.LOGGING);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Stage stage : api.stages()) {
            AccessLog log = stage.accessLog();
            if (log == null) {
                report(api, stage, List.of("AccessLogSettings"), subject, findings);
            } else {
                judge(api, stage, log, subject, findings);
            }
        }
    }

    private static void judge(HttpApi api, Stage stage, AccessLog log, Subject subject, Findings findings) {
        List<String> missing = new ArrayList<>();
        if (isMissing(log.destination())) {
            missing.add("DestinationArn");
        }
        if (isMissing(log.format())) {
            missing.add("Format");
        }
        if (!missing.isEmpty()) {
            report(api, stage, missing, subject, findings);
        } else if (isConditional(log.destination())) {
            findings.on(stage.resource())
                    .unresolved(log.destination(), "whether stage '" + stage.name() + "' logs its requests");
        }
    }

    private static boolean isMissing(Property<String> property) {
        return property.isAbsent() || property.value().filter(String::isBlank).isPresent();
    }

    /** A reference or an ARN put together is a destination; a function that may give none is not yet. */
    private static boolean isConditional(Property<String> destination) {
        return destination.isUnresolved() && destination.toString().startsWith("{\"Fn::If");
    }

    private static void report(HttpApi api, Stage stage, List<String> missing, Subject subject, Findings findings) {
        List<Change> changes = new ArrayList<>();
        Placement place = StageLog.place(stage);
        if (!missing.contains("Format")) {
            String group = NewLogGroup.of(api, stage, subject.template(), changes);
            changes.add(place.set("DestinationArn", Map.of("Fn::GetAtt", List.of(group, "Arn"))));
        }
        if (!missing.contains("DestinationArn")) {
            changes.add(place.set("Format", ContextVariables.format(ContextVariables.standard())));
        }
        findings.on(stage.resource())
                .report(
                        "stage '" + stage.name() + "' must log its requests, got no "
                                + String.join(" and no ", missing),
                        "log each request as one line of JSON, to a log group that forgets" + key(changes),
                        changes);
    }

    private static String key(List<Change> changes) {
        return changes.contains(NewLogGroup.key()) ? "; without KmsKeyId, CloudWatch takes a key of its own" : "";
    }
}
