package com.example.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import io.github.securehttpapi.testing.LocalHttpApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.s3.Bucket;

/** Against the local gateway, which throttles as the template says. */
final class PatientClientTest {
    @RegisterExtension
    static final LocalHttpApi api = LocalHttpApi.ofStack(PatientClientTest::stack)
            .with(gateway -> gateway.classPath(List.of(Path.of(URI.create(PatientClientTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString())))));

    private final List<Long> limits = new ArrayList<>();

    /** Waits for as long as it may, so that what is waited for is known. */
    private final PatientClient longest = client(limit -> {
        limits.add(limit);
        return limit;
    });

    private final PatientClient impatient = client(limit -> {
        limits.add(limit);
        return 0;
    });

    private static Stack stack(App app) {
        Stack stack = new Stack(app, "Shop");
        Function function = Function.Builder.create(stack, "Function")
                .runtime(Runtime.JAVA_17)
                .code(Code.fromBucket(Bucket.fromBucketName(stack, "Code", "code"), "functions.jar"))
                .handler(SlowHandler.class.getName())
                .build();
        SecureHttpApi shop = SecureHttpApi.Builder.create(stack, "Api").build();
        add(shop, SecureRoute.post("/orders").handler(function), 5, 1);
        add(shop, SecureRoute.get("/never").handler(function), 0.001, 1);
        add(
                shop,
                SecureRoute.post("/slow").handler(function).timeout(software.amazon.awscdk.Duration.millis(300)),
                99,
                99);
        return stack;
    }

    private static void add(SecureHttpApi api, SecureRoute.Builder route, double rate, int burst) {
        api.addRoute(route.publicAccess(PublicAccess.because("a test calls it"))
                .throttle(ThrottleSettings.builder()
                        .rateLimit(rate)
                        .burstLimit(burst)
                        .build())
                .build());
    }

    private static PatientClient client(LongUnaryOperator upTo) {
        return new PatientClient(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), upTo);
    }

    private static HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(api.url().resolve(path)).POST(BodyPublishers.noBody());
    }

    @BeforeEach
    void fillTheBuckets() {
        api.restart();
    }

    @Test
    void getsThroughOnceTheBucketHasATokenAgain() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(longest.send(post("orders").build()).statusCode()).isEqualTo(200);
        }

        assertThat(limits).isNotEmpty();
        assertThat(api.accessLog()).anyMatch(line -> line.contains("\"status\":\"429\""));
    }

    @Test
    void givesUpAfterFiveAttempts() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.url().resolve("never")).build();
        impatient.send(request);
        limits.clear();

        assertThat(impatient.send(request).statusCode()).isEqualTo(429);
        assertThat(limits).containsExactly(200L, 400L, 800L, 1_600L);
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenDone() throws IOException, InterruptedException {
        assertThat(impatient.send(post("slow").build()).statusCode()).isEqualTo(503);
        assertThat(limits).isEmpty();
    }

    @Test
    void repeatsWhatHasAKey() throws IOException, InterruptedException {
        impatient.send(post("slow").header("idempotency-key", "order-7").build());

        assertThat(limits).isNotEmpty();
    }

    @Test
    void neverWaitsLongerThanTenSeconds() {
        assertThat(IntStream.range(0, 100).mapToObj(PatientClient::limit))
                .allMatch(limit -> limit.compareTo(Duration.ofSeconds(10)) <= 0);
    }

    @Test
    void drawsAnyTimeUpToTheLimit() throws IOException, InterruptedException {
        // snippet:use
        PatientClient client = new PatientClient(
                HttpClient.newHttpClient(), limit -> ThreadLocalRandom.current().nextLong(limit + 1));
        // end

        assertThat(client.send(post("orders").build()).statusCode()).isEqualTo(200);
    }
}
