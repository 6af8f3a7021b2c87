package com.example.firewall;

import static io.github.securehttpapi.testing.ReviewAssert.assertThatReviewOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.docs.EchoHandler;
import io.github.securehttpapi.docs.Jars;
import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.testing.LocalHttpApi;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

final class ThroughCloudFrontTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Of {@code let me in}. */
    private static final String HASH = "992db5e2595725ef68eb5066e014da8c7f6baca0afa96f1021b56b66782133f2";

    private static final Map<String, Object> ORIGIN = Map.of(
            "CustomOriginConfig",
            Map.of(
                    "OriginProtocolPolicy",
                    "https-only",
                    "OriginMtlsConfig",
                    Map.of("ClientCertificateArn", Match.anyValue())));

    private static final Path JAR = Jars.temporary(OriginAuthorizer.class, EchoHandler.class);

    @RegisterExtension
    static final LocalHttpApi api = LocalHttpApi.ofStack(app -> new HeaderStack(app, JAR))
            .with(gateway -> gateway.parameter("SecretHashes", HASH));

    @Test
    void letsInWhatCloudFrontSendsAlone() throws IOException, InterruptedException {
        assertThat(status("x-origin-verify", "let me in")).isEqualTo(200);
        assertThat(status("x-origin-verify", "guessed")).isEqualTo(403);
        assertThat(status("x-other", "let me in")).isEqualTo(401);
    }

    private static int status(String header, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.url().resolve("orders"))
                .header(header, value)
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** The page says why the only finding is none: the header is not a browser's to send. */
    @Test
    void theReviewTakesTheHeaderForOneThatPagesSend() {
        assertThat(assertThatReviewOf(api.template()).report().findings().stream()
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .map(Finding::rule))
                .containsExactly("cors-headers");
    }

    @Test
    void cloudFrontShowsItsCertificateWhereNobodyElseGetsIn() {
        Template template = Template.fromStack(new CertificateStack(new App(), JAR));

        assertThatReviewOf(template.toJSON()).hasNoFindingsAtLeast(Severity.WARNING);
        template.hasResourceProperties("AWS::ApiGatewayV2::Api", Map.of("DisableExecuteApiEndpoint", true));
        template.hasResourceProperties(
                "AWS::CloudFront::Distribution",
                Map.of("DistributionConfig", Map.of("Origins", Match.arrayWith(List.of(Match.objectLike(ORIGIN))))));
    }
}
