package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.decimal;
import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.listOf;
import static io.github.securehttpapi.handler.Decoders.mapOf;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.oneOf;
import static io.github.securehttpapi.handler.Decoders.optionalField;
import static io.github.securehttpapi.handler.Decoders.shape;
import static io.github.securehttpapi.handler.Decoders.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a body makes a decoder allocate, in all and not at once, in proportion to its own size. */
final class DecoderAllocationTest {
    private static final int BODY_BYTES = 1024 * 1024;

    /** Where sizes are bounded as they are unless asked: what is beyond them is read and dropped. */
    private static final int BOUNDED = 32;

    /** Where the decoder allows a list as long as the body: one object or string for every three bytes. */
    private static final int UNBOUNDED = 64;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static String repeated(String open, String element, String close) {
        int count = (BODY_BYTES - open.length() - close.length()) / (element.length() + 1) - 1;
        return open + (element + ",").repeat(count) + element + close;
    }

    private static String members(String value) {
        StringBuilder members = new StringBuilder("{");
        for (int i = 0; members.length() < BODY_BYTES - 40; i++) {
            members.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(Integer.toString(i, 36))
                    .append("\":")
                    .append(value);
        }
        return members.append('}').toString();
    }

    private static Stream<Arguments> bodies() {
        Decoder<String> strict = object((String a, String b) -> a, field("a", string()), field("b", string()));
        Decoder<String> lenient = object((String a) -> "", optionalField("a", string(), ""));
        Decoder<String> shapes = oneOf("type", shape("x", lenient));
        int any = Integer.MAX_VALUE;
        return Stream.of(
                arguments("numbers", listOf(integer()), repeated("[", "1", "]"), BOUNDED),
                arguments("strings", listOf(string()), repeated("[", "\"a\"", "]"), BOUNDED),
                arguments("empty objects", listOf(strict), repeated("[", "{}", "]"), BOUNDED),
                arguments("nested lists", listOf(listOf(listOf(integer()))), repeated("[", "[[]]", "]"), BOUNDED),
                arguments("members", mapOf(integer()), members("1"), BOUNDED),
                arguments("unknown members", strict, members("1"), BOUNDED),
                arguments(
                        "the shape's name at the end",
                        shapes,
                        members("1").replaceFirst("}$", ",\"type\":\"x\"}"),
                        BOUNDED),
                arguments("large exponents", listOf(decimal()), repeated("[", "1e1000000000", "]"), BOUNDED),
                arguments("any numbers", listOf(integer()).maxSize(any), repeated("[", "1", "]"), UNBOUNDED),
                arguments("any strings", listOf(string()).maxSize(any), repeated("[", "\"a\"", "]"), UNBOUNDED),
                arguments(
                        "any unique strings",
                        listOf(string()).maxSize(any).unique(),
                        repeated("[", "\"a\"", "]"),
                        UNBOUNDED),
                arguments("any empty objects", listOf(lenient).maxSize(any), repeated("[", "{}", "]"), UNBOUNDED),
                arguments(
                        "any objects that lack fields",
                        listOf(strict).maxSize(any),
                        repeated("[", "{}", "]"),
                        UNBOUNDED),
                arguments("any wrong types", listOf(integer()).maxSize(any), repeated("[", "[]", "]"), UNBOUNDED),
                arguments("any lists", listOf(listOf(integer())).maxSize(any), repeated("[", "[]", "]"), UNBOUNDED),
                arguments("any maps", listOf(mapOf(integer())).maxSize(any), repeated("[", "{}", "]"), UNBOUNDED),
                arguments("any decimals", listOf(decimal()).maxSize(any), repeated("[", "1e9", "]"), UNBOUNDED),
                arguments("any members", mapOf(string()).maxSize(any), members("\"\""), UNBOUNDED),
                arguments(
                        "any unknown members",
                        listOf(strict).maxSize(any),
                        repeated("[", "{\"z\":1}", "]"),
                        UNBOUNDED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isASmallMultipleOfTheBody(String what, Decoder<?> decoder, String json, int times) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        assertThat(body.length).isBetween(BODY_BYTES / 2, BODY_BYTES);
        decode(decoder, "[]".getBytes(StandardCharsets.UTF_8));

        long before = THREADS.getCurrentThreadAllocatedBytes();
        decode(decoder, body);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated / body.length).as(what).isLessThan(times);
    }

    private static void decode(Decoder<?> decoder, byte[] body) {
        Event event = new Event();
        event.headers.putAll(Map.of("content-type", "application/json"));
        event.body = new String(body, StandardCharsets.UTF_8);
        try {
            Request.of(event, "id", HandlerOptions.defaults().maxBodyBytes(BODY_BYTES))
                    .json(decoder);
        } catch (InvalidRequestException refusal) {
            assertThat(List.of(400, 422)).contains(refusal.status());
        }
    }
}
