package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an event can make the handler allocate, of whatever it consists: docs/reference/performance.md states it. */
final class AllocationTest {
    /** In bytes. Large enough that what a request costs by itself does not count. */
    private static final int SIZE = 256 * 1024;

    /** What a body allocates for each byte of its event, in bytes: 13.3 at worst, and a margin for another JDK. */
    private static final int BODY_MULTIPLE = 18;

    /** What all else in an event allocates for each byte of it, in bytes: 27.2 at worst, and a margin for another JDK. */
    private static final int EVENT_MULTIPLE = 32;

    /** Allocated for an event of no size: the parsers' buffers, and an error's body. In bytes. */
    private static final int FIXED = 64 * 1024;

    private static final String EVENT = "{\"version\":\"2.0\",\"headers\":{\"content-type\":\"application/json\"},"
            + "\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"isBase64Encoded\":";

    private static final HttpApiHandler HANDLER =
            new ContactHandler(HandlerOptions.defaults().maxBodyBytes(4 * SIZE));
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Arguments repeated(String what, String start, IntFunction<String> part, String end) {
        StringBuilder json = new StringBuilder(start);
        for (int i = 0; json.length() < SIZE; i++) {
            json.append(part.apply(i));
        }
        return arguments(what, json.append(end).toString());
    }

    private static String letters(int number) {
        return Integer.toString(number, Character.MAX_RADIX);
    }

    /** In three bytes, with many of the same hash code, so that a {@link java.util.HashMap} makes trees of them. */
    private static String twoCharacters(int number) {
        return "" + (char) ('a' + number / 0x700 % 26) + (char) (0x80 + number % 0x700);
    }

    private static Stream<Arguments> bodies() {
        return Stream.of(
                repeated("short names", "{\"\":1", i -> ",\"" + letters(i) + "\":1", "}"),
                repeated("short names of two bytes", "{\"\":1", i -> ",\"" + (char) (0x100 + i % 50_000) + "\":1", "}"),
                repeated("objects of one name", "[0", i -> ",{\"\":1}", "]"),
                repeated("objects of three names", "[0", i -> ",{\"\":1,\"a\":1,\"b\":1}", "]"),
                repeated(
                        "objects of thirteen names",
                        "[0",
                        i ->
                                ",{\"\":1,\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1,\"l\":1}",
                        "]"),
                repeated("nesting", "[0", i -> ",[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", "]"),
                repeated("empty objects", "[0", i -> ",{}", "]"),
                repeated("empty arrays", "[0", i -> ",[]", "]"),
                repeated("short strings", "[0", i -> ",\"\"", "]"),
                repeated("strings of one character", "[0", i -> ",\"a\"", "]"),
                repeated("numbers", "[0", i -> ",1", "]"),
                repeated("fractions", "[0", i -> ",1.5", "]"),
                repeated("long numbers", "[0", i -> "," + "9".repeat(400), "]"),
                repeated("long names", "{\"\":1", i -> ",\"" + i + "k".repeat(240) + "\":1", "}"),
                repeated("a long string", "{\"name\":\"", i -> "a".repeat(1024), "\",\"email\":\"a\"}"),
                repeated("a long string that is skipped", "{\"z\":\"", i -> "a".repeat(1024), "\",\"email\":\"a\"}"),
                repeated("a long string of emoji", "{\"name\":\"", i -> "\ud83d\ude00", "\",\"email\":\"a\"}"),
                repeated("a long string of escapes", "{\"name\":\"", i -> "\\u0000", "\",\"email\":\"a\"}"),
                repeated("an e-mail address", "{\"name\":\"a\",\"email\":\"a@", i -> "b.", "\"}"),
                repeated("white space", "", i -> " ", "{}"),
                repeated("no JSON", "", i -> "x", ""));
    }

    private static Stream<Arguments> events() {
        String end = ",\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";
        String claims = "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":";
        return Stream.of(
                repeated("headers", "{\"headers\":{\"\":\"\"", i -> ",\"" + letters(i) + "\":\"\"", "}" + end),
                repeated(
                        "headers of two bytes",
                        "{\"headers\":{\"\":\"\"",
                        i -> ",\"" + (char) (0x100 + i % 50_000) + "\":\"\"",
                        "}" + end),
                repeated(
                        "parameters",
                        "{\"queryStringParameters\":{\"\":\"\"",
                        i -> ",\"" + letters(i) + "\":\"\"",
                        "}" + end),
                repeated(
                        "parameters of two characters",
                        "{\"queryStringParameters\":{\"\":\"\"",
                        i -> ",\"" + twoCharacters(i) + "\":\"\u00e9\"",
                        "}" + end),
                repeated("cookies", "{\"cookies\":[\"\"", i -> ",\"\"", "]" + end),
                repeated("cookies of one character", "{\"cookies\":[\"\"", i -> ",\"a\"", "]" + end),
                repeated("cookies of two bytes", "{\"cookies\":[\"\"", i -> ",\"\u00e9\"", "]" + end),
                repeated("cookies of an escape", "{\"cookies\":[\"\"", i -> ",\"\\n\"", "]" + end),
                repeated("claims", claims + "{\"\":1", i -> ",\"" + letters(i) + "\":1", "}}}}}"),
                repeated(
                        "claims of two characters",
                        claims + "{\"\":1",
                        i -> ",\"" + twoCharacters(i) + "\":1",
                        "}}}}}"),
                repeated(
                        "contexts", "{\"requestContext\":{\"authorizer\":{\"lambda\":{}", i -> ",\"lambda\":{}", "}}}"),
                repeated("members that are skipped", "{\"z\":{\"\":1", i -> ",\"" + letters(i) + "\":1", "}" + end),
                repeated("arrays that are skipped", "{\"z\":[0", i -> ",[]", "]" + end),
                repeated("a long path", "{\"rawPath\":\"", i -> "a".repeat(1024), "\"" + end),
                repeated("a body as if it were base64", "{\"isBase64Encoded\":true,\"body\":\"", i -> "!", "\"" + end),
                repeated("no JSON", "", i -> "[", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyAllocatesASmallMultipleOfItsEvent(String what, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);

        assertThatLittleIsAllocated(
                what + ", as text", EVENT + "false,\"body\":" + JsonText.quote(json) + "}", BODY_MULTIPLE);
        assertThatLittleIsAllocated(
                what + ", as base64",
                EVENT + "true,\"body\":\"" + Base64.getEncoder().encodeToString(body) + "\"}",
                BODY_MULTIPLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void anEventAllocatesASmallMultipleOfItself(String what, String json) {
        assertThatLittleIsAllocated(what, json, EVENT_MULTIPLE);
    }

    /** Each had an array of its own to be unescaped in. */
    @Test
    void allocatedMoreForAShortStringThatIsEscaped() {
        int count = 10_000;
        String start = "{\"cookies\":[\"\"";
        byte[] plain = (start + ",\"a\"".repeat(count) + "]}").getBytes(StandardCharsets.UTF_8);
        byte[] escaped = (start + ",\"\\n\"".repeat(count) + "]}").getBytes(StandardCharsets.UTF_8);
        allocated(plain);
        allocated(escaped);

        // The event is larger by an octet for each of them.
        assertThat(allocated(escaped)).isLessThan(allocated(plain) + 2L * count);
    }

    private static void assertThatLittleIsAllocated(String what, String json, int multiple) {
        byte[] event = json.getBytes(StandardCharsets.UTF_8);
        // The first of a kind loads classes.
        allocated(event);

        assertThat(allocated(event)).as(what).isLessThan((long) multiple * event.length + FIXED);
    }

    private static long allocated(byte[] event) {
        long id = Thread.currentThread().getId();
        RecordingContext context = new RecordingContext();
        long before = THREADS.getThreadAllocatedBytes(id);
        try {
            HANDLER.handleRequest(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), context);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return THREADS.getThreadAllocatedBytes(id) - before;
    }
}
