package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.listOf;
import static io.github.securehttpapi.handler.Decoders.mapOf;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.oneOf;
import static io.github.securehttpapi.handler.Decoders.optionalField;
import static io.github.securehttpapi.handler.Decoders.shape;
import static io.github.securehttpapi.handler.Decoders.string;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShapesDecoderTest {
    // snippet:shapes
    sealed interface Payment permits Card, Debit {}

    record Card(String number) implements Payment {}

    record Debit(String iban, String name) implements Payment {}

    static final Decoder<Payment> PAYMENT = oneOf(
            "type",
            shape("card", object(Card::new, field("number", string().maxLength(19)))),
            shape("debit", object(Debit::new, field("iban", string()), field("name", string()))));
    // end

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"debit\",\"iban\":\"i\",\"name\":\"n\"}",
                "{\"iban\":\"i\",\"type\":\"debit\",\"name\":\"n\"}",
                " { \"iban\" : \"i\" , \"name\" : \"n\" , \"type\" : \"debit\" } ",
                "\r\n{\"iban\":\"i\",\n \"name\":\"n\",\n\n \"t\\u0079pe\":\"d\\u0065bit\"}"
            })
    void areToldApartWhereverTheMemberStands(String json) {
        assertThat(value(PAYMENT, json)).isEqualTo(new Debit("i", "n"));
    }

    @Test
    void areToldApartWithinOthers() {
        Decoder<List<Payment>> decoder = object(
                (String a, List<Payment> payments) -> payments,
                field("a", string()),
                field("payments", listOf(PAYMENT)));

        assertThat(value(
                        decoder,
                        "{\"payments\": [ {\"number\": \"1\", \"type\": \"card\"},\n"
                                + " {\"name\": \"\ud83d\ude00\", \"iban\": \"i\", \"type\": \"debit\"},"
                                + "{\"type\":\"card\",\"number\":\"2\"} ], \"a\": \"b\"}"))
                .containsExactly(new Card("1"), new Debit("i", "\ud83d\ude00"), new Card("2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/type required must be present",
                "{\"number\":\"1\",\"x\":{\"type\":\"card\"}}|/type required must be present",
                "{\"number\":1,\"type\":null}|/type required must not be null",
                "{\"type\":[\"card\"],\"number\":1}|/type type must be a string",
                "{\"number\":1,\"type\":\"cash\"}|/type one_of must be one of: card, debit",
                "{\"type\":\"Card\"}|/type one_of must be one of: card, debit",
                "[]|' type must be an object'",
                "\"card\"|' type must be an object'",
                "null|' type must be an object'"
            })
    void tellWhatTheMemberHasToBe(String json, String violation) {
        assertThat(violations(PAYMENT, json)).containsExactly(violation);
    }

    @Test
    void goOnBehindAValueWithoutAShape() {
        Decoder<?> decoder = object((Payment a, Integer b) -> a, field("a", PAYMENT), field("b", integer()));

        assertThat(violations(decoder, "{\"a\":{\"number\":{\"b\":[{}]},\"type\":\"cash\"},\"b\":\"x\"}"))
                .containsExactly("/a/type one_of must be one of: card, debit", "/b type must be a whole number");
    }

    @Test
    void tellWhatIsWrongWithTheShape() {
        assertThat(violations(PAYMENT, "{\"number\":1,\"x\":1,\"type\":\"card\"}"))
                .containsExactly(
                        "/number type must be a string", "/x unknown_field must not be present: no such field");
    }

    @Test
    void mayHaveTheMemberForAField() {
        Decoder<String> decoder = oneOf("type", shape("a", object((String type) -> type, field("type", string()))));

        assertThat(value(decoder, "{\"type\":\"a\"}")).isEqualTo("a");
    }

    @Test
    void allowTheMemberInNoObjectButTheirOwn() {
        Decoder<String> inner = object((String a) -> a, field("a", string()));
        Decoder<String> decoder = oneOf("type", shape("x", object((String a) -> a, field("inner", inner))));

        assertThat(violations(decoder, "{\"type\":\"x\",\"inner\":{\"type\":\"x\",\"a\":\"b\"}}"))
                .containsExactly("/inner/type unknown_field must not be present: no such field");
    }

    @Test
    void allowTheMemberInNoObjectThatFollows() {
        Decoder<?> decoder = object(
                (List<String> a, String b) -> b,
                optionalField("a", oneOf("type", shape("list", listOf(string())))),
                field("b", object((String c) -> c, field("c", string()))));

        assertThat(violations(decoder, "{\"a\":{\"type\":\"list\"},\"b\":{\"type\":\"x\",\"c\":\"d\"}}"))
                .containsExactly(
                        "/a type must be an array", "/b/type unknown_field must not be present: no such field");
        assertThat(violations(
                        object(
                                (String a, String b) -> b,
                                field("a", oneOf("t", shape("u", oneOf("type", shape("x", string()))))),
                                field("b", object((String c) -> c, field("c", string())))),
                        "{\"a\":{\"t\":\"u\"},\"b\":{\"t\":\"x\",\"c\":\"d\"}}"))
                .containsExactly(
                        "/a/type required must be present", "/b/t unknown_field must not be present: no such field");
    }

    @Test
    void mayHaveShapesThemselves() {
        Decoder<String> decoder =
                oneOf("type", shape("a", oneOf("kind", shape("b", object((String c) -> c, field("c", string()))))));

        assertThat(value(decoder, "{\"c\":\"d\",\"kind\":\"b\",\"type\":\"a\"}"))
                .isEqualTo("d");
    }

    @Test
    void mayBeRuledAndMapped() {
        Decoder<String> decoder = oneOf(
                "type",
                shape(
                        "a",
                        object((String c) -> c, field("c", string()))
                                .check("long", "must be long", c -> c.length() > 1)
                                .map(c -> c + "!")));

        assertThat(value(decoder, "{\"c\":\"dd\",\"type\":\"a\"}")).isEqualTo("dd!");
        assertThat(violations(decoder, "{\"c\":\"d\",\"type\":\"a\"}")).containsExactly(" long must be long");
    }

    @Test
    void mayBeMapsThatDoNotHoldTheMember() {
        Decoder<Map<String, Integer>> decoder = oneOf("type", shape("map", mapOf(integer())));

        assertThat(value(decoder, "{\"a\":1,\"type\":\"map\",\"b\":2}"))
                .containsExactly(Map.entry("a", 1), Map.entry("b", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"card\",\"number\":\"1\",\"type\":\"debit\"}",
                "{\"number\":\"1\",\"type\":\"card\",\"type\":\"card\"}",
                "{\"number\":\"1\",\"number\":\"1\",\"type\":\"card\"}",
                "{\"number\":\"1\",\"type\":\"card\"",
                "{\"number\":\"1\"",
                "{\"number\":\"1\",\"type\":}"
            })
    void refuseWhatIsNotJsonAsEver(String json) {
        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> value(PAYMENT, json));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal).hasMessage("body must be one JSON value, each name in an object unique");
    }

    @Test
    void refuseHalfAPairAhead() {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> value(PAYMENT, "{\"number\":\"\\ud83d\",\"type\":\"card\"}"));

        assertThat(refusal).hasMessage("body must not hold half of a surrogate pair");
    }

    @Test
    void haveTagsOfTheirOwn() {
        assertThatThrownBy(() -> oneOf("type", shape("a", string()), shape("a", string())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapes must have tags of their own, got 'a' twice");
    }
}
