package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EditedTemplateTest {
    private static final Value.Fields DOCUMENT = Template.read(
                    "template.yaml", """
                    Metadata:
                      Api:
                        Tags: { Team: web, Cost: 7, Live: true }
                        Origins: [https://a.example.com, https://b.example.com]
                        Computed: { Ref: Given }
                        Chosen: { "Fn::If": [IsLive, one, two] }
                    Resources:
                      Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: x, ProtocolType: HTTP } }
                    """.getBytes(StandardCharsets.UTF_8), Map.of())
            .document();

    @Nested
    final class WhatChangesCanBeWritten {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Parameters.Origin",
                    "Metadata.Api.Tags.Team",
                    "Metadata.Api.Tags",
                    "Metadata.Api.New.Deeper",
                    "Metadata.Api.Origins",
                    "Metadata.Api.Origins.0",
                    "Metadata.Api.Origins.1",
                    "Metadata.Api.Computed",
                })
        void aChangeIsMadeWhereTheTemplateHasObjectsOrNothing(String path) {
            assertThat(EditedTemplate.takes(DOCUMENT, List.of(change(path, "x"))))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Metadata.Api.Tags.Team.Name",
                    "Metadata.Api.Computed.Name",
                    "Metadata.Api.Chosen.Name",
                    "Metadata.Api.Origins.2",
                    "Metadata.Api.Origins.first",
                    "Metadata.Api.Origins.-1",
                })
        void noneIsMadeThroughATextOrAComputedValueOrBeyondAList(String path) {
            Change possible = change("Metadata.Api.Tags.Team", "x");
            assertThat(EditedTemplate.takes(DOCUMENT, List.of(possible, change(path, "x"))))
                    .isFalse();
        }
    }

    @Nested
    final class TheWholeTemplate {
        @Test
        void hasWhatIsSetAndNotWhatIsRemoved() {
            Map<String, Object> edited = EditedTemplate.of(
                    DOCUMENT,
                    List.of(
                            change("Parameters.Origin.Type", "String"),
                            change("Metadata.Api.Tags.Team", "api"),
                            change("Metadata.Api.Tags.Cost", null),
                            change("Metadata.Api.Origins.1", "https://c.example.com"),
                            change("Metadata.Api.Chosen", null)));
            assertThat(edited)
                    .isEqualTo(Map.of(
                            "Parameters",
                            Map.of("Origin", Map.of("Type", "String")),
                            "Metadata",
                            Map.of(
                                    "Api",
                                    Map.of(
                                            "Tags", Map.of("Team", "api", "Live", true),
                                            "Origins", List.of("https://a.example.com", "https://c.example.com"),
                                            "Computed", Map.of("Ref", "Given"))),
                            "Resources",
                            Map.of(
                                    "Api",
                                    Map.of(
                                            "Type",
                                            "AWS::ApiGatewayV2::Api",
                                            "Properties",
                                            Map.of("Name", "x", "ProtocolType", "HTTP")))));
        }

        @Test
        void staysAsItWasReadWithoutChanges() {
            assertThat(EditedTemplate.of(DOCUMENT, List.of())).isEqualTo(EditedTemplate.plain(DOCUMENT));
        }
    }

    @Nested
    final class ThePartThatChangesLeadTo {
        @Test
        void hasTheKeysOnTheWayAndNothingBeside() {
            assertThat(EditedTemplate.part(
                            DOCUMENT,
                            List.of(change("Metadata.Api.Tags.Team", "api"), change("Outputs.Url.Value", "x"))))
                    .isEqualTo(Map.of(
                            "Metadata", Map.of("Api", Map.of("Tags", Map.of("Team", "api"))),
                            "Outputs", Map.of("Url", Map.of("Value", "x"))));
        }

        @Test
        void hasAListWhole() {
            List<Change> changes = List.of(
                    change("Metadata.Api.Origins.0", "https://c.example.com"),
                    change("Metadata.Api.Origins.1", "https://d.example.com"));
            assertThat(EditedTemplate.part(DOCUMENT, changes))
                    .isEqualTo(Map.of(
                            "Metadata",
                            Map.of(
                                    "Api",
                                    Map.of("Origins", List.of("https://c.example.com", "https://d.example.com")))));
        }

        @Test
        void endsAboveWhatIsRemoved() {
            assertThat(EditedTemplate.part(DOCUMENT, List.of(change("Metadata.Api.Tags", null))))
                    .isEqualTo(Map.of("Metadata", Map.of("Api", Map.of())));
        }
    }

    @Nested
    final class WhatStandsAtAPlace {
        @Test
        void isFoundInObjectsAndLists() {
            assertThat(plain("Metadata.Api.Origins.1")).isEqualTo("https://b.example.com");
            assertThat(plain("Metadata.Api.Tags"))
                    .isEqualTo(Map.of("Team", "web", "Cost", plain("Metadata.Api.Tags.Cost"), "Live", true));
            assertThat(plain("Metadata.Api.Tags.Cost")).hasToString("7");
        }

        @Test
        void isNothingWhereTheTemplateEnds() {
            assertThat(plain("Metadata.Api.Origins.2")).isNull();
            assertThat(plain("Metadata.Api.Tags.Team.Name")).isNull();
            assertThat(plain("Metadata.Other.Tags")).isNull();
        }

        private @Nullable Object plain(String path) {
            return EditedTemplate.plain(DOCUMENT.at(Arrays.asList(path.split("\\."))));
        }
    }

    private static Change change(String path, @Nullable Object value) {
        return new Change(Arrays.asList(path.split("\\.")), value);
    }
}
