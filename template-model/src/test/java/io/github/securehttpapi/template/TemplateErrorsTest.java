package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateErrorsTest {
    @TempDir
    private Path directory;

    @Test
    void missingFile() {
        Path file = directory.resolve("None.template.json");
        fails(file, "template must be a readable file, got '" + file + "': no such file, run cdk synth first");
    }

    @Test
    void directoryInsteadOfAFile() {
        fails(
                directory,
                "template must be a file, got '" + directory + "': name the *.template.json in that directory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                              | be JSON | the file is empty
                    Resources: {}                   | be JSON | 1:1 Unrecognized token 'Resources': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
                    {"Resources": {}                | be JSON | 1:17 Unexpected end-of-input: expected close marker for Object
                    {"A": 1, "A": 2}                | be JSON | 1:13 Duplicate field 'A'
                    {"Resources": {}} []            | be JSON | 1:19 content after the end of the object
                    []                              | be a JSON object | name the *.template.json of a stack
                    {"Resources": {}}               | declare an HTTP API, an AWS::ApiGatewayV2::Api of ProtocolType HTTP | name the template of the stack that holds the API
                    """)
    void noTemplateOfAnHttpApi(String content, String must, String fix) {
        Path file = Templates.write(directory, content);
        fails(file, "template must " + must + ", got '" + file + "': " + fix);
    }

    @Test
    void aTemplateWithoutAnApiIsToldFromOneThatCannotBeRead() {
        assertThatExceptionOfType(NoHttpApiException.class)
                .isThrownBy(() -> Template.read(Templates.write(directory, "{\"Resources\": {}}")));
    }

    @Test
    void noResources() {
        fails(Templates.write(directory, "{}"), "template must have an object at Resources, got '': add it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "Name": ["x"]                                       | text at Resources.Api.Properties.Name (1:105), got '["x"]': write it in quotes
                    "CorsConfiguration": "*"                            | an object at Resources.Api.Properties.CorsConfiguration (1:118), got '*': write {…}
                    "CorsConfiguration": {"MaxAge": "soon"}             | whole seconds at Resources.Api.Properties.CorsConfiguration.MaxAge (1:129), got 'soon': write a number such as 10
                    "CorsConfiguration": {"MaxAge": 1e99}               | whole seconds at Resources.Api.Properties.CorsConfiguration.MaxAge (1:129), got '1E+99': write a number such as 10
                    "CorsConfiguration": {"MaxAge": -2}                 | whole seconds at Resources.Api.Properties.CorsConfiguration.MaxAge (1:129), got '-2': write a number such as 10
                    "CorsConfiguration": {"AllowCredentials": "yes"}    | true or false at Resources.Api.Properties.CorsConfiguration.AllowCredentials (1:139), got 'yes': write true or false
                    "CorsConfiguration": {"AllowOrigins": ["a", {}]}    | text at Resources.Api.Properties.CorsConfiguration.AllowOrigins[1] (1:141), got '{}': write it in quotes
                    """)
    void wrongTypes(String property, String message) {
        Path file = Templates.write(
                directory,
                "{\"Resources\": {\"Api\": {\"Type\": \"AWS::ApiGatewayV2::Api\", \"Properties\": {\"ProtocolType\": \"HTTP\", "
                        + property
                        + "}}}}");
        fails(file, "template must have " + message);
    }

    @Test
    void parameterThatTheTemplateLacks() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.read(Templates.contactApi(), Map.of("Origin", "x")))
                .withMessage("template must declare every parameter that is passed, got 'Origin':"
                        + " it declares AllowedOrigin, BootstrapVersion");
    }

    @Test
    void publicAccessUntilNoDate() {
        Path file = Templates.write(directory, """
                {"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP"}},
                "R": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"}, "RouteKey": "GET /"},
                "Metadata": {"SecureHttpApi": {"PublicAccess": {"Reason": "x", "Until": "soon"}}}}}}
                """);
        fails(
                file,
                "template must have a date at Resources.R.Metadata.SecureHttpApi.PublicAccess.Until (3:73), got 'soon':"
                        + " write it like 2027-01-31");
    }

    @Test
    void blankReasonIsNone() {
        Path file = Templates.write(directory, """
                {"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP"}},
                "R": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"}, "RouteKey": "GET /"},
                "Metadata": {"SecureHttpApi": {"PublicAccess": {"Reason": " "}}}}}}
                """);
        fails(
                file,
                "template must have a reason at Resources.R.Metadata.SecureHttpApi.PublicAccess.Reason (3:59), got ' ':"
                        + " write why the route is public");
    }

    private static void fails(Path file, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.read(file))
                .withMessage(message)
                .satisfies(error -> assertThat(error.getMessage()).hasLineCount(1));
    }
}
