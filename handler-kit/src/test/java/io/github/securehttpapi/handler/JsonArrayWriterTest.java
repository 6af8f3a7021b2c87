package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class JsonArrayWriterTest {
    private record Tag(String name) {
        void write(JsonWriter json) {
            json.put("name", name);
        }
    }

    private static String written(Consumer<JsonArrayWriter> elements) {
        return new String(JsonOutput.ofArray(elements), StandardCharsets.UTF_8);
    }

    @Test
    void writesEachKindOfElementInOrder() {
        assertThat(written(json -> json.add("a\"\ud83d")
                        .add((String) null)
                        .add(1)
                        .add(Long.MIN_VALUE)
                        .add(0.5)
                        .add(0.1f)
                        .add(new BigDecimal("1E+2"))
                        .add((Number) null)
                        .add(true)
                        .addAll(Arrays.asList(new Tag("x"), null), Tag::write)
                        .addObject(object -> object.put("y", 1))
                        .addArray(array -> array.add(2))))
                .isEqualTo("[\"a\\\"\ufffd\",null,1,-9223372036854775808,0.5,0.1,100,null,true,"
                        + "{\"name\":\"x\"},null,{\"y\":1},[2]]");
        assertThat(written(json -> {})).isEqualTo("[]");
    }

    @Test
    void takesWhatTheMembersOfAnObjectTake() {
        UUID id = UUID.fromString("6BC28136-0000-4365-b021-0ce6b2e64ab0");

        assertThat(written(json -> json.add(Boolean.TRUE)
                        .add((Boolean) null)
                        .add(RoundingMode.FLOOR)
                        .add((RoundingMode) null)
                        .add(Instant.parse("2025-04-14T22:13:56Z"))
                        .add((Instant) null)
                        .add(LocalDate.of(2025, 4, 14))
                        .add((LocalDate) null)
                        .add(id)
                        .add((UUID) null)
                        .add(new Tag("x"), Tag::write)
                        .add((Tag) null, Tag::write)
                        .addAll(List.of("y", "z"))
                        .addNull()))
                .isEqualTo("[true,null,\"FLOOR\",null,\"2025-04-14T22:13:56Z\",null,\"2025-04-14\",null,"
                        + "\"6bc28136-0000-4365-b021-0ce6b2e64ab0\",null,{\"name\":\"x\"},null,\"y\",\"z\",null]");
    }

    @Test
    void refusesNumbersThatJsonDoesNotHave() {
        String message = "element must be a finite number, got 'NaN': leave it out, or put null";

        assertThatThrownBy(() -> written(json -> json.add(Double.NaN))).hasMessage(message);
        assertThatThrownBy(() -> written(json -> json.add(Float.NaN))).hasMessage(message);
        assertThatThrownBy(() -> written(json -> json.add(Double.valueOf(Double.NaN))))
                .hasMessage(message);
    }

    @Test
    void refusesACallAfterTheEnd() {
        List<JsonArrayWriter> kept = new ArrayList<>();

        assertThatThrownBy(() -> JsonOutput.ofObject(json -> {
                    json.putArray("a", kept::add);
                    kept.get(0).add(1);
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Can not write a number, expecting field name");
    }

    @Test
    void refusesAMemberOfTheObjectAroundIt() {
        assertThatThrownBy(() -> JsonOutput.ofObject(json -> json.putArray("a", elements -> json.put("b", 1))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Can not write a field name, expecting a value");
    }
}
