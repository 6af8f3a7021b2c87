package io.github.securehttpapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SnapshotTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String OTHER_HASH = "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210";

    @TempDir
    Path directory;

    private String updateBefore = "";

    @BeforeEach
    void compareUnlessATestSaysOtherwise() {
        updateBefore = System.getProperty("snapshot.update", "");
        System.clearProperty("snapshot.update");
    }

    @AfterEach
    void restore() {
        System.setProperty("snapshot.update", updateBefore);
    }

    @Nested
    final class Comparing {
        @Test
        void acceptsAnEqualTemplateWhateverTheOrderOfItsKeys() throws IOException {
            store("{\"b\": {\"d\": 1, \"c\": 2.50}, \"a\": true}");

            snapshot().assertMatches("{\"a\": true, \"b\": {\"c\": 2.5, \"d\": 1}}");
        }

        @Test
        void acceptsTheMapsThatTheCdkGives() throws IOException {
            store("{\"Resources\": {\"Stage\": {\"DependsOn\": [\"A\", \"B\"], \"Burst\": 20}}}");

            snapshot()
                    .assertMatches(Map.of(
                            "Resources", Map.of("Stage", Map.of("Burst", 20, "DependsOn", List.of("A", "B")))));
        }

        @Test
        void namesEveryPathThatDiffers() throws IOException {
            store("""
                    {"Outputs": {"Url": "x"},
                     "Resources": {"Stage": {"RouteSettings": {"POST /contacts": {"Burst": 5}}, "List": [1, 2]}}}""");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> snapshot().assertMatches("""
                            {"Resources": {"Stage": {"RouteSettings": {"POST /contacts": {"Burst": 50, "Rate": 2}},
                                                     "List": [1]}}}"""))
                    .withMessage("""
                            template must match snapshot '%s', got 4 differences:
                              removed Outputs: {"Url":"x"}
                              changed Resources.Stage.RouteSettings["POST /contacts"].Burst: 5 -> 50
                              added   Resources.Stage.RouteSettings["POST /contacts"].Rate: 2
                              removed Resources.Stage.List[1]: 2
                            if this is meant, run the tests with -Dsnapshot.update=true and commit the file""", file());
        }

        @Test
        void tellsANumberFromTheSameNumberInQuotes() throws IOException {
            store("{\"Burst\": \"5\"}");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> snapshot().assertMatches("{\"Burst\": 5}"))
                    .withMessageContaining("got 1 difference:\n  changed Burst: \"5\" -> 5\n");
        }

        @Test
        void cutsLongValues() throws IOException {
            store("{\"a\": \"" + "x".repeat(5_000) + "\"}");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> snapshot().assertMatches("{\"a\": 1}"))
                    .satisfies(error ->
                            assertThat(String.valueOf(error.getMessage())).hasSizeLessThan(600));
        }
    }

    @Nested
    final class Normalising {
        @Test
        void ignoresWhichBuildAnAssetCameFrom() throws IOException {
            store("{\"Code\": {\"S3Key\": \"[asset].jar\"}}");

            snapshot().assertMatches("{\"Code\": {\"S3Key\": \"" + HASH + ".jar\"}}");
            snapshot().assertMatches("{\"Code\": {\"S3Key\": \"" + OTHER_HASH + ".jar\"}}");
        }

        @Test
        void keepsHexadecimalTextOfAnotherLength() throws IOException {
            store("{\"S3Key\": \"" + HASH + "0\"}");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> snapshot().assertMatches("{\"S3Key\": \"" + OTHER_HASH + "0\"}"))
                    .withMessageContaining("changed S3Key");
        }

        @Test
        void keepsAHashThatIsNotAnAssets() throws IOException {
            store("{\"Environment\": {\"CERTIFICATE_SHA256\": \"" + HASH + "\"}}");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> snapshot()
                            .assertMatches("{\"Environment\": {\"CERTIFICATE_SHA256\": \"" + OTHER_HASH + "\"}}"))
                    .withMessageContaining("changed Environment.CERTIFICATE_SHA256");
        }

        @Test
        void ignoresAnAssetsHashInAnExpression() throws IOException {
            String template = "{\"TemplateURL\": {\"Fn::Join\": [\"\", [\"https://s3/\", \"/%s.json\"]]}}";
            store(template.formatted("[asset]"));

            snapshot().assertMatches(template.formatted(HASH));
        }

        @Test
        void ignoresTheHashInTheIdOfAFunctionsCurrentVersionWhereverItIsUsed() throws IOException {
            String template = """
                    {"Resources": {
                      "FnCurrentVersionAB12CD34%1$s": {"Type": "AWS::Lambda::Version"},
                      "Alias": {"Version": {"Fn::GetAtt": ["FnCurrentVersionAB12CD34%1$s", "Version"]}}}}""";
            System.setProperty("snapshot.update", "true");
            snapshot().assertMatches(template.formatted(HASH.substring(0, 32)));
            System.clearProperty("snapshot.update");

            snapshot().assertMatches(template.formatted(OTHER_HASH.substring(0, 32)));
            assertThat(file()).content().contains("\"FnCurrentVersionAB12CD34[hash]\"");
        }

        @Test
        void ignoresTheUsageStatisticsOfTheCdk() throws IOException {
            store("{\"Resources\": {\"CDKMetadata\": {\"Type\": \"AWS::CDK::Metadata\"}}}");

            snapshot().assertMatches("""
                    {"Resources": {"CDKMetadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "v2:x"}}}}""");
        }
    }

    @Nested
    final class OnDisk {
        @Test
        void aMissingSnapshotFailsAndWritesNothing() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> snapshot().assertMatches("{}"))
                    .withMessage(
                            "snapshot must exist, got no file '%s': run the tests with -Dsnapshot.update=true,"
                                    + " read the file, commit it",
                            file());
            assertThat(file()).doesNotExist();
        }

        @Test
        void updatingWritesSortedPrettyPrintedJson() {
            System.setProperty("snapshot.update", "true");

            snapshot().in(directory.resolve("new")).assertMatches("{\"b\":[1,{}],\"a\":\"é\"}");

            assertThat(directory.resolve("new/api.json")).hasContent("""
                    {
                      "a": "é",
                      "b": [
                        1,
                        { }
                      ]
                    }
                    """);
        }

        @Test
        void aBrokenSnapshotIsNamed() throws IOException {
            store("{");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> snapshot().assertMatches("{}"))
                    .withMessage(
                            "snapshot must be JSON, got something else in '%s': run the tests with"
                                    + " -Dsnapshot.update=true",
                            file());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "../api", "a/b", ".hidden"})
        void aNameThatIsAPathIsRefused(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Snapshot.named(name))
                    .withMessage(
                            "snapshot name must be letters, digits, '.', '_' and '-', got '%s': name the file"
                                    + " without its folder and ending",
                            name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "\"x\"", "1"})
        void aTemplateThatIsNoObjectIsRefused(String template) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> snapshot().assertMatches(template))
                    .withMessage(
                            "template must be a JSON object, got '%s': pass what Template.toJSON() of the CDK's"
                                    + " assertions gives",
                            template);
        }
    }

    private Snapshot snapshot() {
        return Snapshot.named("api").in(directory);
    }

    private Path file() {
        return directory.resolve("api.json");
    }

    private void store(String json) throws IOException {
        Files.writeString(file(), json);
    }
}
