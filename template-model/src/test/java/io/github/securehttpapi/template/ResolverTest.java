package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResolverTest {
    private static final String SECTIONS = """
            , "Parameters": {
                "Name": {"Type": "String", "Default": "contacts"},
                "Count": {"Type": "Number", "Default": 3},
                "Names": {"Type": "CommaDelimitedList", "Default": "a, b,c"},
                "Unset": {"Type": "String"},
                "Parameter": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/name"}},
              "Mappings": {"Regions": {"eu-west-1": {"Name": "ireland"}}},
              "Conditions": {
                "Yes": {"Fn::Equals": [{"Ref": "Name"}, "contacts"]},
                "No": {"Fn::Not": [{"Condition": "Yes"}]},
                "Both": {"Fn::And": [{"Condition": "Yes"}, {"Condition": "No"}]},
                "Either": {"Fn::Or": [{"Condition": "Unknown"}, {"Condition": "Yes"}]},
                "Unknown": {"Fn::Equals": [{"Ref": "Unset"}, "x"]}}
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "plain"                                                          | plain
                    {"Ref": "Name"}                                                  | contacts
                    {"Ref": "Count"}                                                 | 3
                    {"Fn::Join": ["-", ["a", {"Ref": "Name"}, 3, true]]}             | a-contacts-3-true
                    {"Fn::Join": ["/", {"Ref": "Names"}]}                            | a/b/c
                    {"Fn::Join": ["", {"Fn::Split": ["-", "a-b-c"]}]}                | abc
                    {"Fn::Sub": "${Name}-${!Literal}-$x"}                            | contacts-${Literal}-$x
                    {"Fn::Sub": ["${A}${Name}", {"A": {"Fn::Sub": "<${Count}>"}}]}   | <3>contacts
                    {"Fn::Sub": "open ${brace"}                                      | open ${brace
                    {"Fn::Select": [1, {"Ref": "Names"}]}                            | b
                    {"Fn::Select": ["2", {"Fn::Split": [",", "x,y,z"]}]}             | z
                    {"Fn::FindInMap": ["Regions", {"Fn::Sub": "eu-west-1"}, "Name"]} | ireland
                    {"Fn::Length": {"Ref": "Names"}}                                 | 3
                    {"Fn::Length": ["a", {"Ref": "AWS::NoValue"}]}                   | 1
                    {"Fn::ToJsonString": {"a": {"Ref": "Name"}, "b": [1.0, true, null, "\\"\\n$"], "c": {"Ref": "AWS::NoValue"}}} | {"a":"contacts","b":[1.0,true,null,"\\"\\n$"]}
                    {"Fn::ToJsonString": []}                                         | []
                    {"Fn::If": ["Yes", "then", "else"]}                              | then
                    {"Fn::If": ["No", "then", "else"]}                               | else
                    {"Fn::If": ["Both", "then", "else"]}                             | else
                    {"Fn::If": ["Either", "then", "else"]}                           | then
                    """)
    void evaluates(String expression, String expected) {
        Property<String> name = Templates.name(directory, expression, SECTIONS, Map.of());
        assertThat(name.required()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"Ref": "Unset"}                             | ${Unset} | parameter Unset has no value, pass one
                    {"Ref": "Parameter"}                         | ${Parameter} | parameter Parameter is read from SSM when deployed
                    {"Ref": "AWS::Region"}                       | ${AWS::Region} | pseudo parameter AWS::Region is known only when deployed
                    {"Ref": "Function"}                          | ${Function} | resource Function is known only when deployed
                    {"Fn::GetAtt": ["Function", "Arn"]}          | ${Function.Arn} | resource Function is known only when deployed
                    {"Fn::GetAtt": "Function.Arn"}               | ${Function.Arn} | resource Function is known only when deployed
                    {"Fn::Sub": "x-${Function.Arn}/${Name}"}     | x-${Function.Arn}/contacts | resource Function is known only when deployed
                    {"Fn::Sub": "${Nowhere}"}                    | ${Nowhere} | Nowhere is neither a parameter nor a resource of the template
                    {"Ref": "Nowhere"}                           | {"Ref":"Nowhere"} | Ref to an undeclared Nowhere has no value here, check its arguments
                    {"Fn::ImportValue": "Shared"}                | {"Fn::ImportValue":"Shared"} | Fn::ImportValue is evaluated only when deployed
                    {"Fn::If": ["Unknown", "a", "b"]}            | {"Fn::If":["Unknown","a","b"]} | condition Unknown is known only when deployed
                    {"Fn::Select": [9, {"Ref": "Names"}]}        | {"Fn::Select":[9,{"Ref":"Names"}]} | Fn::Select has no value here, check its arguments
                    {"Fn::Join": "wrong"}                        | {"Fn::Join":"wrong"} | Fn::Join has no value here, check its arguments
                    {"Fn::FindInMap": ["Regions", "mars", "x"]}  | {"Fn::FindInMap":["Regions","mars","x"]} | Fn::FindInMap has no value here, check its arguments
                    {"Fn::Base64": "text"}                       | {"Fn::Base64":"text"} | Fn::Base64 is evaluated only when deployed
                    {"Fn::ToJsonString": {"a": {"Ref": "Unset"}}} | {"a":"${Unset}"} | parameter Unset has no value, pass one
                    {"Fn::ToJsonString": ["${x}", {"Fn::GetAtt": ["Function", "Arn"]}]} | ["${x}","${Function.Arn}"] | resource Function is known only when deployed
                    {"Fn::ToJsonString": {"Ref": "Unset"}}       | ${Unset} | parameter Unset has no value, pass one
                    {"Fn::ToJsonString": "text"}                 | {"Fn::ToJsonString":"text"} | Fn::ToJsonString has no value here, check its arguments
                    {"Fn::Length": {"Ref": "Unset"}}             | ${Unset} | parameter Unset has no value, pass one
                    {"Fn::Length": "text"}                       | {"Fn::Length":"text"} | Fn::Length has no value here, check its arguments
                    {"Fn::Join": ["", ["a", ["b"]]]}             | a["b"] | a list, an object or null stands where text belongs
                    """)
    void leavesUnresolvedWhatOnlyTheCloudKnows(String expression, String shown, String reason) {
        Property<String> name = Templates.name(directory, expression, SECTIONS, Map.of());
        assertThat(name.isUnresolved()).isTrue();
        assertThat(name.value()).isEmpty();
        assertThat(name).hasToString(shown);
        assertThatThrownBy(name::required)
                .hasMessage("template must have a known value at Resources.Api.Properties.Name (2:92), got '%s': %s"
                        .formatted(shown, reason));
    }

    @Test
    void dropsAPropertyThatIsNoValue() {
        String name = "{\"Fn::If\": [\"No\", \"x\", {\"Ref\": \"AWS::NoValue\"}]}";
        assertThat(Templates.name(directory, name, SECTIONS, Map.of()).isAbsent())
                .isTrue();
    }

    @Test
    void leavesOutAResourceWhoseConditionIsFalse() {
        Template template = Template.read(Templates.write(directory, """
                {"Conditions": {"No": {"Fn::Equals": ["a", "b"]}, "Unknown": {"Fn::Equals": [{"Ref": "AWS::Region"}, "b"]}},
                 "Resources": {
                  "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP"}},
                  "Gone": {"Type": "AWS::Lambda::Function", "Condition": "No"},
                  "Perhaps": {"Type": "AWS::Lambda::Function", "Condition": "Unknown"}}}
                """));
        assertThat(template.functions()).extracting(LambdaFunction::logicalId).containsExactly("Perhaps");
        assertThat(template.functions().get(0).resource().included().isUnresolved())
                .isTrue();
    }

    @Test
    void findsTheFunctionBehindAnAliasOfAVersion() {
        Template template = Template.read(Templates.write(directory, """
                {"Resources": {
                  "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP"}},
                  "Fn": {"Type": "AWS::Lambda::Function", "Properties": {}},
                  "Version": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Fn"}}},
                  "Alias": {"Type": "AWS::Lambda::Alias",
                            "Properties": {"FunctionName": {"Fn::GetAtt": ["Version", "FunctionName"]}}},
                  "Loop": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Loop"}}},
                  "One": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"IntegrationUri": {"Ref": "Alias"}}},
                  "Two": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"IntegrationUri": {"Ref": "Loop"}}},
                  "GetOne": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {
                     "ApiId": {"Ref": "Api"}, "RouteKey": "GET /1", "Target": {"Fn::Sub": "integrations/${One}"}}},
                  "GetTwo": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {
                     "ApiId": {"Ref": "Api"}, "RouteKey": "GET /2", "Target": {"Fn::Sub": "integrations/${Two}"}}}}}
                """));
        assertThat(template.httpApis().get(0).routes())
                .extracting(Route::integration)
                .extracting(integration -> integration == null ? null : integration.function())
                .extracting(function -> function == null ? null : function.logicalId())
                .containsExactly("Fn", null);
    }
}
