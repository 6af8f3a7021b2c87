package com.example.snapstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.crac.Core;
import org.junit.jupiter.api.Test;

final class PrimedHandlerTest {
    @Test
    void decodesAndAnswersBeforeTheSnapshot() {
        PrimedHandler handler = new PrimedHandler();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            handler.beforeCheckpoint(Core.getGlobalContext());
            handler.afterRestore(Core.getGlobalContext());
        } finally {
            System.setOut(console);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"requestId\":\"priming\",", "\"routeKey\":\"POST /contacts\",\"status\":422,")
                .doesNotContain("stackTrace");
    }
}
