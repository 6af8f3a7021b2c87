package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.securehttpapi.local.command.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served has to be what the cloud would serve, or nothing. */
final class RouteTableTest {
    private static final String ECHO = "\"RouteKey\": \"GET /echo\"";

    @TempDir
    private Path directory;

    @Nested
    final class RoutesThatVanished {
        @Test
        void behindACondition() {
            UnaryOperator<String> route =
                    with("\"Closed\": {\"Type\": \"AWS::ApiGatewayV2::Route\", \"Properties\": {\"Fn::If\": [\"C\","
                            + " {\"ApiId\": {\"Ref\": \"Api\"}, \"RouteKey\": \"GET /admin\"}, {}]}}");
            String conditions = "{\"Conditions\": {\"C\": {\"Fn::Equals\": [{\"Fn::ImportValue\": \"X\"}, 1]}},";
            fails(
                    template -> route.apply(template).replaceFirst("\\{", conditions),
                    "resource Closed (3:62) must be known for the route table to be right, got"
                            + " '{\"Fn::If\":[\"C\",{\"ApiId\":{\"Ref\":\"Api\"},\"RouteKey\":\"GET /admin\"},{}]}':"
                            + " condition C is known only when deployed");
        }

        @Test
        void ofAnApiThatIsImported() {
            fails(
                    template -> template.replaceFirst(
                            "(\"Route1\": [^}]*\"ApiId\": )\\{[^}]*}", "$1{\"Fn::ImportValue\": \"X\"}"),
                    "resource Route1 (458:14) must be known for the route table to be right,"
                            + " got '{\"Fn::ImportValue\":\"X\"}': Fn::ImportValue is evaluated only when deployed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Fn::ForEach::Routes", "Fn::Transform"})
        void inALoopOrAMacro(String key) {
            fails(
                    with("\"" + key + "\": {}"),
                    "resource " + key + " (3:" + (key.length() + 5)
                            + ") must be known for the route table to be right," + " got '{}': " + key
                            + " is evaluated only when deployed");
        }

        @Test
        void inManagedOverrides() {
            fails(
                    with("\"Managed\": {\"Type\": \"AWS::ApiGatewayV2::ApiGatewayManagedOverrides\"}"),
                    "resource Managed (3:12) must be known for the route table to be right,"
                            + " got 'AWS::ApiGatewayV2::ApiGatewayManagedOverrides':"
                            + " it changes the route, stage and integration that API Gateway makes by itself");
        }

        @Test
        void withPropertiesOfAWrongType() {
            fails(
                    with("\"Closed\": {\"Type\": \"AWS::ApiGatewayV2::Route\", \"Properties\": \"oops\"}"),
                    "template must have an object at Resources.Closed.Properties (3:62), got 'oops': write {…}");
        }

        @Test
        void inALongExpressionIsOneShortLine() {
            assertThatThrownBy(() -> start(with("\"Fn::Transform\": \"" + "x\\n".repeat(5000) + "\"")))
                    .satisfies(error ->
                            assertThat(error.getMessage()).hasLineCount(1).hasSizeLessThan(2000));
        }

        @Test
        void unknownFunctionThatNoRouteCallsIsOfNoConcern() throws IOException {
            try (Demo demo = start(with("\"F\": {\"Type\": \"AWS::Lambda::Function\", \"Properties\":"
                    + " {\"Fn::Transform\": {\"Name\": \"M\"}}}"))) {
                assertThat(demo.gateway().routes()).hasSize(12);
            }
        }

        @Test
        void toAnotherApiAreAWarning() throws IOException {
            try (Demo demo = start(with("\"Other\": {\"Type\": \"AWS::ApiGatewayV2::Route\", \"Properties\":"
                    + " {\"ApiId\": \"a1b2c3\", \"RouteKey\": \"GET /admin\"}}"))) {
                assertThat(demo.gateway().warnings())
                        .containsExactly("resource Other must refer to an API of this template to be served,"
                                + " got 'a1b2c3': it is left out");
            }
        }

        @ParameterizedTest
        @CsvSource({"RouteSettings", "StageVariables"})
        void stagesSettingsAreNotForgottenEither(String property) {
            fails(
                    template -> template.replaceFirst(
                            "(\"" + property + "\": )", "$1{\"Fn::ImportValue\": \"X\"}, \"x\": "),
                    "stage $default must have known " + property
                            + ", got '{\"Fn::ImportValue\":\"X\"}': Fn::ImportValue is evaluated only when deployed");
        }
    }

    @Nested
    final class RouteKeys {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                    GET /w/{proxy+}/x   | have its greedy variable at the end                               | end it there
                    GET /{+}            | write a variable as {name} or {name+}, between slashes            | correct {+}
                    GET /{}             | write a variable as {name} or {name+}, between slashes            | correct {}
                    GET /x{id}          | write a variable as {name} or {name+}, between slashes            | correct x{id}
                    GET /{id            | write a variable as {name} or {name+}, between slashes            | correct {id
                    GET /y/{a}/{a}      | name its variables differently                                    | rename one a
                    GET /y/{a}/{a+}     | name its variables differently                                    | rename one a
                    get /x              | have a method among ANY, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT | API Gateway knows no other, and only upper case
                    TRACE /x            | have a method among ANY, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT | API Gateway knows no other, and only upper case
                    """)
        void thatApiGatewayRefusesAreRefused(String routeKey, String must, String fix) {
            fails(
                    template -> template.replace(ECHO, "\"RouteKey\": \"" + routeKey + "\""),
                    "route key must " + must + ", got '" + routeKey + "': " + fix);
        }

        @Test
        void thatAreTheSameAreRefused() {
            fails(
                    template -> template.replace("\"GET /other\"", "\"GET /echo\""),
                    "route key must be declared once, got 'GET /echo': API Gateway refuses a second one, remove it");
        }

        @Test
        void thatDifferInAVariablesNameOnlyAreAWarning() throws IOException {
            try (Demo demo = start(template -> template.replace("\"GET /other\"", "\"GET /items/{name}\""))) {
                assertThat(demo.gateway().warnings())
                        .containsExactly("route GET /items/{name} must differ from GET /items/{id} in more than a"
                                + " variable's name, got 'Route7': GET /items/{id} answers here,"
                                + " and the cloud may refuse to deploy both");
            }
        }
    }

    @Test
    void stagesOfTheSameNameAreRefused() {
        fails(
                with("\"Second\": {\"Type\": \"AWS::ApiGatewayV2::Stage\", \"Properties\":"
                        + " {\"ApiId\": {\"Ref\": \"Api\"}, \"StageName\": \"$default\"}}"),
                "stage name must be declared once, got '$default': API Gateway refuses a second one, remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"AuthorizationType\": \"NONE\", "})
    void authorizerThatIsNotAppliedIsAWarning(String type) throws IOException {
        UnaryOperator<String> edit = template -> template.replaceFirst(
                "\"AuthorizationType\": \"NONE\",\\s*" + ECHO, type + "\"AuthorizerId\": \"a1b2c3\", " + ECHO);
        try (Demo demo = start(edit)) {
            assertThat(demo.gateway().warnings())
                    .containsExactly("route GET /echo must have an AuthorizationType for its authorizer to be applied,"
                            + " got '" + (type.isEmpty() ? "none" : "NONE")
                            + "': anyone can call it, here and in the cloud");
            assertThat(demo.gateway().routes().get(0).access())
                    .isEqualTo("public: shows the event (authorizer not applied)");
        }
    }

    @Test
    void negativeRatesAreRefused() {
        fails(
                template -> template.replace("\"ThrottlingRateLimit\": 0.5", "\"ThrottlingRateLimit\": -0.5"),
                "route settings of GET /limited must have a rate and a burst limit that are not negative,"
                        + " got '-0.5 and 2': write numbers above 0");
    }

    @Test
    void negativeBurstsAreRefused() {
        fails(
                template -> template.replace("\"ThrottlingBurstLimit\": 5000", "\"ThrottlingBurstLimit\": -1"),
                "stage $default must have a rate and a burst limit that are not negative,"
                        + " got '10000.0 and -1': write numbers above 0");
    }

    @Test
    void controlCharactersOfTheTemplateDoNotReachTheTerminal() throws IOException {
        String hostile = "\\u001b[2J\\u009b2J\\n\\u2028\\u202e\\u061c";
        String shown = "\\u001b[2J\\u009b2J\\u000a\\u2028\\u202e\\u061c";
        UnaryOperator<String> edit = template -> template.replace("\"shows the event\"", "\"" + hostile + "\"")
                .replace("\"GET /limited\": {", "\"" + hostile + "\": {");
        try (Demo demo = start(edit)) {
            assertThat(demo.gateway().warnings())
                    .containsExactly("route settings must name a route key, got '" + shown
                            + "': the cloud would refuse to deploy them");
            assertThat(Listing.of(demo.gateway()).lines().skip(1).limit(2))
                    .allSatisfy(line -> assertThat(line).contains("public: " + shown + "  10000/s"));
        }
    }

    @Test
    void controlCharactersOfTheTemplateDoNotReachTheTerminalInAnError() {
        fails(
                template -> template.replace(ECHO, "\"RouteKey\": \"\\u009b\\u202e\""),
                "route key must be a method and a path, or $default, got '\\u009b\\u202e': write it like GET /health");
    }

    @Test
    void assetPathThatIsNoneIsOneLine() throws IOException {
        Path template = Demo.assembly(directory, text -> text);
        Path manifest = directory.resolve("Demo.assets.json");
        Files.writeString(manifest, Files.readString(manifest).replace("asset.d3b07384.jar", "asset.\\u0000.jar"));
        assertThatThrownBy(() -> LocalGateway.builder().template(template).start())
                .hasMessage(
                        "asset manifest must name its files by paths, got 'asset.\\u0000.jar': run cdk synth again");
    }

    private Demo start(UnaryOperator<String> edit) throws IOException {
        return Demo.start(directory, edit, settings -> {});
    }

    private void fails(UnaryOperator<String> edit, String message) {
        assertThatThrownBy(() -> start(edit).close())
                .hasMessage(message)
                .satisfies(error -> assertThat(error.getMessage()).hasLineCount(1));
    }

    private static UnaryOperator<String> with(String resource) {
        return template -> template.replaceFirst(
                "\"Resources\": \\{", Matcher.quoteReplacement("\"Resources\": {\n" + resource + ","));
    }
}
