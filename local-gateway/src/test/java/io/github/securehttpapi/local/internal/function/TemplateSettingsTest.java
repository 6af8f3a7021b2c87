package io.github.securehttpapi.local.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a template says of how a function runs. */
final class TemplateSettingsTest {
    private static final Map<String, String> PARAMETERS = Map.of(
            "AWS::Partition", "aws",
            "AWS::Region", "eu-central-1",
            "AWS::AccountId", "123456789012");

    @TempDir
    private Path directory;

    @Test
    void defaultsAreLambdas() throws IOException {
        FunctionSettings settings = settings(function("Timeout: 3"));
        assertThat(settings.limits().timeout()).hasSeconds(3);
        assertThat(settings.limits().initTimeout()).hasSeconds(10);
        assertThat(settings.limits().memoryInMb()).isEqualTo(128);
        assertThat(settings.limits().concurrency()).isEqualTo(1);
        assertThat(settings.limits().reserved()).isNull();
        assertThat(settings.arn()).isEqualTo("arn:aws:lambda:eu-central-1:123456789012:function:Orders");
    }

    @Test
    void managedInstancesTakeSeveralInvocationsAtOnce() throws IOException {
        String managed = "CapacityProviderConfig: {LambdaManagedInstancesCapacityProviderConfig: {%s}}";
        assertThat(concurrency(managed.formatted("PerExecutionEnvironmentMaxConcurrency: 5")))
                .isEqualTo(5);
        assertThat(concurrency(managed.formatted("CapacityProviderArn: arn"))).isEqualTo(32);
        assertThat(concurrency("CapacityProviderConfig: {PerExecutionEnvironmentMaxConcurrency: 7}"))
                .isEqualTo(7);
    }

    @Test
    void variablesAreLambdasOverTheTemplatesOverTheProcesses() throws IOException {
        LambdaFunction function = function("""
                Environment:
                        Variables: {MODE: test, AWS_REGION: moon-1, TABLE: !Ref Table, QUEUE: !Ref Queue}""");
        Map<String, String> process = Map.of("MODE", "other", "TABLE", "mine", "AWS_ACCESS_KEY_ID", "key");
        assertThat(Variables.of(function, settings(function), PARAMETERS, "/code.jar", process))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("MODE", "test"),
                        Map.entry("TABLE", "mine"),
                        Map.entry("AWS_ACCESS_KEY_ID", "key"),
                        Map.entry("AWS_REGION", "eu-central-1"),
                        Map.entry("AWS_DEFAULT_REGION", "eu-central-1"),
                        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java21"),
                        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "Orders"),
                        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
                        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/Orders"),
                        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
                        Map.entry("LAMBDA_TASK_ROOT", "/code.jar"),
                        Map.entry("_HANDLER", "com.example.Handler")));
    }

    private int concurrency(String property) throws IOException {
        return settings(function(property)).limits().concurrency();
    }

    private static FunctionSettings settings(LambdaFunction function) {
        return FunctionSettings.of(function, function.handler().required(), PARAMETERS);
    }

    private LambdaFunction function(String property) throws IOException {
        Path template = Files.writeString(directory.resolve("template.yaml"), """
                Resources:
                  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP, Name: Orders}}
                  Table: {Type: AWS::DynamoDB::Table}
                  Queue: {Type: AWS::SQS::Queue}
                  Orders:
                    Type: AWS::Lambda::Function
                    Properties:
                      Runtime: java21
                      Handler: com.example.Handler
                      %s
                """.formatted(property));
        return Template.read(template, Map.of()).functions().get(0);
    }
}
