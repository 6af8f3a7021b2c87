package io.github.securehttpapi.review;

import io.github.securehttpapi.template.AccessLog;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.LogGroup;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log group that a stage without one is given. */
final class NewLogGroup {
    /** Groups below it share one resource policy, which would otherwise outgrow 5,120 characters. */
    static final String VENDED = "/aws/vendedlogs/";

    /** SecureHttpApi's default: time enough for support to come back to a failed request. */
    static final int RETENTION_DAYS = 14;

    static final String KEY_PARAMETER = "LogKeyArn";

    private static final String RESOURCES = "Resources";

    private NewLogGroup() {}

    /** The logical id of the group that another stage of the API writes to, or of one that is added to the changes. */
    static String of(HttpApi api, Stage stage, Template template, List<Change> changes) {
        Optional<LogGroup> shared = api.stages().stream()
                .map(Stage::accessLog)
                .filter(log -> log != null && log.logGroup() != null)
                .map(AccessLog::logGroup)
                .findFirst();
        if (shared.isPresent()) {
            return shared.get().logicalId();
        }
        String owner = stage.resource().origin().logicalId();
        String logicalId = unused(owner + "AccessLogs", template);
        changes.add(key());
        changes.add(new Change(List.of(RESOURCES, logicalId), group(owner)));
        return logicalId;
    }

    private static Map<String, Object> group(String owner) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("LogGroupName", name(owner));
        properties.put("RetentionInDays", RETENTION_DAYS);
        properties.put("KmsKeyId", Map.of("Ref", KEY_PARAMETER));
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("Type", "AWS::Logs::LogGroup");
        group.put("Properties", properties);
        return group;
    }

    /** A name that no other stack has. */
    static Map<String, String> name(String owner) {
        return Map.of("Fn::Sub", VENDED + "http-api/${AWS::StackName}/" + owner);
    }

    static Change key() {
        return Placement.parameter(
                KEY_PARAMETER,
                "ARN of the KMS key for access logs; its policy lets logs.REGION.amazonaws.com use it",
                "arn:aws[a-z-]*:kms:.+");
    }

    private static String unused(String wanted, Template template) {
        String logicalId = wanted;
        for (int number = 2; isTaken(logicalId, template); number++) {
            logicalId = wanted + number;
        }
        return logicalId;
    }

    private static boolean isTaken(String logicalId, Template template) {
        return template.document().fields().get(RESOURCES) instanceof Value.Fields resources
                && resources.fields().containsKey(logicalId);
    }
}
