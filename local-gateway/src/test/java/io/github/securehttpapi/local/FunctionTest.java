package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunctionTest {
    private static final String INTERNAL_ERROR = "{\"message\":\"Internal Server Error\"}";

    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(directory);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void seesARealContextAndNothingOfTheGateway() throws Exception {
        String[] seen = demo.get("/count?token=t1").body().split("\\|", -1);
        assertThat(seen[0]).isEqualTo("t1");
        assertThat(seen[2]).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(List.of(seen).subList(3, seen.length))
                .containsExactly(
                        "Counting",
                        "512",
                        "arn:aws:lambda:us-east-1:123456789012:function:Counting",
                        "true",
                        "true",
                        "hidden",
                        "hidden",
                        "Connection");
        assertThat(demo.functionLog()).containsExactly("counted");
    }

    @Test
    void instanceIsReusedFromRequestToRequest() throws Exception {
        for (int invocation = 1; invocation <= 20; invocation++) {
            assertThat(demo.get("/count?token=x").body().split("\\|", -1)[1]).isEqualTo(Integer.toString(invocation));
        }
    }

    @Test
    void twoHundredRequestsAtOnceGetEachItsOwnAnswer() throws Exception {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        List<Callable<Void>> clients = IntStream.range(0, 200)
                .mapToObj(client -> (Callable<Void>) () -> {
                    for (int round = 0; round < 10; round++) {
                        String token = "c" + client + "r" + round;
                        HttpResponse<String> response = demo.get("/count?token=" + token);
                        assertThat(response.statusCode()).isEqualTo(200);
                        assertThat(response.body()).startsWith(token + "|");
                        ids.add(response.headers().firstValue("apigw-requestid").orElseThrow());
                    }
                    return null;
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ids).hasSize(2000);
        assertThat(demo.functionLog()).containsOnly("counted").hasSize(2000);
        assertThat(demo.accessLog()).hasSize(2000);
    }

    @Test
    void methodOfTheStreamShapeIsAHandler() throws Exception {
        assertThat(demo.get("/method").body()).isEqualTo("by method");
    }

    @Test
    void whatItThrowsReachesTheLogOnly() throws Exception {
        HttpResponse<String> response = demo.get("/trouble/throw");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo(INTERNAL_ERROR);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(demo.functionLog())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .startsWith("Trouble ")
                        .contains(
                                "java.lang.IllegalStateException: secret detail",
                                "\tat Trouble//io.github.securehttpapi.local.fixture"));
        assertThat(demo.accessLog().get(0)).contains("\"integrationError\":\"java.lang.IllegalStateException\"");
    }

    @Test
    void exceptionThatCannotBeToldOfLeftTheClientWaiting() throws Exception {
        assertThat(demo.get("/trouble/unspeakable").statusCode()).isEqualTo(500);
        assertThat(demo.functionLog())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .startsWith("Trouble ")
                        .endsWith(" io.github.securehttpapi.local.fixture.UnspeakableException, which cannot be told"
                                + " of: its own message throws java.lang.IllegalStateException"));
        assertThat(demo.get("/trouble/fine").body()).isEqualTo("2");
    }

    @Test
    void instanceSurvivesAnExceptionButNotAnError() throws Exception {
        assertThat(demo.get("/trouble/throw").statusCode()).isEqualTo(500);
        assertThat(demo.get("/trouble/fine").body()).isEqualTo("2");
        assertThat(demo.get("/trouble/overflow").statusCode()).isEqualTo(500);
        assertThat(demo.get("/trouble/fine").body()).isEqualTo("1");
    }

    @Test
    void functionTimeoutIsAFunctionErrorAndLosesTheInstance() throws Exception {
        assertThat(demo.get("/trouble/fine").body()).isEqualTo("1");
        HttpResponse<String> response = demo.get("/trouble/hang");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo(INTERNAL_ERROR);
        assertThat(demo.functionLog())
                .singleElement()
                .satisfies(entry -> assertThat(entry).endsWith(" Task timed out after 1.00 seconds"));
        assertThat(demo.get("/trouble/fine").body()).isEqualTo("1");
    }

    @Test
    void integrationTimeoutIs503WhileTheFunctionGoesOn() throws Exception {
        HttpResponse<String> response = demo.get("/impatient/nap");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(demo.get("/count?token=other").statusCode()).isEqualTo(200);
    }

    @Test
    void hungHandlersDoNotBlockOthers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Integer>> hung = IntStream.range(0, 20)
                    .mapToObj(client ->
                            threads.submit(() -> demo.get("/trouble/hang").statusCode()))
                    .toList();
            assertThat(demo.get("/trouble/fine").statusCode()).isEqualTo(200);
            for (Future<Integer> status : hung) {
                assertThat(status.get()).isEqualTo(500);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(demo.get("/trouble/fine").body()).isIn("1", "2");
    }

    @Test
    void answerOverSixMegabytesIsAFunctionError() throws Exception {
        assertThat(demo.get("/trouble/large").statusCode()).isEqualTo(500);
        assertThat(demo.functionLog().get(0))
                .contains("Response payload size exceeded maximum allowed payload size (6291556 bytes).");
    }

    @Test
    void answerThatIsNoResponseIs500WithTheReasonInTheLog() throws Exception {
        HttpResponse<String> response = demo.script("{\"statusCode\": 200, \"body\": {}}");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo(INTERNAL_ERROR);
        assertThat(demo.accessLog().get(0)).contains("Lambda body contains the wrong type for field \\\"body\\\"");
    }

    @Test
    void responseReachesTheClient() throws Exception {
        HttpResponse<String> response = demo.script(
                "{\"statusCode\": 418, \"body\": \"tea\", \"cookies\": [\"a=1\", \"b=2\"], \"headers\": {\"X-A\": \"é\"}}");
        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.body()).isEqualTo("tea");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(response.headers().firstValue("date")).isPresent();
    }

    @Test
    void exitOfAFunctionIs500AndTheGatewayGoesOn() throws Exception {
        assertThat(demo.get("/trouble/fine").body()).isEqualTo("1");
        HttpResponse<String> response = demo.get("/trouble/exit");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo(INTERNAL_ERROR);
        assertThat(demo.functionLog())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .startsWith("Trouble ")
                        .endsWith(" Error: Runtime exited with error: exit status 3"));
        assertThat(demo.accessLog().get(1)).contains("\"integrationError\":\"Runtime.ExitError\"");
        assertThat(demo.get("/trouble/fine").body()).isEqualTo("1");
    }

    @Test
    void requestBeyondTheReservedConcurrencyIs503AtOnce() throws Exception {
        demo.close();
        UnaryOperator<String> none =
                template -> template.replaceFirst("\"Runtime\"", "\"ReservedConcurrentExecutions\": 0, \"Runtime\"");
        demo = Demo.start(directory, none, settings -> {});
        HttpResponse<String> response = demo.get("/echo");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(demo.accessLog().get(0)).contains("\"integrationError\":\"Rate Exceeded.\"");
    }
}
