package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Stage;

/** A rule that looks at the format of each stage's access log. */
interface AccessLogRule extends ApiRule {
    /** "Customize HTTP API access logs", API Gateway developer guide. */
    String VARIABLES = "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html";

    /** What CloudFormation demands of a format: one line, with the request's id. */
    String SETTINGS =
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigatewayv2-stage-accesslogsettings.html";

    /** How logging is set up, and the formats that AWS suggests. */
    String LOGGING = "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html";

    @Override
    default void review(HttpApi api, Subject subject, Findings findings) {
        for (Stage stage : api.stages()) {
            StageLog.of(stage, subject.template()).ifPresent(log -> judge(log, findings));
        }
    }

    void judge(StageLog log, Findings findings);
}
