package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {
    private record Node(String name, @Nullable Node next) {
        void write(JsonWriter json) {
            json.put("name", name).put("next", next, Node::write);
        }
    }

    private static String written(Consumer<JsonWriter> members) {
        return new String(JsonWriter.bytes(members), StandardCharsets.UTF_8);
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
