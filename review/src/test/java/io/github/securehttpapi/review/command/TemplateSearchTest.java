package io.github.securehttpapi.review.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateSearchTest {
    @TempDir
    private Path folder;

    private void write(String name, String content) {
        Templates.write(folder.resolve(name), content);
    }

    private Run run() {
        return Run.of("--format", "json", "--fail-on", "never", folder);
    }

    @Nested
    final class ADirectory {
        @Test
        void isSearchedForTemplatesInTheOrderOfTheirNames() {
            write("b/api.template", Templates.PUBLIC);
            write("a/api.YML", Templates.PUBLIC);
            write("c.json", Templates.API);

            Run run = run();

            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .containsSubsequence(
                            "\"templates\": [", "/a/api.YML\"", "/b/api.template\"", "/c.json\"", "\"problems\": []");
        }

        @Test
        void leavesOutWhatIsNoTemplateWithAnApiAndSaysHowMany() {
            write("api.yaml", Templates.PUBLIC);
            write("bucket.json", Templates.BUCKET);
            write("package.json", "{\"name\": \"x\"}");
            write("broken.yaml", "a: [");
            write("types.json", "[\"AWS::S3::Bucket\"]");
            write("policy.yaml", "about: AWS::S3::Bucket\n");
            write("readme.md", "AWS::S3::Bucket");

            Run run = run();

            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEqualTo("skipped 5 files without an HTTP API\n");
        }

        @Test
        void readsATemplateThatALinkLeadsTo(@TempDir Path elsewhere) throws IOException {
            Templates.write(elsewhere.resolve("api"), Templates.PUBLIC);
            Files.createSymbolicLink(folder.resolve("api.yaml"), elsewhere.resolve("api"));
            Files.createSymbolicLink(folder.resolve("nowhere.yaml"), folder.resolve("none"));
            Files.createSymbolicLink(folder.resolve("circle"), folder);

            assertThat(run().out()).contains("/api.yaml\"", "\"public-route\"").doesNotContain("circle");
        }

        @Test
        void doesNotPassOverRoutesOfAnApiElsewhere() {
            write("api.yaml", Templates.PUBLIC);
            write("routes.yaml", """
                    Resources:
                      Route:
                        Type: AWS::ApiGatewayV2::Route
                        Properties: {ApiId: a1b2c3d4e5, RouteKey: GET /orders}
                    """);

            Run run = run();

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("/routes.yaml\"", "\"not-reviewed\"");
        }

        @Test
        void doesNotPassOverABrokenTemplate() {
            write("api.yaml", Templates.PUBLIC);
            write("broken.yaml", "Resources:\n  Api: {Type: AWS::ApiGatewayV2::Api");

            Run run = run();

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("template must be YAML, got '" + folder + "/broken.yaml': ")
                    .hasLineCount(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {".git", ".aws-sam/build", "node_modules/other"})
        void isNotSearchedWhereCopiesAndOtherPeoplesTemplatesAre(String name) {
            write("api.yaml", Templates.API);
            write(name + "/copy.yaml", Templates.PUBLIC);

            assertThat(run().out()).doesNotContain("copy.yaml");
            assertThat(Run.of(folder.resolve(name)).out()).contains("copy.yaml");
        }

        @Test
        void withoutAnyApiIsUnusable() {
            write("bucket.json", Templates.BUCKET);

            Run run = run();

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo(
                            "templates must declare an HTTP API, got 1 file without: name the template of the stack that"
                                    + " holds the API\nskipped 1 file without an HTTP API\n");
        }

        @Test
        void doesNotHaveATemplateReviewedTwice() {
            write("api.yaml", Templates.PUBLIC);

            assertThat(Run.of(folder, folder.resolve("api.yaml"), folder.resolve("x/../api.yaml"))
                            .summary())
                    .startsWith("1 template reviewed: 1 error");
        }
    }

    @Nested
    final class AnAssembly {
        private void assembly(String directory, String artifacts) {
            write(directory + "cdk.out", "{\"version\":\"54.0.0\"}");
            write(directory + "manifest.json", "{\"version\": \"54.0.0\", \"artifacts\": {" + artifacts + "}}");
        }

        private String stack(String name) {
            return "\"" + name + "\": {\"type\": \"aws:cloudformation:stack\", \"properties\": {\"templateFile\": \""
                    + name + ".template.json\"}}";
        }

        @Test
        void isReadByItsManifest() {
            assembly("", stack("Shop") + "," + stack("Data"));
            write("Shop.template.json", Templates.API);
            write("Data.template.json", Templates.BUCKET);
            write("Gone.template.json", Templates.PUBLIC);

            Run run = run();

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("/Shop.template.json").doesNotContain("Gone");
            assertThat(run.err()).isEqualTo("skipped 1 file without an HTTP API\n");
        }

        @Test
        void hasNestedStacksAmongItsAssetsAndStagesInAssembliesOfTheirOwn() {
            assembly("infra/cdk.out/", """
                    "Shop.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Shop.assets.json"}},
                    "assembly-Prod": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Prod"}}""");
            write("infra/cdk.out/Shop.assets.json", """
                    {"files": {"1a": {"source": {"path": "Api.nested.template.json"}}, "2b": {"source": {"path": "a.jar"}}}}""");
            write("infra/cdk.out/Api.nested.template.json", Templates.API);
            assembly("infra/cdk.out/assembly-Prod/", stack("Live"));
            write("infra/cdk.out/assembly-Prod/Live.template.json", Templates.PUBLIC);

            assertThat(run().out())
                    .contains("/Api.nested.template.json", "/assembly-Prod/Live.template.json")
                    .doesNotContain("a.jar");
        }

        @ParameterizedTest
        @ValueSource(strings = {"..", ".", "../other"})
        void isRefusedIfItLeadsElsewhere(String directory) {
            assembly("", "\"x\": {\"properties\": {\"directoryName\": \"" + directory + "\"}}");

            Run run = run();

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("assembly must be one that cdk synth wrote, got '" + folder + "/manifest.json': '"
                            + directory + "' is not in that directory\n");
        }

        @Test
        void isRefusedIfItsManifestIsBroken() {
            write("cdk.out", "{}");
            write("manifest.json", "{");

            assertThat(run().err())
                    .isEqualTo("assembly must be one that cdk synth wrote, got '" + folder
                            + "/manifest.json': it is not JSON\n");
        }

        @Test
        void isUnusableWithoutATemplateThatItNames() {
            assembly("", stack("Shop"));

            Run run = run();

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("template must be a readable file, got '" + folder
                            + "/Shop.template.json': no such file\n");
        }
    }
}
