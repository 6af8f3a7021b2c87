package io.github.securehttpapi.construct;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The access log: the one place that explains a 403, 404 or 429 which the gateway answered itself. */
final class AccessLog {
    static final RetentionDays DEFAULT_RETENTION = RetentionDays.TWO_WEEKS;

    /** Groups below it share one resource policy, which would otherwise outgrow its 5,120 characters. */
    private static final String VENDED_LOGS = "/aws/vendedlogs/";

    /** One JSON object a line. Neither the query string nor a header is in it: both carry secrets. */
    private static final String FORMAT = format();

    private AccessLog() {}

    /**
     * Named after the API's id, which no other deployment will have: the group outlives the stack, and a fixed name would
     * then block the next deployment.
     */
    static LogGroup defineLogGroup(Construct scope, String apiId, RetentionDays retention) {
        return LogGroup.Builder.create(scope, "AccessLog")
                .logGroupName(VENDED_LOGS + "http-api/" + Aws.STACK_NAME + "/" + apiId)
                .retention(retention)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    static CfnStage.AccessLogSettingsProperty settings(ILogGroup logGroup) {
        return CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(logGroup.getLogGroupArn())
                .format(FORMAT)
                .build();
    }

    private static String format() {
        return fields().entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"$context." + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("requestId", "requestId");
        fields.put("extendedRequestId", "extendedRequestId");
        fields.put("routeKey", "routeKey");
        fields.put("httpMethod", "httpMethod");
        fields.put("path", "path");
        fields.put("status", "status");
        fields.put("ip", "identity.sourceIp");
        fields.put("requestTime", "requestTime");
        fields.put("responseLength", "responseLength");
        fields.put("responseLatency", "responseLatency");
        fields.put("integrationLatency", "integrationLatency");
        fields.put("errorMessage", "error.message");
        fields.put("integrationError", "integration.error");
        fields.put("authorizerError", "authorizer.error");
        return fields;
    }
}
