package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonWriterTest {
    private record Node(String name, @Nullable Node next) {
        void write(JsonWriter json) {
            json.put("name", name).put("next", next, Node::write);
        }
    }

    private static String written(Consumer<JsonWriter> members) {
        return new String(JsonOutput.ofObject(members), StandardCharsets.UTF_8);
    }

    @Test
    void writesEachKindOfMemberInOrder() {
        assertThat(written(json -> json.put("string", "a\"\\\n\u2028é\ud83d\ude00")
                        .put("nothing", (String) null)
                        .put("long", Long.MAX_VALUE)
                        .put("int", 1)
                        .put("double", 0.1)
                        .put("boolean", true)
                        .putAll("strings", List.of("a", "b"))
                        .putAll("objects", List.of(new Node("x", null)), Node::write)
                        .put("object", new Node("y", new Node("z", null)), Node::write)))
                .isEqualTo("{\"string\":\"a\\\"\\\\\\n\u2028é\ud83d\ude00\",\"nothing\":null,"
                        + "\"long\":9223372036854775807,\"int\":1,\"double\":0.1,\"boolean\":true,"
                        + "\"strings\":[\"a\",\"b\"],\"objects\":[{\"name\":\"x\",\"next\":null}],"
                        + "\"object\":{\"name\":\"y\",\"next\":{\"name\":\"z\",\"next\":null}}}");
    }

    private record Customer(String id, String name) {
        void write(JsonWriter json) {
            json.put("id", id).put("name", name);
        }
    }

    private record Order(UUID id, Instant placed, Customer customer, BigDecimal weight, List<String> tags) {}

    @Test
    void writesAnOrderAsTheReferenceShows() {
        Order order = new Order(
                new UUID(0, 7), Instant.EPOCH, new Customer("3", "Zoë"), new BigDecimal("1.50"), List.of("new"));
        Map<String, Integer> stock = Map.of("tea", 2);

        // snippet:json
        Response response = Response.ok(json -> json.put("id", order.id())
                .put("placed", order.placed())
                .put("customer", order.customer(), Customer::write)
                .put("weight", order.weight())
                .putAll("tags", order.tags())
                .putObject("stock", members -> stock.forEach(members::put))
                .putArray("position", elements -> elements.add(13.4).add(52.5)));
        // end

        assertThat(new String(response.body("id", false), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"00000000-0000-0000-0000-000000000007\",\"placed\":\"1970-01-01T00:00:00Z\","
                        + "\"customer\":{\"id\":\"3\",\"name\":\"Zoë\"},\"weight\":1.50,\"tags\":[\"new\"],"
                        + "\"stock\":{\"tea\":2},\"position\":[13.4,52.5]}");
    }

    @Test
    void writesNothingAsNull() {
        assertThat(written(json -> json.put("number", (Integer) null)
                        .put("truth", (Boolean) null)
                        .put("constant", (DayOfWeek) null)
                        .put("instant", (Instant) null)
                        .put("day", (LocalDate) null)
                        .put("uuid", (UUID) null)
                        .putAll("objects", Arrays.asList(null, new Node("a", null)), Node::write)
                        .putNull("nothing")))
                .isEqualTo("{\"number\":null,\"truth\":null,\"constant\":null,\"instant\":null,\"day\":null,"
                        + "\"uuid\":null,\"objects\":[null,{\"name\":\"a\",\"next\":null}],\"nothing\":null}");
    }

    @Test
    void writesTimesIdsAndConstantsAsText() {
        assertThat(written(json -> json.put("instant", Instant.parse("2025-04-14T22:13:56.120Z"))
                        .put("day", LocalDate.of(2025, 4, 4))
                        .put("uuid", UUID.fromString("6BC28136-AAAA-4365-B021-0CE6B2E64AB0"))
                        .put("constant", DayOfWeek.MONDAY)))
                .isEqualTo("{\"instant\":\"2025-04-14T22:13:56.120Z\",\"day\":\"2025-04-04\","
                        + "\"uuid\":\"6bc28136-aaaa-4365-b021-0ce6b2e64ab0\",\"constant\":\"MONDAY\"}");
    }

    @Test
    void writesMapsAndArraysOfAnything() {
        Map<String, Integer> stock = new LinkedHashMap<>();
        stock.put("a\"", 1);
        stock.put("b", null);

        assertThat(written(json -> json.putObject("stock", members -> stock.forEach(members::put))
                        .putObject("empty", members -> {})
                        .putArray(
                                "rows",
                                rows -> rows.addArray(row -> row.add(1).add("x"))
                                        .addArray(row -> {})
                                        .addObject(row -> row.put("y", 2)))))
                .isEqualTo("{\"stock\":{\"a\\\"\":1,\"b\":null},\"empty\":{},\"rows\":[[1,\"x\"],[],{\"y\":2}]}");
    }

    @Nested
    final class WritingNumbers {
        private static String number(Number value) {
            return written(json -> json.put("n", value));
        }

        @Test
        void writesEveryNumberOfTheLanguage() {
            assertThat(written(json -> json.put("byte", (byte) -1)
                            .put("short", (short) 2)
                            .put("float", 0.1f)
                            .put("boxed", Float.valueOf(0.1f))
                            .put("small", Double.MIN_VALUE)
                            .put("zero", -0.0)))
                    .isEqualTo("{\"byte\":-1,\"short\":2,\"float\":0.1,\"boxed\":0.1,\"small\":4.9E-324,"
                            + "\"zero\":-0.0}");
            assertThat(number((byte) 1)).isEqualTo("{\"n\":1}");
            assertThat(number((short) 1)).isEqualTo("{\"n\":1}");
            assertThat(number(Integer.MIN_VALUE)).isEqualTo("{\"n\":-2147483648}");
            assertThat(number(Long.MIN_VALUE)).isEqualTo("{\"n\":-9223372036854775808}");
            assertThat(number(1e10)).isEqualTo("{\"n\":1.0E10}");
        }

        @ParameterizedTest
        @CsvSource({
            "1.10,1.10",
            "1E+3,1000",
            "1E-7,0.0000001",
            "-0.00,0.00",
            "0E+2,0",
            "12345678901234567890.5," + "12345678901234567890.5"
        })
        void writesADecimalWithoutAnExponent(BigDecimal value, String digits) {
            assertThat(number(value)).isEqualTo("{\"n\":" + digits + "}");
        }

        @Test
        void writesAsManyDigitsAsReadersTakeAndNoMore() {
            BigInteger largest = BigInteger.TEN.pow(999);

            assertThat(number(largest)).isEqualTo("{\"n\":1" + "0".repeat(999) + "}");
            assertThat(number(new BigDecimal("1E+999"))).isEqualTo("{\"n\":1" + "0".repeat(999) + "}");
            assertThatThrownBy(() -> number(BigInteger.ONE.shiftLeft(3_322)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("n must have at most 1000 digits when written out: round it, or put it as text");
            assertThatThrownBy(() -> number(new BigDecimal("1E+1000")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("n must have at most 1000 digits when written out: round it, or put it as text");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1E+2147483647", "1E-2147483647", "0E+2147483647"})
        void wroteGigabytesOfZeros(BigDecimal value) {
            assertThatThrownBy(() -> number(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("n must have at most 1000 digits when written out: round it, or put it as text");
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
        void refusesNumbersThatJsonDoesNotHaveInEveryShape(double value) {
            String message = "n must be a finite number, got '" + value + "': leave it out, or put null";

            assertThatThrownBy(() -> written(json -> json.put("n", value))).hasMessage(message);
            assertThatThrownBy(() -> written(json -> json.put("n", (float) value)))
                    .hasMessage(message);
            assertThatThrownBy(() -> number(value)).hasMessage(message);
            assertThatThrownBy(() -> number((float) value)).hasMessage(message);
        }

        @Test
        void refusesNumbersOfOtherClasses() {
            assertThatThrownBy(() -> number(new AtomicLong(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("n must be a number of java.lang or java.math, got a "
                            + "'java.util.concurrent.atomic.AtomicLong': convert it to one");
        }
    }

    @Test
    void exhaustedTheHeapWithAnEncoderThatDoesNotEnd() {
        assertThatThrownBy(() -> written(json -> {
                    while (true) {
                        json.put("a", "b");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("body must have at most 12582912 characters, got more: "
                        + "answer in pages, or with a link to a file");
        assertThatThrownBy(() -> written(json -> json.putArray("a", elements -> {
                    while (true) {
                        elements.add(1);
                    }
                })))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesNumbersThatJsonDoesNotHave() {
        assertThatThrownBy(() -> written(json -> json.put("sum", Double.POSITIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sum must be a finite number, got 'Infinity': leave it out, or put null");
    }

    @Test
    void failedOnHalfOfASurrogatePair() {
        assertThat(written(json -> json.put("\ud83d", "a\ud83d")
                        .put("b", "\ude00\ud83d\ude00\ud83d")
                        .putAll("c", List.of("\ud83dx", "\ud83d\ude00"))))
                .isEqualTo("{\"\ufffd\":\"a\ufffd\",\"b\":\"\ufffd\ud83d\ude00\ufffd\","
                        + "\"c\":[\"\ufffdx\",\"\ud83d\ude00\"]}");
    }

    @Test
    void refusesACallAfterTheEnd() {
        List<JsonWriter> kept = new ArrayList<>();
        Response.ok(kept::add);

        assertThatThrownBy(() -> kept.get(0).put("late", 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Can not write a field name, expecting a value");
    }

    @Test
    void staysWellFormedWhereAnExceptionWasCaughtHalfWay() {
        assertThat(written(json -> {
                    try {
                        json.put("half", "x", (x, half) -> half.put("a", 1).put("b", Double.NaN));
                    } catch (IllegalArgumentException caught) {
                        json.put("next", 2);
                    }
                }))
                .isEqualTo("{\"half\":{\"a\":1,\"next\":2}}");
    }

    @Test
    void endsAnObjectThatContainsItself() {
        Encoder<String> endless = new Encoder<>() {
            @Override
            public void write(String value, JsonWriter json) {
                json.put("self", value, this);
            }
        };

        assertThatThrownBy(() -> written(json -> json.put("self", "x", endless)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Document nesting depth (1001) exceeds the maximum allowed");
    }

    @Test
    void survivesTheEnvelopeUnchanged() {
        String text = "\"\\\b\f\n\r\t\u0000\u001f\u007f\u2028é\ud83d\ude00</script>";
        HttpApiHandler handler = new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return Response.ok(json -> json.put("text", text));
            }
        };

        String body = String.valueOf(Invocation.withoutBody().of(handler).body());

        assertThat(JsonText.object(body).get("text")).isEqualTo(text);
    }
}
