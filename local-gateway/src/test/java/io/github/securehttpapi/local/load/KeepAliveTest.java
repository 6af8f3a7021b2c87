package io.github.securehttpapi.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("load")
final class KeepAliveTest {
    private static final int CONNECTIONS = 10_000;
    private static final int REQUESTS_OF_CONNECTION = 5;

    /** Beside the connections: jars, libraries, event loops. */
    private static final int FURTHER_FILES = 500;

    /** Below a function's time-out on a machine that has other work too. */
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path directory;

    @BeforeAll
    static void limits() throws Exception {
        OpenFiles.require(CONNECTIONS + FURTHER_FILES);
    }

    @Test
    void tenThousandConnectionsLoseNoAnswerAndGetNoneOfAnother() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(directory, KeepAliveTest::patient);
                KeepAliveClient client = new KeepAliveClient(gateway.port(), CONNECTIONS, REQUESTS_OF_CONNECTION)) {
            long start = System.nanoTime();
            boolean inTime = client.run(PATIENCE_SECONDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%,d connections at once, %,d requests in %.1f s; the gateway: %s%n",
                    CONNECTIONS, client.answered(), seconds, gateway.sample());

            assertThat(client.problems()).isEmpty();
            assertThat(inTime).isTrue();
            assertThat(client.answered()).isEqualTo(CONNECTIONS * REQUESTS_OF_CONNECTION);
            assertThat(gateway.descriptors()).isGreaterThan(CONNECTIONS);
            assertThat(gateway.errors()).isEmpty();
        }
    }

    /** All requests come at once, and the last of them waits for all others: longer than API Gateway would wait. */
    private static String patient(String template) {
        return template.replace("GET /items/{id}", "POST /items/{id}")
                .replace("\"TimeoutInMillis\": 10000", "\"TimeoutInMillis\": 30000");
    }
}
