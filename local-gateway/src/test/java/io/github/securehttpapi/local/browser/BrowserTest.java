package io.github.securehttpapi.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a page in Chromium is told of the gateway's answers. The page is on another port than the API: another origin, of
 * the same site. One start of Chromium runs through {@code browser/fetches.txt}, which has the outcomes that the Fetch
 * Standard gives.
 *
 * <p>Skipped where there is no Chromium, unless {@code -Dchromium.required=true}.
 */
final class BrowserTest {
    private static final String MISSING =
            "Chromium must be on the PATH for what a browser makes of CORS, found none: install the package chromium";

    private static Map<String, Result> results = Map.of();

    static List<Fetching> fetches() {
        return Fetching.all();
    }

    @BeforeAll
    static void visit(@TempDir Path folder) throws Exception {
        Optional<Path> program = Chromium.program();
        if (Boolean.getBoolean("chromium.required")) {
            assertThat(program).as(MISSING).isPresent();
        }
        if (program.isEmpty()) {
            System.err.println("NOT RUN: " + MISSING);
        }
        assumeTrue(program.isPresent(), MISSING);
        results = Visit.of(fetches(), program.orElseThrow(), folder);
    }

    @ParameterizedTest
    @MethodSource("fetches")
    void theOutcomeIsTheFetchStandards(Fetching fetching) {
        Result result = result(fetching.name());

        assertThat(result.outcome()).as(fetching.clause()).isEqualTo(fetching.outcome());
        assertThat(result.requests()).as(fetching.clause()).isEqualTo(fetching.requests());
    }

    /** Content-type and content-length are CORS-safelisted response-header names, date and server are not. */
    @Test
    void thePageSeesSafelistedAndExposedHeaders() {
        assertThat(result("simple request").headers())
                .containsOnlyKeys("apigw-requestid", "content-length", "content-type");
        assertThat(result("429").headers()).containsOnlyKeys("apigw-requestid", "content-length", "content-type");
        assertThat(result("function's own status and headers").headers()).doesNotContainKey("x-request-id");
        assertThat(result("any exposed header").headers()).containsEntry("x-request-id", "exposed");
    }

    @Test
    void thePageReadsTheGatewaysErrors() {
        assertThat(result("401 without a token").body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(result("403 without the scope").body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(result("404").body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(result("429").body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        assertThat(result("500").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void theFunctionGetsCookiesOnlyOfFetchesWithCredentials() {
        assertThat(result("cookie that is sent").body()).contains("\"cookies\":[\"session=1\"]");
        assertThat(result("cookie after a preflight").body()).contains("\"cookies\":[\"session=1\"]");
        assertThat(result("cookie that is kept back").body()).doesNotContain("cookie");
    }

    @Test
    void theFunctionSeesWhichPageCalls() {
        assertThat(result("simple request").body()).contains("\"sec-fetch-site\":\"same-site\"");
        assertThat(result("other site, allowed").body()).contains("\"sec-fetch-site\":\"cross-site\"");
        assertThat(result("preflight for authorization").body()).contains("\"authorization\":\"Bearer x\"");
    }

    private static Result result(String name) {
        return Objects.requireNonNull(results.get(name), name);
    }
}
