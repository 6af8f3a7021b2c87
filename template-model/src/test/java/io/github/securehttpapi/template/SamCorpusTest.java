package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The oracle: SAM templates, and the CloudFormation templates that AWS's own translator makes of them. No difference
 * between the two models is excused. Runs in the profile {@code corpus} only, since the templates are other people's.
 */
@Tag("corpus")
final class SamCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus", "corpus"));
    private static final String ERROR = "error_";

    /** Where the translator ran: it wrote the region into what it made. */
    private static final Map<String, String> REGION = Map.of("AWS::Region", "ap-southeast-1");

    @Test
    void isComplete() throws IOException {
        assertThat(files("sam/input"))
                .hasSizeGreaterThanOrEqualTo(41)
                .allSatisfy(input -> assertThat(output(input)).exists());
        assertThat(files("patterns")).hasSizeGreaterThanOrEqualTo(22);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void declaresWhatTheTranslatorMakesOfIt(Path input) throws IOException {
        assertThat(surface(input, REGION)).isEqualTo(surface(output(input), REGION));
    }

    /** The conditions of most pairs are literally false, and leave nothing to compare. */
    @ParameterizedTest
    @MethodSource("pairs")
    void declaresTheSameWhenEveryConditionHolds(Path input) throws IOException {
        assertThat(holding(input)).isEqualTo(holding(output(input)));
    }

    @Test
    void choosesTheSameDefinitionForAnAccount() throws IOException {
        Path input = CORPUS.resolve("sam/input/definition_body_intrinsics_support.yaml");
        Map<String, String> parameters = Map.of("AWS::AccountId", "myAccountId");
        assertThat(surface(input, parameters))
                .isEqualTo(surface(output(input), parameters))
                .anySatisfy(line -> assertThat(line).contains("route POST /post is there true NONE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    api_authorizer_property_indentity_header_with_invalid_type | a list of texts at Resources.MyApi2.Properties.Auth.Authorizers.MyLambdaAuthUpdated.Identity.QueryStrings (74:17), got '{"This":"should be a list"}': write ["…"]
                    api_event_ref_http_api | a reference to an AWS::Serverless::Api at Resources.MyFunction.Properties.Events.Event1.Properties.RestApiId (14:15), got '${RestApi}': write Type: HttpApi and ApiId for an HTTP API
                    function_api_invalid_properties | an object at Resources.Function.Properties.Events.Api.Properties (11:23), got '': write {…}
                    http_api_def_body_uri | either DefinitionBody or DefinitionUri at Resources.MyApi.Properties.DefinitionUri (22:22), got 's3://bucket/key': remove one
                    http_api_event_multiple_same_path | each route once at Resources.HttpApiFunction2.Properties.Events.Api2 (12:11), got '$default': remove the event, or change its Path or Method
                    http_api_invalid_basepath_type | text of letters, digits, '/', '-' and '_' at Resources.HttpApi.Properties.Domain.BasePath (10:11), got '/${BasePathId}': write it out, or refer to a parameter
                    http_api_invalid_event_authorizer_type | an object at Resources.AuthorizedApi.Properties.Auth.Authorizers (25:9), got '[{"CognitoAuthorizer":null,"UserPoolArn":{"Fn::GetAtt":["CognitoUserPool","Arn"]},"AuthorizationScopes":["aws.cognito.signin.user.admin"]}]': write {"Name": {…}}
                    http_api_invalid_openapi | an OpenAPI document at Resources.Api.Properties.DefinitionBody (18:9), got '{"info":{"version":"1.0","title":${AWS::StackName}}}': write openapi: 3.0.1 and paths: {…}
                    http_api_list_route_settings | an object at Resources.ChatApi.Properties.RouteSettings (7:7), got '[{"RouteKey":ANY /${ChatApiName},"ThrottlingBurstLimit":100,"ThrottlingRateLimit":100}]': write {…}
                    http_api_tags | an OpenAPI document at Resources.Api.Properties.DefinitionBody (6:9), got '{"invalid":"def_body"}': write openapi: 3.0.1 and paths: {…}
                    http_api_with_cors_def_uri | no CorsConfiguration beside DefinitionUri at Resources.MyApi.Properties.CorsConfiguration (6:9), got '{"AllowCredentials":false}': use DefinitionBody
                    http_api_with_invalid_auth_while_method_auth_is_none | an object at Resources.MyApi.Properties.Auth (43:12), got 'null': write {…}
                    httpapi_mtls_configuration_invalid_field | TruststoreUri or TruststoreVersion at Resources.MyApi.Properties.Domain.MutualTlsAuthentication (12:31), got 'WrongTruststoreUri': correct the name
                    implicit_http_api_auth_any_method | methods as OpenAPI writes them at Resources.SomeHttpApi.Properties.DefinitionBody.paths./{domain} (9:15), got 'any': write x-amazon-apigateway-any-method
                    implicit_http_api_path | text at Resources.HttpApiFunction.Properties.Events.Basic.Properties.Path (13:19), got '12.12': write it like /health
                    invalid_httpapi_cors_property | AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders, MaxAge or AllowCredentials at Resources.HttpApi.Properties.CorsConfiguration (16:9), got 'AllowOrigin': correct the name
                    """)
    void refusesWhatTheTranslatorRefuses(String name, String message) {
        Path input = CORPUS.resolve("sam/input/" + ERROR + name + ".yaml");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.read(input))
                .withMessage("template must have " + message);
    }

    @Test
    void expectsEveryRefusal() throws IOException {
        assertThat(files("sam/input").stream().filter(SamCorpusTest::isRefused)).hasSize(16);
    }

    /** Read by hand in the templates; a template that is not listed declares no HTTP API. */
    @ParameterizedTest
    @MethodSource("patterns")
    void declaresTheRoutesOfThePattern(Path pattern) throws IOException {
        Map<String, List<String>> expected = Map.ofEntries(
                Map.entry("api-sqs-lambda-python__template.yml", List.of("unresolved MyHttpApi")),
                Map.entry("apigw-http-api-eventbridge-java__template.yaml", List.of("unresolved MyHttpApi")),
                Map.entry("apigw-http-api-fifo-sqs-lambda-sns-sam__template.yaml", List.of("unresolved MyAPI")),
                Map.entry(
                        "apigw-http-api-lambda-rds-proxy-java__template.yaml",
                        List.of("GET / NONE RdsProxyFunctionJava")),
                Map.entry("apigw-http-api-lambda-rust__template.yml", List.of("$default NONE LambdaFunction")),
                Map.entry("apigw-lambda-efs-sam__template.yaml", List.of("$default NONE HelloEfsFunction")),
                Map.entry("apigw-sfn__template.yaml", List.of("unresolved HttpApiforSyncWF")),
                Map.entry("apigw-sqs-lambda-java__template.yaml", List.of("unresolved MyHttpApi")),
                Map.entry("appconfig-feature-flag-sam__template.yaml", List.of("GET /config NONE SAMConfigFunction")),
                Map.entry(
                        "cloudfront-failover-apigw-http-api-lambda-rust__api.yml",
                        List.of("GET /api NONE LambdaFunction", "GET /api/{proxy+} NONE LambdaFunction")),
                Map.entry(
                        "custom-http-headers-to-sqs-message-attributes-using-http-api-gateway__template.yaml",
                        List.of("ANY /sqs NONE SQS-SendMessage")));
        String name = pattern.getFileName().toString();
        assertThat(routes(pattern)).isEqualTo(expected.getOrDefault(name, List.of()));
    }

    /** Broken in any place, and each kind of value in any place, a template is refused or read, never a crash. */
    @ParameterizedTest
    @MethodSource("all")
    void survivesDamage(Path template) throws IOException {
        List<String> lines = Files.readAllLines(template);
        for (int line = 0; line < lines.size(); line++) {
            for (String value : List.of("", " []", " 1")) {
                String damaged = lines.get(line).replaceFirst(":.*", ":" + value);
                String content = String.join("\n", lines.subList(0, line)) + "\n" + damaged + "\n"
                        + String.join("\n", lines.subList(line + 1, lines.size()));
                surface(template.toString(), content, Map.of());
            }
        }
    }

    private static List<String> routes(Path pattern) throws IOException {
        try {
            Template template = Template.read(pattern);
            Stream<String> routes = template.httpApis().stream()
                    .flatMap(api -> api.routes().stream())
                    .map(SamCorpusTest::line);
            Stream<String> unresolved =
                    template.unresolvedResources().stream().map(unknown -> "unresolved " + unknown.logicalId());
            return Stream.concat(routes, unresolved).toList();
        } catch (TemplateException refused) {
            assertThat(refused).message().containsAnyOf("must declare an HTTP API", "Duplicate key 'Name'");
            return List.of();
        }
    }

    private static String line(Route route) {
        Integration integration = route.integration();
        LambdaFunction function = integration == null ? null : integration.function();
        String target =
                function == null && integration != null ? integration.subtype().toString() : "";
        return route.routeKey() + " " + route.authorizationType().orElse("NONE") + " "
                + (function == null ? target : function.logicalId());
    }

    /** The template with its conditions, which compare true to false, made to compare true to true. */
    private static List<String> holding(Path template) throws IOException {
        String content = Files.readString(template, StandardCharsets.UTF_8)
                .replaceAll("- true\\s+- false", "- true\n    - true")
                .replaceAll("true,\\s+false", "true, true");
        return surface(template.toString(), content, REGION);
    }

    private static List<String> surface(Path template, Map<String, String> parameters) throws IOException {
        return surface(template.toString(), Files.readString(template, StandardCharsets.UTF_8), parameters);
    }

    private static List<String> surface(String name, String content, Map<String, String> parameters) {
        try {
            return Surface.of(Template.read(name, content.getBytes(StandardCharsets.UTF_8), parameters));
        } catch (TemplateException refused) {
            return List.of(String.valueOf(refused.getMessage()).replace(name, "it"));
        }
    }

    private static Path output(Path input) {
        String name = input.getFileName().toString().replaceFirst("\\.yaml$", ".json");
        return CORPUS.resolve("sam/output").resolve(name);
    }

    private static boolean isRefused(Path input) {
        return input.getFileName().toString().startsWith(ERROR);
    }

    private static List<Path> pairs() throws IOException {
        return files("sam/input").stream().filter(input -> !isRefused(input)).toList();
    }

    private static List<Path> all() throws IOException {
        return Stream.concat(files("sam/input").stream(), patterns().stream()).toList();
    }

    private static List<Path> patterns() throws IOException {
        return files("patterns");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
