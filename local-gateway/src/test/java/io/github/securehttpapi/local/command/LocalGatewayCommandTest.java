package io.github.securehttpapi.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.Demo;
import io.github.securehttpapi.local.RawClient;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalGatewayCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void printsItsTableServesAndStopsWhenInterrupted() throws Exception {
        Path errors = directory.resolve("errors");
        Process process = serve(errors);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = untilServing(output);
            assertThat(lines.get(0)).matches("ROUTE +ACCESS +THROTTLE +INTEGRATION +TARGET");
            assertThat(lines.get(1))
                    .matches("GET /echo +public: shows the event +none +Echo +\\S+\\.fixture\\.EchoHandler");
            assertThat(lines).hasSize(14);
            int port = port(lines);
            String answer =
                    RawClient.send(port, "GET /count?token=a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(output.readLine()).isEqualTo("counted");
            assertThat(output.readLine()).startsWith("{\"requestId\":\"").contains("\"status\":\"200\"");
            process.destroy();
            assertThat(process.waitFor()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(errors)).isEmpty();
    }

    @Test
    void functionThatEndsTheProcessByReflectionIsToldOf() throws Exception {
        Path errors = directory.resolve("errors");
        Process process = serve(errors);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            int port = port(untilServing(output));
            RawClient.send(port, "GET /trouble/exit-unseen HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(errors))
                .matches("process must be ended by a signal, got 'System.exit in thread local-gateway-function-\\d+':"
                        + " have the function return or throw\n");
    }

    @Test
    void tellsOfTheThrottle() throws IOException {
        try (Demo demo = Demo.start(directory)) {
            assertThat(RouteListing.of(demo.gateway()))
                    .contains("10000/s, burst 5000 (stage)")
                    .contains("0.5/s, burst 2 (route)");
        }
    }

    @Test
    void unreadableTemplateIsOneLineAndExitCode1() {
        Path template = directory.resolve("None.template.json");
        assertThat(run("--template", template.toString())).isEqualTo(1);
        assertThat(errors())
                .isEqualTo("template must be a readable file, got '" + template
                        + "': no such file, run cdk synth first\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void unknownParameterIsOneLineAndExitCode1() throws IOException {
        Path template = Demo.assembly(directory, text -> text);
        assertThat(run("--template", template.toString(), "--parameter", "A=b=c"))
                .isEqualTo(1);
        assertThat(errors())
                .isEqualTo("template must declare every parameter that is passed, got 'A':"
                        + " it declares AllowedOrigin, BootstrapVersion\n");
    }

    @Test
    void probeTellsOfFindingsByLinesAndExitCode1() throws IOException {
        String away = """
                , "Away": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"},
                  "IntegrationType": "HTTP_PROXY", "IntegrationMethod": "ANY", "IntegrationUri": "https://example.com"}},
                "AwayRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"},
                  "RouteKey": "GET /away", "Target": {"Fn::Sub": "integrations/${Away}"}}},
                "StubRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"},
                  "RouteKey": "GET /stub"}}
                """;
        Path template = Demo.assembly(directory, demo -> one("EchoHandler", away));
        Path accesses = directory.resolve("access.log");
        assertThat(run(
                        "--template",
                        template.toString(),
                        "--probe",
                        "--stub",
                        "GET /stub",
                        "--access-log",
                        accesses.toString()))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(9)
                .contains("not probed: GET /stub, a stub", "not probed: GET /away, an HTTP proxy of another machine")
                .anyMatch(line -> line.startsWith("GET /one must not send back a hostile header, got "))
                .last()
                .satisfies(line -> assertThat(line).matches("6 findings, \\d+ requests"));
        assertThat(errors())
                .isEqualTo("warning: route GET /stub must call its integration to answer as in the cloud,"
                        + " got 'a stub': it answers 501\n");
        assertThat(Files.readString(accesses)).contains("\"status\":\"200\"").doesNotContain("\"status\":\"429\"");
    }

    @Test
    void probeOfSoundRoutesIsExitCode0() throws IOException {
        Path template = Demo.assembly(directory, demo -> one("MethodHandler::answer", ""));
        assertThat(run("--template", template.toString(), "--probe")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("0 findings, \\d+ requests\n");
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Fn::GetAtt": ["Pool", "ProviderURL"]} | --no-throttle
            "https://issuer.example.com"            | --local-issuer
            """)
    void probeGetsPastAuthorizersThatTrustTheLocalIssuer(String issuer, String option) throws IOException {
        String authorizer = """
                , "Pool": {"Type": "AWS::Cognito::UserPool"},
                "Members": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {"ApiId": {"Ref": "Api"},
                  "AuthorizerType": "JWT", "IdentitySource": ["$request.header.Authorization"], "Name": "members",
                  "JwtConfiguration": {"Audience": ["one"], "Issuer": %s}}}
                """.formatted(issuer);
        Path template = Demo.assembly(
                directory,
                demo -> one("MethodHandler::answer", authorizer).replace("\"RouteKey\": \"GET /one\",", """
                        "RouteKey": "GET /one", "AuthorizationType": "JWT", "AuthorizerId": {"Ref": "Members"},
                        "AuthorizationScopes": ["members:read"],"""));
        Path accesses = directory.resolve("access.log");
        assertThat(run("--template", template.toString(), "--probe", option, "--access-log", accesses.toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("0 findings, \\d+ requests\n");
        assertThat(Files.readAllLines(accesses))
                .filteredOn(line -> line.contains("401"))
                .hasSize(13);
        assertThat(Files.readAllLines(accesses))
                .filteredOn(line -> line.contains("200"))
                .hasSizeGreaterThan(100);
    }

    @Test
    void functionsHaveOtherCodeAndOtherHandlers() throws IOException {
        Path template = Demo.assembly(directory, demo -> one("NoHandler", ""));
        Path jar = directory.resolve("asset.d3b07384.jar");
        Path moved = Files.move(jar, directory.resolve("moved.jar"));
        String handler = "One=io.github.securehttpapi.local.fixture.MethodHandler::answer";
        assertThat(run("--template", template.toString(), "--probe", "--handler", handler, "--handler", "One=" + moved))
                .as(errors())
                .isZero();
        assertThat(run("--template", template.toString(), "--probe", "--handler", handler))
                .isEqualTo(1);
        assertThat(errors()).contains("function One must have its code");
    }

    @Test
    void functionsWithoutCodeHaveThatOfTheClassPath() throws IOException {
        Path template = Demo.assembly(
                directory,
                demo -> one("MethodHandler::answer", "")
                        .replace("\"S3Key\": \"d3b07384.jar\"", "\"S3Key\": {\"Ref\": \"Key\"}")
                        .replace(
                                "{\"Resources\"", "{\"Parameters\": {\"Key\": {\"Type\": \"String\"}}, \"Resources\""));
        String classPath = directory + File.pathSeparator + directory.resolve("asset.d3b07384.jar");
        assertThat(run("--template", template.toString(), "--probe", "--classpath", classPath))
                .as(errors())
                .isZero();
    }

    @Test
    void missingPermissionIs500WhereThatIsAskedFor() throws IOException {
        Path template = Demo.assembly(
                directory,
                demo -> one("MethodHandler::answer", "").replace("lambda:InvokeFunction", "lambda:GetFunction"));
        assertThat(run("--template", template.toString(), "--probe")).isZero();
        assertThat(run("--template", template.toString(), "--probe", "--strict-permissions"))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("GET /one must not fail, got '500 {\"message\":\"Internal Server Error\"}':"
                        + " sent nothing special");
    }

    @Test
    void handlerWithoutAFunctionIsWrongUsage() {
        assertThat(run("--template", "x", "--handler", "a.jar")).isEqualTo(2);
        assertThat(errors()).hasLineCount(1).endsWith(": write it like ContactFunction=target/functions.jar\n");
    }

    @Test
    void helpTellsOfEveryOptionAndExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--template", "--api", "--port", "--parameter", "--no-throttle", "--stub", "--access-log")
                .contains("--classpath", "--handler", "--strict-permissions", "--[no-]local-issuer")
                .contains("--probe", "Exit codes:", "0   ", "1   ", "2   ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--template", "--template x --port y", "--template x --what", "--template x --parameter A"})
    void wrongUsageIsOneLineAndExitCode2(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(errors())
                .hasLineCount(1)
                .startsWith(
                        "usage must be --template FILE and options that --help tells of, got '" + arguments + "': ");
    }

    /** An API with one route, and no more throttle than a request a second. */
    private static String one(String handler, String further) {
        return """
                {"Resources": {
                "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP", "Name": "One"}},
                "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"ApiId": {"Ref": "Api"},
                  "StageName": "$default", "AccessLogSettings": {"DestinationArn": "arn:aws:logs:a:1:log-group:a",
                  "Format": "{\\"status\\":\\"$context.status\\"}"},
                  "DefaultRouteSettings": {"ThrottlingBurstLimit": 1, "ThrottlingRateLimit": 1}}},
                "One": {"Type": "AWS::Lambda::Function", "Properties": {"Code": {"S3Bucket": "b",
                  "S3Key": "d3b07384.jar"}, "Handler": "io.github.securehttpapi.local.fixture.%s",
                  "Runtime": "java17"}},
                "Permission": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": {"Ref": "One"},
                  "Action": "lambda:InvokeFunction", "Principal": "apigateway.amazonaws.com",
                  "SourceArn": {"Fn::Sub": "arn:aws:execute-api:us-east-1:123456789012:${Api}/*"}}},
                "Integration": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"},
                  "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0",
                  "IntegrationUri": {"Fn::GetAtt": ["One", "Arn"]}}},
                "Route": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"},
                  "RouteKey": "GET /one", "Target": {"Fn::Sub": "integrations/${Integration}"}}}
                %s}}
                """.formatted(handler, further);
    }

    private Process serve(Path errors) throws IOException {
        Path template = Demo.assembly(directory, text -> text);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalGatewayCommand.class.getName(),
                        "--template",
                        template.toString(),
                        "--port",
                        "0",
                        "--no-throttle")
                .redirectError(errors.toFile())
                .start();
    }

    private int run(String... arguments) {
        return LocalGatewayCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static List<String> untilServing(BufferedReader output) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = output.readLine();
        while (line != null) {
            lines.add(line);
            line = line.startsWith("Serving ") ? null : output.readLine();
        }
        return lines;
    }

    private static int port(List<String> lines) {
        return Integer.parseInt(lines.get(lines.size() - 1).replaceFirst("Serving http://127.0.0.1:(\\d+)/", "$1"));
    }
}
