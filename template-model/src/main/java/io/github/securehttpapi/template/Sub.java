package io.github.securehttpapi.template;

import java.util.List;
import java.util.Map;

/** The {@code Fn::Sub} expressions that SAM writes. */
final class Sub {
    private static final String LAMBDA =
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function}/invocations";

    private static final String SOURCE = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${ApiId}/";

    private Sub() {}

    /** The URI by which API Gateway calls a function, of which the ARN is known. */
    static Value functionUri(Value arn) {
        return of(LAMBDA, Map.of("Function", arn), arn.location());
    }

    /** The ARN of what calls a function: an API and a part of it. */
    static Value source(Value apiId, String part, Location location) {
        return of(SOURCE + part, Map.of("ApiId", apiId), location);
    }

    static Value of(String text, Map<String, Value> variables, Location location) {
        Value.Items arguments = new Value.Items(
                List.of(new Value.Text(text, location), new Value.Fields(variables, location)), location);
        return new Value.Fields(Map.of("Fn::Sub", arguments), location);
    }
}
