package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules on CORS say where no change to the template can be it, or where one has to step aside. */
final class CorsAdviceTest {
    @Test
    void aPartOfAnExpressionThatIsHttpIsFound() {
        Finding finding = only("cors-http-origin", """
                Parameters:
                  Host: { Type: String }
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Name: api
                      ProtocolType: HTTP
                      CorsConfiguration: { AllowOrigins: [!Sub 'http://${Host}'] }
                """);

        assertThat(finding.message()).isEqualTo("API 'Api' must allow https origins only, got 'http://${Host}'");
        assertThat(finding.fix().toString()).isEqualTo("serve the pages from https, and write 'https://' here");
        assertThat(finding.unresolved()).isFalse();
    }

    @Test
    void anOriginThatAConditionChoosesIsLeftToTheTeam() {
        Finding finding = only("cors-any-origin", """
                Parameters:
                  Stage: { Type: String, Default: dev }
                Conditions:
                  Production: !Equals [!Ref Stage, production]
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Name: api
                      ProtocolType: HTTP
                      CorsConfiguration: { AllowOrigins: [!If [Production, https://app.example.com, '*']] }
                """);

        assertThat(finding.message()).isEqualTo("API 'Api' must name the origins whose pages may call it, got '*'");
        assertThat(finding.fix().changes()).isEmpty();
    }

    @Test
    void aValueThatWasPassedHasNoDefaultToChange() {
        Template template = read("""
                Parameters:
                  Origin: { Type: String, Default: https://app.example.com }
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Name: api
                      ProtocolType: HTTP
                      CorsConfiguration: { AllowOrigins: [!Ref Origin] }
                """, Map.of("Origin", "*"));

        Finding finding = only("cors-any-origin", template);

        assertThat(finding.message())
                .isEqualTo("API 'Api' must name the origins whose pages may call it, got '*', the value of parameter"
                        + " 'Origin'");
        assertThat(finding.fix().changes()).isEmpty();
    }

    @Test
    void aParameterOfThatNameWithADefaultIsNotTaken() {
        Finding finding = only("cors-any-origin", """
                Parameters:
                  AllowedOrigin: { Type: String, Default: https://other.example.com }
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Name: api
                      ProtocolType: HTTP
                      CorsConfiguration: { AllowOrigins: ['*'] }
                """);

        assertThat(finding.fix().changes())
                .extracting(Change::pointer)
                .containsExactly(
                        "/Parameters/AllowedOrigin2", "/Resources/Api/Properties/CorsConfiguration/AllowOrigins");
        assertThat(finding.fix().changes().get(1).value()).isEqualTo(List.of(Map.of("Ref", "AllowedOrigin2")));
    }

    @Test
    void aParameterOfThatNameWithoutADefaultIsTaken() {
        Finding finding = only("cors-any-origin", """
                Parameters:
                  AllowedOrigin: { Type: String }
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Name: api
                      ProtocolType: HTTP
                      CorsConfiguration: { AllowOrigins: ['*'] }
                """);

        assertThat(finding.fix().changes())
                .extracting(Change::pointer)
                .containsExactly("/Resources/Api/Properties/CorsConfiguration/AllowOrigins");
    }

    @Test
    void preflightIsNotSentToABackendThatCannotTellItApart() {
        Finding finding = only("cors-preflight-swallowed", """
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Name: api
                      ProtocolType: HTTP
                      CorsConfiguration: { AllowOrigins: [https://app.example.com] }
                  Send:
                    Type: AWS::ApiGatewayV2::Integration
                    Properties:
                      ApiId: !Ref Api
                      IntegrationType: AWS_PROXY
                      IntegrationSubtype: SQS-SendMessage
                      PayloadFormatVersion: '1.0'
                  Route:
                    Type: AWS::ApiGatewayV2::Route
                    Properties:
                      ApiId: !Ref Api
                      RouteKey: ANY /messages
                      AuthorizationType: AWS_IAM
                      Target: !Sub integrations/${Send}
                """);

        assertThat(finding.fix().toString())
                .isEqualTo("put a route for each method in its place, and the gateway answers preflight itself");
    }

    @Test
    void preflightIsNotSentToAUrlThatIsCalledWithAMethodOfItsOwn() {
        Finding finding = only("cors-preflight-swallowed", """
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Name: api
                      ProtocolType: HTTP
                      CorsConfiguration: { AllowOrigins: [https://app.example.com] }
                  Call:
                    Type: AWS::ApiGatewayV2::Integration
                    Properties:
                      ApiId: !Ref Api
                      IntegrationType: HTTP_PROXY
                      IntegrationMethod: POST
                      IntegrationUri: https://backend.example.com
                      PayloadFormatVersion: '1.0'
                  Route:
                    Type: AWS::ApiGatewayV2::Route
                    Properties:
                      ApiId: !Ref Api
                      RouteKey: $default
                      AuthorizationType: AWS_IAM
                      Target: !Sub integrations/${Call}
                """);

        assertThat(finding.message())
                .isEqualTo("route '$default' must leave preflight to a public route 'OPTIONS /{proxy+}', got"
                        + " AuthorizationType 'AWS_IAM', which asks it for credentials");
        assertThat(finding.fix().changes()).isEmpty();
    }

    private static Finding only(String rule, String yaml) {
        return only(rule, read(yaml, Map.of()));
    }

    private static Finding only(String rule, Template template) {
        List<Finding> findings = Review.of(template, RuleCase.TODAY).run().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Template read(String yaml, Map<String, String> parameters) {
        return Template.read("template.yaml", yaml.getBytes(StandardCharsets.UTF_8), parameters);
    }
}
