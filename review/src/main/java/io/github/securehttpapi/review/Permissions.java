package io.github.securehttpapi.review;

import io.github.securehttpapi.template.LambdaPermission;
import io.github.securehttpapi.template.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What permissions to call a function say, and how they are written for an API. */
final class Permissions {
    static final String GATEWAY = "apigateway.amazonaws.com";
    private static final String ANYONE = "*";

    /** The ARN of a route of any API in any account. */
    private static final Pattern ANY_ACCOUNT = Pattern.compile("arn:[^:]+:execute-api:[^:]+:\\*:.*");

    private Permissions() {}

    /** Whether a principal is API Gateway, in any partition: its name starts alike in all of them. */
    static boolean isGateway(LambdaPermission permission) {
        return permission.principal().toString().startsWith("apigateway.");
    }

    static boolean isAnyone(LambdaPermission permission) {
        return permission.principal().value().filter(ANYONE::equals).isPresent();
    }

    /** Whether a source says nothing: absent, or the routes of any account. */
    static boolean isAnySource(Property<String> sourceArn) {
        String source = sourceArn.toString();
        return sourceArn.isAbsent()
                || source.equals(ANYONE)
                || ANY_ACCOUNT.matcher(source).matches();
    }

    /** The changes that bind a permission to the APIs that call: one of them here, the others in permissions of their own. */
    static List<Change> bind(LambdaPermission permission, Set<String> apis, Subject subject) {
        List<Change> changes = new ArrayList<>();
        Placement place = Placement.of(permission.resource());
        for (String api : apis) {
            if (changes.isEmpty()) {
                changes.add(place.set("SourceArn", sourceArn(api)));
            } else {
                String logicalId = Declared.freeName(subject.template(), permission.logicalId() + "For" + api);
                Object function = EditedTemplate.plain(subject.template()
                        .document()
                        .at(List.of("Resources", permission.logicalId(), "Properties", "FunctionName")));
                changes.add(add(logicalId, function == null ? "" : function, api));
            }
        }
        return changes;
    }

    static Change add(String logicalId, Object function, String api) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("Action", "lambda:InvokeFunction");
        properties.put("FunctionName", function);
        properties.put("Principal", GATEWAY);
        properties.put("SourceArn", sourceArn(api));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::Lambda::Permission");
        resource.put("Properties", properties);
        return new Change(List.of("Resources", logicalId), resource);
    }

    /** Every stage, route and authorizer of one API. */
    private static Map<String, Object> sourceArn(String api) {
        return Map.of(
                "Fn::Sub", "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${" + api + "}/*/*");
    }
}
