package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class that is loaded costs a cold start a tenth of a millisecond and more, whether it is used or not. */
final class ColdStartTest {
    private static final String PACKAGE = "io.github.securehttpapi.handler.";

    private static List<String> loadedByTheFirstRequest() throws IOException, InterruptedException {
        return loaded().stream()
                .filter(name -> name.startsWith(PACKAGE))
                .map(name -> name.substring(PACKAGE.length()))
                .toList();
    }

    private static List<String> loaded() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        return output.lines().map(line -> line.split(" ", 2)[0]).toList();
    }

    @Test
    void loadsNoDecoderThatItDoesNotUse() throws IOException, InterruptedException {
        List<String> loaded = loadedByTheFirstRequest();

        assertThat(loaded).contains("HttpApiHandler", "Decoders", "StringDecoder", "ObjectDecoder");
        assertThat(loaded.stream().filter(name -> name.endsWith("Decoder")))
                .containsExactlyInAnyOrder("Decoder", "StringDecoder", "ObjectDecoder");
        assertThat(loaded)
                .doesNotContain(
                        "CharacterSet",
                        "Messages",
                        "NumberText",
                        "ParametersInput",
                        "ParametersReader",
                        "Patch",
                        "Refined",
                        "Rfc3339",
                        "Shape",
                        "Size",
                        "Violation");
    }

    @Test
    void loadsNoFormatterForAnInstant() throws IOException, InterruptedException {
        assertThat(loaded())
                .contains("java.time.Instant", PACKAGE + "Timestamp")
                .noneMatch(name -> name.startsWith("java.time.format."));
    }

    /** Trimming, not blank, length and e-mail: four steps, and not the others. */
    @Test
    void loadedEveryStepOfStringsThereIs() throws IOException, InterruptedException {
        Stream<String> steps = loadedByTheFirstRequest().stream().filter(name -> name.matches("StringDecoder\\$\\d+"));

        assertThat(steps).hasSize(4);
    }
}
