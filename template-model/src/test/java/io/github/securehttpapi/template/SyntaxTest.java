package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SyntaxTest {
    private static final String YAML = """
            Parameters:
              Name: {Type: String, Default: contacts}
            Resources:
              Api:
                Type: AWS::ApiGatewayV2::Api
                Properties:
                  ProtocolType: HTTP
                  Name: !Sub "${Name}-api"
              Health:
                Type: AWS::ApiGatewayV2::Route
                Properties: {ApiId: !Ref Api, RouteKey: GET /health}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            t.yaml     | {"A": 1}        | JSON
            t.template | ` {"A": 1}`     | JSON
            -          | \uFEFF{"A": 1}  | JSON
            t.json     | \uFEFF{"A": 1}  | JSON
            t.template | {"A": 1,}       | YAML
            t.yaml     | {A: !Ref B}     | YAML
            -          | \uFEFFA: 1      | YAML
            t.json.yml | A: 1            | YAML
            """)
    void isJsonWhereItCanBe(String name, String content, Syntax syntax) {
        Document document = document(name, content);
        assertThat(document.syntax()).isEqualTo(syntax);
        assertThat(document.root().fields()).containsOnlyKeys("A");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            t.json     | A: 1             | be JSON, got 't.json': 1:1 Unrecognized token 'A': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            t.json     | {A: 1}           | be JSON, got 't.json': 1:2 Unexpected character ('A' (code 65)): was expecting double-quote to start field name
            t.template | {"A": 1, "A": 2} | be JSON, got 't.template': 1:13 Duplicate field 'A'
            t.template | {"A": 1          | be JSON, got 't.template': 1:8 Unexpected end-of-input: expected close marker for Object
            t.template | A: [             | be YAML, got 't.template': 1:5 expected the node content, but found '<stream end>'
            """)
    void isToldInTheMessage(String name, String content, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> document(name, content))
                .withMessage("template must " + message);
    }

    @Test
    void yamlFileIsRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("template.yaml"), YAML);
        Template template = Template.read(file);
        HttpApi api = template.httpApis().get(0);
        assertThat(template.name()).isEqualTo(file.toString());
        assertThat(template.syntax()).isEqualTo(Syntax.YAML);
        assertThat(api.name().required()).isEqualTo("contacts-api");
        assertThat(api.name().location()).isEqualTo(new Location(8, 13));
        assertThat(api.routes()).extracting(Route::routeKey).containsExactly("GET /health");
        assertThat(template.unresolvedResources()).isEmpty();
    }

    @Test
    void contentWithoutAFileIsRead() {
        byte[] content = YAML.getBytes(StandardCharsets.UTF_8);
        Template template = Template.read("standard input", content, Map.of("Name", "orders"));
        assertThat(template.name()).isEqualTo("standard input");
        assertThat(template.httpApis().get(0).name().required()).isEqualTo("orders-api");
    }

    @Test
    void documentIsAsWritten() {
        Value.Fields yaml = Template.read("t.yaml", YAML.getBytes(StandardCharsets.UTF_8), Map.of())
                .document();
        assertThat(yaml.fields()).containsOnlyKeys("Parameters", "Resources");
        assertThat(Expression.of(yaml)).contains("\"Name\":{\"Fn::Sub\":\"${Name}-api\"}");
        assertThat(Template.read(Templates.contactApi()).syntax()).isEqualTo(Syntax.JSON);
    }

    private static Document document(String name, String content) {
        return Document.read(new Source(name, content.getBytes(StandardCharsets.UTF_8)));
    }
}
