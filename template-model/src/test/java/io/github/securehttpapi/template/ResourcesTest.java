package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourcesTest {
    private static final String API = """
              Api:
                Type: AWS::ApiGatewayV2::Api
                Properties: {ProtocolType: HTTP}
            """;

    @Test
    void areOfAnyTypeInTheTemplatesOrder() {
        Template template = Templates.yaml("""
                Parameters:
                  Acl: {Type: String, Default: arn:acl}
                Conditions:
                  No: !Equals [a, b]
                Resources:
                  Waf:
                    Type: AWS::WAFv2::WebACLAssociation
                    Properties: {WebACLArn: !Ref Acl, ResourceArn: !Sub "${Api.Arn}/stages/x"}
                  Nested:
                    Type: AWS::CloudFormation::Stack
                  Gone:
                    Type: AWS::S3::Bucket
                    Condition: No
                  Foreign:
                    Type: AWS::ApiGatewayV2::Route
                    Properties: {ApiId: a1b2c3, RouteKey: GET /}
                """ + API);
        assertThat(template.resources())
                .extracting(Resource::logicalId)
                .containsExactly("Waf", "Nested", "Foreign", "Api");
        Properties association = template.resources().get(0).typed();
        assertThat(association.text("WebACLArn").required()).isEqualTo("arn:acl");
        assertThat(association.text("ResourceArn").references())
                .extracting(Value.Reference::logicalId)
                .containsExactly("Api");
        assertThat(template.resources().get(1).location()).isEqualTo(new Location(10, 5));
        assertThat(template.unresolvedResources()).isEmpty();
    }

    @Test
    void knowWhatTheyDependOnAndTheirCondition() {
        Template template = Templates.yaml("""
                Conditions:
                  Perhaps: !Equals [!Ref AWS::Region, eu-west-1]
                Resources:
                  One: {Type: AWS::S3::Bucket, DependsOn: Api, Condition: Perhaps}
                  Two: {Type: AWS::S3::Bucket, DependsOn: [Api, One]}
                """ + API);
        assertThat(template.resources().get(0).dependsOn()).containsExactly("Api");
        assertThat(template.resources().get(0).condition()).isEqualTo("Perhaps");
        assertThat(template.resources().get(0).included().isUnresolved()).isTrue();
        assertThat(template.resources().get(1).dependsOn()).containsExactly("Api", "One");
        assertThat(template.resources().get(1).condition()).isNull();
        assertThat(template.resources().get(2).dependsOn()).isEmpty();
    }

    /** What the model was read without before must not keep it from being read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Type: AWS::S3::Bucket, Properties: !Ref AWS::Region}",
                "{Type: AWS::S3::Bucket, Properties: {Fn::Transform: {Name: M}}}",
                "{Type: AWS::S3::Bucket, Properties: !If [Perhaps, {a: b}, {}]}",
                "{Type: AWS::S3::Bucket, Properties: [a]}",
                "{Type: AWS::S3::Bucket, Properties: {a: !If [Nowhere, b, c]}}",
                "{Type: AWS::S3::Bucket, Properties: {a: !If [Circle, b, c]}}",
                "{Type: AWS::S3::Bucket, Condition: Nowhere}",
                "{Type: AWS::S3::Bucket, Condition: [a]}",
            })
    void thatCannotBeToldAreLeftOutUnlessAnApiIsMadeOfThem(String bucket) {
        Template template = Templates.yaml("""
                Conditions:
                  Perhaps: !Equals [!Ref AWS::Region, eu-west-1]
                  Circle: !Not [Condition: Circle]
                Resources:
                  Bucket: %s
                """.formatted(bucket) + API);
        assertThat(template.resources()).extracting(Resource::logicalId).containsExactly("Api");
        assertThat(template.unresolvedResources()).isEmpty();
    }

    @Test
    void thatExpandWithoutEndTakeNothingFromTheModel() {
        String bomb = "x";
        for (int level = 0; level < 20; level++) {
            bomb = "!Sub [\"${a}${a}${a}${a}${a}${a}${a}${a}\", {a: " + bomb + "}]";
        }
        Template template = Templates.yaml("Resources:\n  Bomb: {Type: AWS::S3::Bucket, Properties: {Name: " + bomb
                + "}}\n  After: {Type: AWS::S3::Bucket, Properties: {Name: x}}\n"
                + API
                + "    Metadata: {}\n  Function: {Type: AWS::Lambda::Function, Properties: {Handler: !Sub \"a.B\"}}\n");
        assertThat(template.functions().get(0).handler().required()).isEqualTo("a.B");
        assertThat(template.resources()).extracting(Resource::logicalId).containsExactly("After", "Api", "Function");
    }

    /** A condition that one resource nests too deeply to evaluate is no circle to the next. */
    @Test
    void thatAreTooDeepLeaveConditionsAsTheyWere() {
        StringBuilder conditions = new StringBuilder("Conditions:\n  C250: !Equals [a, a]\n");
        for (int link = 0; link < 250; link++) {
            conditions.append("  C%d: {Condition: C%d}\n".formatted(link, link + 1));
        }
        String deep = "[".repeat(80) + "!If [C0, a, b]" + "]".repeat(80);
        Template template = Templates.yaml(conditions
                + "Resources:\n  Deep: {Type: AWS::S3::Bucket, Properties: {a: " + deep + "}}\n"
                + "  Flat: {Type: AWS::S3::Bucket, Properties: {a: !If [C0, a, b]}}\n"
                + API);
        assertThat(template.resources()).extracting(Resource::logicalId).containsExactly("Flat", "Api");
        assertThat(template.resources().get(0).typed().text("a").required()).isEqualTo("a");
    }

    @Test
    void showAnObjectWhoseKeysAreDataAndListsOfObjects() {
        Properties properties = Templates.yaml("Resources:\n"
                        + "  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n"
                        + "      Tags: {a: 1, b: !Ref AWS::Region}\n      Rules: [{Id: x}, {Id: y}]\n      All: !Ref Api\n"
                        + API)
                .resources()
                .get(0)
                .typed();
        assertThat(properties.each("Tags", Properties::text)).hasToString("{a=1, b=${AWS::Region}}");
        assertThat(properties.each("None", Properties::text)).isEqualTo(Map.of());
        assertThat(properties.objects("Rules"))
                .extracting(rule -> rule.text("Id"))
                .extracting(Property::path, Property::required)
                .containsExactly(
                        tuple("Resources.Bucket.Properties.Rules[0].Id", "x"),
                        tuple("Resources.Bucket.Properties.Rules[1].Id", "y"));
        assertThat(properties.objects("All"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.text("Id").isUnresolved()).isTrue());
        assertThat(properties.objects("None")).isEmpty();
    }
}
