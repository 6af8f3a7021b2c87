package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the code of functions comes from, and what SAM and OpenAPI templates declare. */
final class CodeTest {
    private static final String FIXTURE = "io.github.securehttpapi.local.fixture.";

    private static final String SAM = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java21
                  Handler: %sMethodHandler::answer
                  CodeUri: OrdersBuild
                  Events:
                    Get: {Type: HttpApi, Properties: {Path: /orders, Method: get}}
            """.formatted(FIXTURE);

    @TempDir
    private Path directory;

    @SuppressWarnings("NullAway.Init") // JUnit
    private Path jar;

    @BeforeEach
    void pack() throws IOException {
        Demo.assembly(directory, template -> template);
        jar = directory.resolve("asset.d3b07384.jar");
    }

    @Test
    void handlerReplacesTheClass() throws Exception {
        serves(
                Demo.assembly(directory, text -> text),
                "/echo",
                "by method",
                settings -> settings.handler("Echo", FIXTURE + "MethodHandler::answer"));
    }

    @Test
    void jarReplacesTheCode() throws Exception {
        Path template = Demo.assembly(directory, text -> text.replaceFirst("d3b07384.jar", "gone.jar"));
        serves(template, "/method", "by method", settings -> settings.handler("Echo", jar.toString()));
    }

    @Test
    void classPathIsForFunctionsWithoutCode() throws Exception {
        Files.delete(directory.resolve("Demo.assets.json"));
        serves(
                directory.resolve("Demo.template.json"),
                "/method",
                "by method",
                settings -> settings.classPath(List.of(jar)));
    }

    @Test
    void functionOfSamIsServedAsSamBuildLeavesIt() throws Exception {
        Files.createDirectories(directory.resolve("OrdersBuild/lib"));
        Files.copy(jar, directory.resolve("OrdersBuild/lib/orders.jar"));
        serves(sam(SAM), "/orders", "by method", settings -> {});
    }

    @Test
    void routesOfAnOpenApiDocumentAreServed() throws Exception {
        serves(sam("""
                Resources:
                  Orders:
                    Type: AWS::Lambda::Function
                    Properties: {Runtime: java21, Handler: '%sMethodHandler::answer', Code: {S3Key: none}}
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Body:
                        openapi: 3.0.1
                        paths:
                          /orders:
                            get:
                              x-amazon-apigateway-integration:
                                type: aws_proxy
                                uri: !GetAtt Orders.Arn
                                payloadFormatVersion: '2.0'
                  Stage:
                    Type: AWS::ApiGatewayV2::Stage
                    Properties: {ApiId: !Ref Api, StageName: $default}
                """.formatted(FIXTURE)), "/orders", "by method", settings -> settings.code("Orders", jar));
    }

    @Test
    void routeOfATargetIsServed() throws Exception {
        serves(
                sam("""
                Resources:
                  Orders:
                    Type: AWS::Lambda::Function
                    Properties: {Handler: app, PackageType: Image, Code: {ImageUri: x}}
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties: {ProtocolType: HTTP, Name: Orders, Target: !GetAtt Orders.Arn}
                """),
                "/any/thing",
                "by method",
                settings -> settings.code("Orders", jar).handler("Orders", FIXTURE + "MethodHandler::answer"));
    }

    @Nested
    final class Refuses {
        @Test
        void codeOfFunctionsThatTheTemplateLacks() {
            refused(
                    directory.resolve("Demo.template.json"),
                    "code must be of a function of the template, got 'Ecco': it has Echo, Script, Trouble, Counting,"
                            + " Method",
                    settings -> settings.code("Ecco", jar));
        }

        @Test
        void handlersOfFunctionsThatTheTemplateLacks() {
            refused(
                    directory.resolve("Demo.template.json"),
                    "handler must be of a function of the template, got 'Ecco': it has Echo, Script, Trouble, Counting,"
                            + " Method",
                    settings -> settings.handler("Ecco", FIXTURE + "MethodHandler::answer"));
        }

        @Test
        void codeThatIsNotThere() {
            refused(
                    directory.resolve("Demo.template.json"),
                    "function Echo must have its code in a readable file, got 'no/such.jar':"
                            + " name a jar or a directory of classes",
                    settings -> settings.handler("Echo", "no/such.jar"));
        }

        @Test
        void classPathThatIsNotThere() {
            refused(
                    directory.resolve("Demo.template.json"),
                    "class path must be of readable files, got 'no/such.jar': build it, or remove it",
                    settings -> settings.classPath(List.of(Path.of("no/such.jar"))));
        }

        @Test
        void whatIsNeitherAPathNorAClass() {
            assertThatThrownBy(() -> LocalGateway.builder().handler("Echo", "com.example.Handler:handle"))
                    .isInstanceOf(LocalGatewayException.class)
                    .hasMessage("handler of Echo must be a jar, a directory or a class, got"
                            + " 'com.example.Handler:handle': write a path, or a class such as com.example.Handler or"
                            + " com.example.Handler::handle");
        }

        @Test
        void classThatIsNotInTheCode() {
            refused(
                    directory.resolve("Demo.template.json"),
                    "function Echo must have its handler class in its code, got 'com.example.Handler':"
                            + " build its code again",
                    settings -> settings.handler("Echo", "com.example.Handler"));
        }

        @Test
        void functionOfSamThatIsNotBuilt() throws IOException {
            refused(
                    sam(SAM),
                    "function Orders must have its code in a readable file, got '" + directory.resolve("OrdersBuild")
                            + "': run sam build, and name .aws-sam/build/template.yaml",
                    settings -> {});
        }

        @Test
        void functionWhoseCodeNobodyKnows() throws IOException {
            refused(
                    sam(SAM.replace("CodeUri: OrdersBuild", "CodeUri: s3://bucket/orders.jar")),
                    "function Orders must have its code among the assets of "
                            + directory.resolve("template.yaml.assets.json")
                            + ", got 'orders.jar': run cdk synth again, or name its code with handler",
                    settings -> {});
        }

        private void refused(Path template, String message, Consumer<LocalGateway.Builder> settings) {
            LocalGateway.Builder builder = LocalGateway.builder().template(template);
            settings.accept(builder);
            assertThatThrownBy(builder::start)
                    .isInstanceOf(LocalGatewayException.class)
                    .hasMessage(message);
        }
    }

    private Path sam(String template) throws IOException {
        return Files.writeString(directory.resolve("template.yaml"), template);
    }

    private static void serves(Path template, String path, String answer, Consumer<LocalGateway.Builder> settings)
            throws IOException {
        LocalGateway.Builder builder = LocalGateway.builder().template(template).accessLog(line -> {});
        settings.accept(builder);
        try (LocalGateway gateway = builder.start()) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            assertThat(RawClient.send(gateway.port(), request)).endsWith("\r\n\r\n" + answer);
        }
    }
}
