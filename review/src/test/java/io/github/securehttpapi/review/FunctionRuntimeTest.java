package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FunctionRuntimeTest {
    private static final String TEMPLATE = """
            Resources:
              Api:
                Type: AWS::ApiGatewayV2::Api
                Properties: { Name: contacts, ProtocolType: HTTP }
              Read:
                Type: AWS::ApiGatewayV2::Route
                Properties:
                  ApiId: !Ref Api
                  RouteKey: GET /contacts
                  Target: !Sub integrations/${Integration}
              Integration:
                Type: AWS::ApiGatewayV2::Integration
                Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Contacts.Arn }
              Contacts:
                Type: AWS::Lambda::Function
                Properties: { Runtime: %s }
            """;

    @ParameterizedTest
    @CsvSource({
        "python3.10, 2026-10-30, ",
        "python3.10, 2026-10-31, warning",
        "python3.10, 2036-10-31, warning",
        "nodejs12.x, 2023-03-30, ",
        "nodejs12.x, 2023-03-31, warning",
        "nodejs12.x, 2023-04-29, warning",
        "nodejs12.x, 2023-04-30, error",
        "java21, 2036-10-31, "
    })
    void aRuntimeIsJudgedByTheDatesOfAws(String runtime, LocalDate today, String severity) {
        assertThat(severities(runtime, today)).isEqualTo(severity == null ? List.of() : List.of(severity));
    }

    @Test
    void noSuccessorIsDeprecatedItself() {
        LocalDate longAhead = LocalDate.of(2028, 1, 1);
        assertThat(LambdaRuntime.all().values())
                .extracting(LambdaRuntime::successor)
                .allSatisfy(successor ->
                        assertThat(severities(successor, longAhead)).isEmpty());
    }

    private static List<String> severities(String runtime, LocalDate today) {
        byte[] content = TEMPLATE.formatted(runtime).getBytes(StandardCharsets.UTF_8);
        return Review.of(Template.read("template.yaml", content, Map.of()), today).run().findings().stream()
                .filter(finding -> finding.rule().equals("function-runtime"))
                .map(finding -> finding.severity().toString())
                .toList();
    }
}
