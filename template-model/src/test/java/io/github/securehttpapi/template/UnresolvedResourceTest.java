package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An authorized route that vanishes leaves a public one to answer in its place. */
final class UnresolvedResourceTest {
    private static final String OPEN = """
            "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP"}},
            "Open": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"}, "RouteKey": "ANY /{proxy+}"}}
            """;

    private static final String SECTIONS = """
            , "Parameters": {"Shared": {"Type": "String"}, "Known": {"Type": "String", "Default": "a1b2c3"}},
              "Conditions": {"Unknown": {"Fn::Equals": [{"Ref": "Shared"}, "x"]}}
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"Fn::If": ["Unknown", {"ApiId": {"Ref": "Api"}, "RouteKey": "GET /a"}, {}]} | {"Fn::If":["Unknown",{"ApiId":{"Ref":"Api"},"RouteKey":"GET /a"},{}]} | condition Unknown is known only when deployed
                    {"Fn::Transform": {"Name": "Macro"}}                          | {"Fn::Transform":{"Name":"Macro"}} | Fn::Transform is evaluated only when deployed
                    {"Ref": "Api"}                                                | ${Api} | resource Api is known only when deployed
                    {"ApiId": {"Ref": "Api"}, "Fn::Transform": {"Name": "M"}}     | {"ApiId":{"Ref":"Api"},"Fn::Transform":{"Name":"M"}} | Fn::Transform is evaluated only when deployed
                    {"ApiId": {"Ref": "Api"}, "Fn::ForEach::X": []}               | {"ApiId":{"Ref":"Api"},"Fn::ForEach::X":[]} | Fn::ForEach::X is evaluated only when deployed
                    {"ApiId": {"Fn::ImportValue": "X"}, "RouteKey": "GET /a"}     | {"Fn::ImportValue":"X"} | Fn::ImportValue is evaluated only when deployed
                    {"ApiId": {"Fn::If": ["Unknown", {"Ref": "Api"}, "x"]}, "RouteKey": "GET /a"} | {"Fn::If":["Unknown",{"Ref":"Api"},"x"]} | condition Unknown is known only when deployed
                    {"ApiId": {"Ref": "Shared"}, "RouteKey": "GET /a"}            | ${Shared} | parameter Shared has no value, pass one
                    {"ApiId": {"Ref": "Open"}, "RouteKey": "GET /a"}              | ${Open} | resource Open is known only when deployed
                    {"ApiId": {"Fn::GetAtt": ["Api", "ApiEndpoint"]}, "RouteKey": "GET /a"} | ${Api.ApiEndpoint} | resource Api is known only when deployed
                    {"ApiId": {"Fn::Sub": "${Api}x"}, "RouteKey": "GET /a"}       | ${Api}x | resource Api is known only when deployed
                    {"ApiId": {"Ref": "Api"}, "RouteKey": {"Ref": "Shared"}}      | ${Shared} | parameter Shared has no value, pass one
                    """)
    void routeWithoutAPlaceIsShownNotLeftOut(String properties, String expression, String reason) {
        Template template = read(
                "\"Closed\": {\"Type\": \"AWS::ApiGatewayV2::Route\", \"Properties\": " + properties + "}," + OPEN,
                SECTIONS);
        assertThat(template.unresolvedResources()).singleElement().satisfies(unresolved -> {
            assertThat(unresolved.logicalId()).isEqualTo("Closed");
            assertThat(unresolved.type()).isEqualTo("AWS::ApiGatewayV2::Route");
            assertThat(unresolved.expression()).isEqualTo(expression);
            assertThat(unresolved.reason()).isEqualTo(reason);
            assertThat(unresolved.location().line()).isEqualTo(1);
        });
        assertThat(template.httpApis().get(0).routes())
                .extracting(Route::logicalId)
                .containsExactly("Open");
    }

    @Test
    void loopsAndMacrosAreShownInFileOrder() {
        Template template = read(
                """
                "Fn::ForEach::Routes": ["Path", ["a"], {}],
                "Macro": {"Type": "AWS::ApiGatewayV2::Route", "Fn::Transform": {"Name": "M"}},
                %s,
                "Managed": {"Type": "AWS::ApiGatewayV2::ApiGatewayManagedOverrides", "Properties": {"ApiId": {"Ref": "Api"}}},
                "Fn::Transform": {"Name": "AWS::Include"}
                """.formatted(OPEN),
                ", \"Transform\": [\"AWS::LanguageExtensions\", \"Ours\"], \"Fn::Transform\": {\"Name\": \"AWS::Include\"}");
        assertThat(template.unresolvedResources())
                .extracting(UnresolvedResource::logicalId, UnresolvedResource::type)
                .map(Object::toString)
                .containsExactly(
                        "(\"Fn::ForEach::Routes\", null)",
                        "(\"Macro\", null)",
                        "(\"Managed\", \"AWS::ApiGatewayV2::ApiGatewayManagedOverrides\")",
                        "(\"Fn::Transform\", null)",
                        "(\"Transform\", null)",
                        "(\"Fn::Transform\", null)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"Transform\": \"AWS::Serverless-2016-10-31\"", "\"Transform\": [\"AWS::LanguageExtensions\"]"})
    void transformsThatDeclareNoRouteAreFine(String transform) {
        assertThat(read(OPEN, ", " + transform).unresolvedResources()).isEmpty();
    }

    @Test
    void apiThatMayBeAWebSocketApiIsShownWithItsRoutes() {
        Template template = read("""
                "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": {"Ref": "Shared"}}},
                "Get": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"}, "RouteKey": "GET /a"}}
                """, SECTIONS);
        assertThat(template.httpApis()).isEmpty();
        assertThat(template.unresolvedResources())
                .extracting(UnresolvedResource::logicalId)
                .containsExactly("Api", "Get");
    }

    @Test
    void literalApiIdIsForeign() {
        Template template = read("""
                "Other": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": "a1b2c3", "RouteKey": "GET /a"}},
                "Given": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"ApiId": {"Ref": "Known"}, "StageName": "x"}},
                """ + OPEN, SECTIONS);
        assertThat(template.foreignResources()).extracting(Resource::logicalId).containsExactly("Other", "Given");
        assertThat(template.unresolvedResources()).isEmpty();
        assertThat(template.httpApis().get(0).stages()).isEmpty();
    }

    @Test
    void partsOfAnApiElsewhereAreNotLeftOutForWantOfAnApi() {
        Template template = read("""
                "Other": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": "a1b2c3", "RouteKey": "GET /a"}}
                """, SECTIONS);
        assertThat(template.httpApis()).isEmpty();
        assertThat(template.foreignResources()).extracting(Resource::logicalId).containsExactly("Other");
    }

    @Test
    void modulesAndNestedStacksMayDeclareAnything() {
        Template template = read("""
                "Module": {"Type": "Acme::Api::Routes::MODULE", "Properties": {"ApiId": "x"}},
                "Stack": {"Type": "AWS::CloudFormation::Stack", "Properties": {"Fn::If": ["Unknown", {}, {}]}},
                "App": {"Type": "AWS::Serverless::Application", "Properties": {"Fn::Transform": {"Name": "M"}}}
                """, SECTIONS);
        assertThat(template.unresolvedResources())
                .extracting(UnresolvedResource::logicalId, UnresolvedResource::reason)
                .map(Object::toString)
                .containsExactly(
                        "(\"Module\", \"what a module declares is known only when deployed\")",
                        "(\"Stack\", \"condition Unknown is known only when deployed\")",
                        "(\"App\", \"Fn::Transform is evaluated only when deployed\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Fn::Transform\": {\"Name\": \"AWS::Include\"}}",
                "{\"HttpApi\": {\"Fn::Transform\": {\"Name\": \"AWS::Include\"}}}",
                "{\"Function\": {\"Layers\": [{\"Fn::Transform\": {\"Name\": \"AWS::Include\"}}]}}"
            })
    void macrosInGlobalsMayDeclareAnything(String globals) {
        Template template = read("""
                "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP"}}
                """, ", \"Globals\": " + globals);
        assertThat(template.unresolvedResources())
                .extracting(UnresolvedResource::logicalId, UnresolvedResource::expression)
                .map(Object::toString)
                .containsExactly("(\"Globals\", \"{\"Fn::Transform\":{\"Name\":\"AWS::Include\"}}\")");
    }

    @Test
    void unknownResourcesOfOtherTypesAreOfNoConcern() {
        Template template = read("""
                "Domain": {"Type": "AWS::ApiGatewayV2::DomainName", "Properties": {"Fn::If": ["Unknown", {}, {}]}},
                "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"Fn::Transform": {"Name": "AWS::Include"}}},
                """ + OPEN, SECTIONS);
        assertThat(template.unresolvedResources()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "oops"                                                              | an object at Resources.Closed (1:26), got 'oops': write {…}
                    {}                                                                  | text at Resources.Closed.Type (1:26), got '{}': write it in quotes
                    {"Type": "AWS::ApiGatewayV2::Route", "Properties": "oops"}          | an object at Resources.Closed.Properties (1:77), got 'oops': write {…}
                    {"Type": "AWS::ApiGatewayV2::Route", "Properties": null}            | an object at Resources.Closed.Properties (1:77), got 'null': write {…}
                    {"Type": "AWS::ApiGatewayV2::Route", "Properties": [{}]}            | an object at Resources.Closed.Properties (1:77), got '[{}]': write {…}
                    {"Type": "AWS::ApiGatewayV2::Route", "Properties": {}}              | a value at Resources.Closed.Properties.ApiId (1:77), got '': add the property
                    {"Type": "AWS::ApiGatewayV2::Route", "Condition": ["No"]}           | text at Resources.Closed.Condition (1:76), got '["No"]': name a condition
                    """)
    void wrongTypesAreNoEmptyProperties(String declaration, String message) {
        Path file = Templates.write(directory, "{\"Resources\": {\"Closed\": " + declaration + "," + OPEN + "}}");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.read(file))
                .withMessage("template must have " + message);
    }

    @Test
    void noValueIsNoProperties() {
        Template template = read(
                "\"Version\": {\"Type\": \"AWS::Lambda::Function\", \"Properties\": {\"Ref\": \"AWS::NoValue\"}},"
                        + OPEN,
                "");
        assertThat(template.functions()).hasSize(1);
        assertThat(template.unresolvedResources()).isEqualTo(List.of());
    }

    @Test
    void unknownFunctionIsNoReasonToExpectAnApi() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("""
                        "F": {"Type": "AWS::Lambda::Function", "Properties": {"Fn::Transform": {"Name": "M"}}}
                        """, ""))
                .withMessageStartingWith("template must declare an HTTP API");
    }

    private Template read(String resources, String sections) {
        return Template.read(Templates.write(directory, "{\"Resources\": {" + resources + "}" + sections + "}"));
    }
}
