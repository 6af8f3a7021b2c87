package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WrkTest {
    private static final String REPORT = """
            Running 2s test @ http://127.0.0.1:8080/health
              2 threads and 64 connections
              120000 requests in 2.00s, 20.00MB read
            %sRequests/sec:  59876.54
            Transfer/sec:     10.00MB
            """;

    @Test
    void readsTheRate() {
        assertThat(Wrk.of(REPORT.formatted(""))).isEqualTo(new Wrk.Load(59_876.54, 0));
    }

    @Test
    void addsUpWhatWasRefusedAndLost() {
        String errors = "  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 10\n";

        assertThat(Wrk.of(REPORT.formatted(errors))).isEqualTo(new Wrk.Load(59_876.54, 20));
    }

    @Test
    void refusesWhatIsNoReport() {
        assertThatThrownBy(() -> Wrk.of("unable to connect to 127.0.0.1:8080 Connection refused\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "wrk must report its requests, got 'unable to connect to 127.0.0.1:8080 Connection refused'");
    }
}
