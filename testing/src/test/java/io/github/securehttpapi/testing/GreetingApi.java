package io.github.securehttpapi.testing;

import io.github.securehttpapi.testing.served.GreetingHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** An API whose functions greet: {@code GET /greeting}, and {@code GET /rare} once in ten minutes. */
final class GreetingApi {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String TEMPLATE = """
            {"Parameters": {"Origin": {"Type": "String", "Default": "https://www.example.com"}},
             "Resources": {
              "Greeting": {"Type": "AWS::Lambda::Function", "Properties": {
                "Code": {"S3Bucket": "assets", "S3Key": "greeting.jar"}, "Role": "arn:aws:iam::1:role/greeting",
                "Handler": "io.github.securehttpapi.testing.served.GreetingHandler", "Runtime": "java17"}},
              "Permission": {"Type": "AWS::Lambda::Permission", "Properties": {
                "Action": "lambda:InvokeFunction", "Principal": "apigateway.amazonaws.com",
                "FunctionName": {"Fn::GetAtt": ["Greeting", "Arn"]},
                "SourceArn": {"Fn::Sub": "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*"}}},
              "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {
                "Name": "greeting", "ProtocolType": "HTTP", "CorsConfiguration": {
                  "AllowOrigins": [{"Ref": "Origin"}], "AllowMethods": ["GET"]}}},
              "Integration": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {
                "ApiId": {"Ref": "Api"}, "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0",
                "IntegrationUri": {"Fn::GetAtt": ["Greeting", "Arn"]}}},
              "Often": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {
                "ApiId": {"Ref": "Api"}, "RouteKey": "GET /greeting", "AuthorizationType": "NONE",
                "Target": {"Fn::Sub": "integrations/${Integration}"}}},
              "Rare": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {
                "ApiId": {"Ref": "Api"}, "RouteKey": "GET /rare", "AuthorizationType": "NONE",
                "Target": {"Fn::Sub": "integrations/${Integration}"}}},
              "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {
                "ApiId": {"Ref": "Api"}, "StageName": "$default", "AutoDeploy": true,
                "AccessLogSettings": {"DestinationArn": "arn:aws:logs:x:1:log-group:x",
                  "Format": "$context.requestId $context.routeKey $context.status"},
                "RouteSettings": {"GET /rare": {"ThrottlingBurstLimit": 1, "ThrottlingRateLimit": 0.001}}}}}}
            """;

    private GreetingApi() {}

    /** What cdk synth would leave in a folder: gives the template. */
    static Path in(Path folder) {
        jar(folder.resolve("greeting.jar"));
        try {
            Files.writeString(folder.resolve("Greeting.assets.json"), """
                    {"files": {"1": {"source": {"path": "greeting.jar"},
                                     "destinations": {"here": {"objectKey": "greeting.jar"}}}}}
                    """);
            return Files.writeString(folder.resolve("Greeting.template.json"), TEMPLATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in a folder that goes with the JVM, for extensions in static fields. */
    static Path anywhere() {
        return in(TemporaryFolders.create());
    }

    /** The functions' code. */
    static Path jar(Path file) {
        String entry = GreetingHandler.class.getName().replace('.', '/') + ".class";
        try (InputStream code = Objects.requireNonNull(GreetingApi.class.getResourceAsStream("/" + entry));
                JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry(entry));
            code.transferTo(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static HttpResponse<String> get(URI gateway, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
