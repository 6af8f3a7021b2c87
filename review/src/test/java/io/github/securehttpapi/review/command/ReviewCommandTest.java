package io.github.securehttpapi.review.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewCommandTest {
    @TempDir
    private Path folder;

    private Path open = Path.of("");

    @BeforeEach
    void write() {
        open = write("open.yaml", Templates.PUBLIC);
    }

    private Path write(String name, String content) {
        return Templates.write(folder.resolve(name), content);
    }

    @Nested
    final class ExitCodes {
        @Test
        void zeroIfNothingWeighsEnough() {
            assertThat(Run.of("--fail-on", "error", write("api.json", Templates.API))
                            .exitCode())
                    .isZero();
        }

        @Test
        void oneForAPublicRouteWithoutAReason() {
            Run run = Run.of(open);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains(open + ":8:5: error: route 'GET /open' must have an authorizer or a stated reason,"
                            + " got AuthorizationType 'NONE' [public-route]\n    fix: ");
            assertThat(run.summary()).startsWith("1 template reviewed: 1 error, ");
        }

        @Test
        void zeroIfNothingIsToFailTheRun() {
            assertThat(Run.of("--fail-on", "never", open).exitCode()).isZero();
        }

        @Test
        void twoForOneUnusableTemplateThoughTheOthersAreReviewed() {
            Path missing = folder.resolve("missing.yaml");

            Run run = Run.of(missing, open);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).isEqualTo("template must be a readable file, got '" + missing + "': no such file\n");
            assertThat(run.out()).contains("[public-route]");
        }
    }

    @Nested
    final class Unusable {
        @Test
        void aTemplateOfSomethingElse() {
            Path bucket = write("bucket.json", Templates.BUCKET);

            Run run = Run.of(bucket);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo(
                            "template must declare an HTTP API, an AWS::ApiGatewayV2::Api of ProtocolType HTTP, got '"
                                    + bucket + "': name the template of the stack that holds the API\n");
        }

        @Test
        void notYaml() {
            Path broken = write("broken.yaml", "Resources:\n  Api: [");

            Run run = Run.of(broken);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("template must be YAML, got '" + broken + "': ")
                    .hasLineCount(1);
        }

        @Test
        void aMessageThatDoesNotNameTheFileIsPutBehindItsName() {
            Path cycle = write(
                    "cycle.yaml",
                    "Conditions: {A: !Condition A}\nResources: {Api: {Condition: A, Type: AWS::ApiGatewayV2::Api}}");

            Run run = Run.of(cycle);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo(
                            cycle + ": template must have conditions without a cycle, got 'A': it refers to itself\n");
        }

        @Test
        void aTemplateThatAMacroHides() {
            Path macro = write("macro.yaml", "Transform: [MyMacro]\nResources: {Bucket: {Type: AWS::S3::Bucket}}");

            Run run = Run.of(macro);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith(macro + ": template must show its HTTP API, got '")
                    .hasLineCount(1);
            assertThat(run.out()).contains(": not reviewed: Transform, ");
        }

        @Test
        void noTemplateAtAll() {
            assertThat(Run.of())
                    .isEqualTo(new Run(2, "", "usage must name a TEMPLATE, got none: name a file, a directory or -\n"));
        }

        @Test
        void anUnknownOption() {
            String usage =
                    "usage must be gateway-review [OPTION]... TEMPLATE...: Unknown option: '--fix'; see --help\n";

            assertThat(Run.of("--fix", "x.yaml")).isEqualTo(new Run(2, "", usage));
        }

        @Test
        void anUnknownFormat() {
            assertThat(Run.of("--format", "xml", "x.yaml").err())
                    .isEqualTo(
                            "usage must be gateway-review [OPTION]... TEMPLATE...: Invalid value for option '--format':"
                                    + " must be one of text, json, sarif, markdown, got 'xml'; see --help\n");
        }

        @Test
        void controlCharactersOfANameDoNotReachTheTerminal() {
            assertThat(Run.of("x\u001b[2J\n.yaml").err())
                    .isEqualTo("template must be a readable file, got 'x\\u001b[2J\\u000a.yaml': no such file\n");
        }

        @Test
        void aNameThatIsNoPath() {
            Run run = Run.of("x\0.yaml");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith("template must be a path, got 'x\\u0000.yaml': ");
        }
    }

    @Nested
    final class StandardInput {
        @Test
        void isATemplateToo() {
            Run run = Run.with(Templates.PUBLIC, "-");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains("stdin:8:5: error: ");
        }

        @Test
        void isReadOnce() {
            assertThat(Run.with(Templates.PUBLIC, "-", "-").summary()).startsWith("1 template reviewed: ");
        }

        @Test
        void isUnusableIfItIsEmpty() {
            Run run = Run.with("", "-");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith("template must be YAML, got 'stdin': ");
        }
    }

    @Nested
    final class Parameter {
        @Test
        void isPassedToTheTemplatesThatDeclareIt() {
            Path declares =
                    write("a.yaml", Templates.PUBLIC.replace("RouteKey: GET /open", "RouteKey: !Sub 'GET /${Name}'"));
            Path doesNot = write("b.json", Templates.API);

            Run run = Run.of("--parameter", "Name=a=b", declares, doesNot);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("route 'GET /a=b' must");
        }

        @Test
        void mayBeAPseudoParameter() {
            assertThat(Run.of("--parameter", "AWS::Region=eu-central-1", open).err())
                    .isEmpty();
        }

        @Test
        void isUnusableIfNoTemplateDeclaresIt() {
            Run run = Run.of("--parameter", "Nmae=x", open);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo(
                            "templates must declare every parameter that is passed, got 'Nmae': they declare Name\n");
        }
    }

    @Nested
    final class ExceptionsFile {
        @Test
        void suppressesAndIsJudgedItself() {
            Path suppressions = write("suppressions.yaml", """
                    suppressions:
                      - {rule: public-route, route: GET /open, reason: probe}
                      - {rule: public-route, route: GET /gone, reason: was there once}
                    """);

            Run run = Run.of("--suppressions", suppressions, open);

            assertThat(run.out())
                    .doesNotContain("[public-route]")
                    .contains(suppressions + ":3:5: warning: suppression of 'public-route' for 'GET /gone' must cover a"
                            + " finding, got none [suppression-unused]\n");
            assertThat(run.summary()).endsWith("; 1 suppressed");
        }

        @Test
        void isUnusableIfItIsNotThere() {
            Path missing = folder.resolve("suppressions.yaml");

            assertThat(Run.of("--suppressions", missing, open))
                    .isEqualTo(new Run(
                            2,
                            "",
                            "suppressions must be a readable file, got '" + missing
                                    + "': no such file, write one, or leave the option out\n"));
        }

        @Test
        void isNotNeededToStateARequirement() {
            assertThat(Run.of("--requires", "api-keys", "--requires", "WAF", open)
                            .err())
                    .isEmpty();
        }
    }

    @Nested
    final class Baseline {
        @Test
        void isWrittenAndThenComparedWith() throws IOException {
            Path baseline = folder.resolve("surface.json");
            String alone = Run.of("--write-baseline", baseline, open).out();
            assertThat(Files.readString(baseline)).contains("\"GET /open\"");

            assertThat(Run.of("--baseline", baseline, open).out()).isEqualTo(alone);

            write("open.yaml", Templates.PUBLIC.replace("GET /open", "GET /wide"));
            assertThat(Run.of("--baseline", baseline, open).out().lines())
                    .hasSizeGreaterThan((int) alone.lines().count());
        }

        @Test
        void isNotWrittenIfATemplateIsMissingInIt() {
            Path baseline = folder.resolve("surface.json");

            Run run = Run.of("--write-baseline", baseline, open, folder.resolve("missing.yaml"));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .endsWith("baseline must have every template in it, got '" + baseline
                            + "': mend what cannot be used first, nothing was written\n");
            assertThat(baseline).doesNotExist();
        }
    }

    @Nested
    final class TheReport {
        @Test
        void goesToAFile() {
            Path output = folder.resolve("report.txt");

            assertThat(Run.of("--output", output, open)).isEqualTo(new Run(1, "", ""));
            assertThat(output).hasContent(Run.of(open).out());
        }

        @Test
        void cannotGoToADirectory() {
            Run run = Run.of("--output", folder, open);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith("file must be writable, got '" + folder + "': ");
        }

        @Test
        void endsInSilenceIfNobodyReadsOn() {
            assertThat(Run.to(refusing("Broken pipe"), "", open)).isEqualTo(new Run(1, "", ""));
        }

        @Test
        void isNotLostInSilenceOnAFullDisk() {
            assertThat(Run.to(refusing("No space left on device"), "", open))
                    .isEqualTo(new Run(
                            2,
                            "",
                            "standard output must take the report, got 'No space left on device': write it elsewhere"
                                    + " with --output\n"));
        }

        private OutputStream refusing(String why) {
            return new OutputStream() {
                @Override
                public void write(int content) throws IOException {
                    throw new IOException(why);
                }
            };
        }
    }

    @Test
    void rulesAreListed() {
        Run run = Run.of("--rules");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "public-route (error): anyone on the internet can call a route that nobody meant to leave public\n"
                                + "    as AwsSolutions-APIG4, APIGateway.8, CT.APIGATEWAY.PR.5, CKV_AWS_309\n    https://docs.aws.");
    }

    @Test
    void helpAndVersionAreThere() {
        assertThat(Run.of("--help").out()).contains("--fail-on", "--write-baseline", "Exit codes: 0 nothing found");
        assertThat(Run.of("--version")).isEqualTo(new Run(0, "gateway-review unknown\n", ""));
    }
}
