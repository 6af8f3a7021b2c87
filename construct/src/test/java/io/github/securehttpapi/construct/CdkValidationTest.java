package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** What the CDK's own rules say of our templates, with findings as errors: in a run of its own, which switches them on. */
@Tag("cdk-validation")
final class CdkValidationTest {
    private static final Map<String, Object> CONTEXT = Map.of("@aws-cdk/core:validateAgainstDefaultRules", true);

    @Test
    void anApiWithADomainAndMutualTlsAndANamedStageIsSound(@TempDir Path folder) throws Exception {
        App app = new App(
                AppProps.builder().context(CONTEXT).outdir(folder.toString()).build());
        CustomDomainTest.partners(new Stack(app, "Shop"));

        app.synth();

        assertThat(Files.readString(folder.resolve("validation-report.json"))).contains("\"pluginReports\": []");
    }
}
