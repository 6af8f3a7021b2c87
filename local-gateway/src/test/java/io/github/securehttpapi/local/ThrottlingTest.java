package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThrottlingTest {
    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    private Path directory;

    @Test
    void routesOwnBucketEmptiesAndRefills() throws Exception {
        try (Demo demo = start(template -> template)) {
            assertThat(statuses(demo, "/limited", 4)).containsExactly(200, 200, 429, 429);
            nanos.addAndGet(2_000_000_000L);
            assertThat(statuses(demo, "/limited", 2)).containsExactly(200, 429);
            assertThat(statuses(demo, "/echo", 3)).containsExactly(200, 200, 200);
        }
    }

    @Test
    void excessIsAnswered429() throws Exception {
        try (Demo demo = start(template -> template)) {
            statuses(demo, "/limited", 2);
            HttpResponse<String> response = demo.get("/limited");
            assertThat(response.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
            assertThat(response.headers().firstValue("content-type")).contains("application/json");
            assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
            assertThat(demo.accessLog().get(2)).contains("\"routeKey\":\"GET /limited\"", "\"status\":\"429\"");
        }
    }

    @Test
    void stagesDefaultSizesABucketForEachRoute() throws Exception {
        try (Demo demo = start(ThrottlingTest::threeForEach)) {
            assertThat(statuses(demo, "/other", 4)).containsExactly(200, 200, 200, 429);
            assertThat(statuses(demo, "/echo", 4)).containsExactly(200, 200, 200, 429);
        }
    }

    @Test
    void settingsWithoutABurstLetNothingThrough() throws Exception {
        try (Demo demo = start(template -> template.replace("\"ThrottlingBurstLimit\": 2,", ""))) {
            assertThat(statuses(demo, "/limited", 1)).containsExactly(429);
            assertThat(demo.gateway().warnings())
                    .containsExactly("route settings of GET /limited must have both a rate and a burst limit,"
                            + " got 'no burst': a missing one counts as 0, so that every request is answered 429");
        }
    }

    @Test
    void settingsWithoutARateLetNotEvenTheFirstBurstThrough() throws Exception {
        UnaryOperator<String> edit = template ->
                template.replaceFirst("(\"ThrottlingBurstLimit\": 2),\\s*\"ThrottlingRateLimit\": 0.5", "$1");
        try (Demo demo = start(edit)) {
            assertThat(statuses(demo, "/limited", 3)).containsExactly(429, 429, 429);
            assertThat(demo.gateway().warnings())
                    .containsExactly("route settings of GET /limited must have both a rate and a burst limit,"
                            + " got 'no rate': a missing one counts as 0, so that every request is answered 429");
        }
    }

    @Test
    void rateOfZeroLetsNotEvenTheFirstBurstThrough() throws Exception {
        try (Demo demo =
                start(template -> template.replace("\"ThrottlingRateLimit\": 0.5", "\"ThrottlingRateLimit\": 0"))) {
            assertThat(statuses(demo, "/limited", 3)).containsExactly(429, 429, 429);
            assertThat(demo.gateway().warnings())
                    .containsExactly("route settings of GET /limited must have a rate and a burst limit above 0,"
                            + " got '0.0 and 2': every request is answered 429");
        }
    }

    @Test
    void canBeSwitchedOff() throws Exception {
        try (Demo demo = Demo.start(directory, template -> template, settings -> settings.throttling(false))) {
            assertThat(statuses(demo, "/limited", 5)).containsOnly(200);
            assertThat(demo.gateway().routes())
                    .extracting(ServedRoute::throttle)
                    .containsOnlyNulls();
        }
    }

    private Demo start(UnaryOperator<String> edit) throws IOException {
        return Demo.start(directory, edit, settings -> settings.throttleClock(nanos::get));
    }

    private static String threeForEach(String template) {
        return template.replace("\"ThrottlingBurstLimit\": 5000", "\"ThrottlingBurstLimit\": \"3\"");
    }

    private static List<Integer> statuses(Demo demo, String path, int requests)
            throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int request = 0; request < requests; request++) {
            statuses.add(demo.get(path).statusCode());
        }
        return statuses;
    }
}
