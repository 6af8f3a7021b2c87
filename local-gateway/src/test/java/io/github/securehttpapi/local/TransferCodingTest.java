package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body in a coding that is not understood ends where another server along the way sees no end. */
final class TransferCodingTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "'Transfer-Encoding: gzip, chunked', 501 Not Implemented",
        "'Transfer-Encoding: gzip\nTransfer-Encoding: chunked', 501 Not Implemented",
        "'Transfer-Encoding: identity\nTransfer-Encoding: chunked', 501 Not Implemented",
        "'Transfer-Encoding: chunked, chunked', 400 Bad Request",
        "'Transfer-Encoding: chunked\nTransfer-Encoding: chunked', 400 Bad Request"
    })
    void thatIsNotUnderstoodIsRefused(String codings, String status) throws IOException {
        try (Demo demo = Demo.start(directory)) {
            String answer = demo.raw("POST /echo HTTP/1.1\nHost: localhost\n" + codings + "\n\n0\n\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status + "\r\n")
                    .endsWith("\r\n\r\n{\"message\":\"" + status.substring(4) + "\"}");
            assertThat(demo.accessLog())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("\"functionStatus\":\"-\""));
        }
    }
}
