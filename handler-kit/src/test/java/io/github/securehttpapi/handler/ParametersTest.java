package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.bool;
import static io.github.securehttpapi.handler.Decoders.decimal;
import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.listOf;
import static io.github.securehttpapi.handler.Decoders.longInteger;
import static io.github.securehttpapi.handler.Decoders.mapOf;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.oneOf;
import static io.github.securehttpapi.handler.Decoders.optionalField;
import static io.github.securehttpapi.handler.Decoders.shape;
import static io.github.securehttpapi.handler.Decoders.string;
import static io.github.securehttpapi.handler.Decoders.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Query and path parameters, decoded. */
final class ParametersTest {
    private record Page(
            int limit, boolean descending, @Nullable UUID after, List<String> tags) {}

    // snippet:query
    private static final Decoder<Page> PAGE = object(
            Page::new,
            optionalField("limit", integer().min(1).max(100), 20),
            optionalField("descending", bool(), false),
            optionalField("after", uuid()),
            optionalField("tag", listOf(string().notBlank()).maxSize(3), List.of()));
    // end

    private static Request query(Map<String, String> parameters) {
        Event event = new Event();
        event.method = "GET";
        event.queryParameters.putAll(parameters);
        return Request.of(event, "id", HandlerOptions.defaults());
    }

    private static Request path(Map<String, String> parameters) {
        Event event = new Event();
        event.method = "GET";
        event.routeKey = "GET /contacts/{id}";
        event.pathParameters.putAll(parameters);
        return Request.of(event, "id", HandlerOptions.defaults());
    }

    private static <T> T only(Decoder<T> decoder, String text) {
        return query(Map.of("a", text)).queryParameter("a", decoder).orElseThrow();
    }

    private static String refusal(ThrowingCallable call) {
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, call);
        StringBuilder text =
                new StringBuilder().append(refusal.status()).append(' ').append(refusal.getMessage());
        for (Violation violation : refusal.violations()) {
            text.append('\n')
                    .append(violation.pointer())
                    .append(' ')
                    .append(violation.code())
                    .append(' ')
                    .append(violation.message());
        }
        return text.toString();
    }

    @Test
    void becomeWhatTheDecoderMakesOfThem() {
        assertThat(query(Map.of(
                                "limit", "50",
                                "descending", "true",
                                "after", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                                "tag", "a,b c,d"))
                        .queryParameters(PAGE))
                .isEqualTo(new Page(
                        50, true, UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"), List.of("a", "b c", "d")));
        assertThat(query(Map.of()).queryParameters(PAGE)).isEqualTo(new Page(20, false, null, List.of()));
    }

    @Test
    void areAllToldInOnePass() {
        assertThat(refusal(() -> query(Map.of(
                                "limit",
                                "0",
                                "descending",
                                "yes",
                                "after",
                                "x",
                                "tag",
                                "a,,b,c",
                                "zz",
                                "1",
                                "utm",
                                "1"))
                        .queryParameters(PAGE)))
                .isEqualTo("""
                        400 query is not what this route accepts
                        /limit too_small must be at least 1
                        /descending type must be true or false
                        /after uuid must be a UUID: 8-4-4-4-12 hexadecimal digits
                        /tag/1 blank must not be blank
                        /tag too_many must have at most 3 elements
                        /utm unknown_field must not be present: no such field
                        /zz unknown_field must not be present: no such field""");
    }

    @Test
    void mayBeMoreThanTheDecoderKnows() {
        Decoder<String> decoder = object((String a) -> a, field("a", string())).ignoringUnknownFields();

        assertThat(query(Map.of("a", "b", "utm", "1")).queryParameters(decoder)).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "+1", "01", "-", "0x1", "1.0", "1e0", "1,2", "\u0661", "--1", "-01", "a", "1a"})
    void areWholeNumbersOnlyAsJsonWritesThem(String text) {
        assertThat(refusal(() -> only(integer(), text)))
                .isEqualTo("400 query is not what this route accepts\n/a type must be a whole number");
        assertThat(refusal(() -> only(longInteger(), text)))
                .isEqualTo("400 query is not what this route accepts\n/a type must be a whole number");
    }

    @Test
    void areNumbersWithinTheirBounds() {
        assertThat(only(integer(), "-2147483648")).isEqualTo(Integer.MIN_VALUE);
        assertThat(only(integer(), "0")).isZero();
        assertThat(only(longInteger(), "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(refusal(() -> only(integer(), "9".repeat(9_000))))
                .endsWith("/a too_large must be at most 2147483647");
        assertThat(refusal(() -> only(decimal().digits(400, 0), "9".repeat(401))))
                .contains("/a too_many_digits");
        assertThat(refusal(() -> only(decimal(), "1e1000000000"))).contains("/a too_many_digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "10.25", "1e2", "1E+2", "1.5e-2", "123"})
    void areDecimalsAsJsonWritesThem(String text) {
        assertThat(only(decimal(), text)).isEqualByComparingTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".5", "1.", "1.e2", "1e", "1e+", "+1", "00", "1_0", "NaN", "1 ", "1f", "1e1.5", "-.1", "1e-+1"
            })
    void areNoOtherDecimals(String text) {
        assertThat(refusal(() -> only(decimal(), text)))
                .isEqualTo("400 query is not what this route accepts\n/a type must be a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "TRUE", "on", " true", "true,false"})
    void areBooleansOnlyAsJsonWritesThem(String text) {
        assertThat(only(bool(), "true")).isTrue();
        assertThat(only(bool(), "false")).isFalse();
        assertThat(refusal(() -> only(bool(), text))).endsWith("\n/a type must be true or false");
    }

    @Test
    void areListsOfWhatStandsBetweenCommas() {
        assertThat(only(listOf(string()), "")).isEmpty();
        assertThat(only(listOf(string()), ",")).containsExactly("", "");
        assertThat(only(listOf(string()), "a")).containsExactly("a");
        assertThat(only(listOf(string()), "a,b,")).containsExactly("a", "b", "");
        assertThat(only(listOf(integer()), "1,-2,3")).containsExactly(1, -2, 3);
        assertThat(only(listOf(bool()), "true,false")).containsExactly(true, false);
        assertThat(refusal(() -> only(listOf(decimal()), "1,x,2.5"))).endsWith("\n/a/1 type must be a number");
        assertThat(refusal(() -> only(listOf(listOf(string())), "1,2")))
                .endsWith("\n/a/0 type must be an array\n/a/1 type must be an array");
        assertThat(only(string(), "a,b")).isEqualTo("a,b");
    }

    @Test
    void readTheNextParameterAfterAListThatWasTooLong() {
        Decoder<String> decoder = object(
                (List<String> a, String b, List<String> c) -> b,
                field("a", listOf(string()).maxSize(1)),
                field("b", string().maxLength(1)),
                field("c", listOf(string()).maxSize(1)));

        assertThat(refusal(
                        () -> query(Map.of("a", "1,2,3", "b", "xx", "c", "1,2")).queryParameters(decoder)))
                .isEqualTo("""
                        400 query is not what this route accepts
                        /a too_many must have at most 1 element
                        /b too_long must have at most 1 character
                        /c too_many must have at most 1 element""");
    }

    @Test
    void areNoObjects() {
        assertThat(refusal(() -> query(Map.of("a", "{}"))
                        .queryParameters(object((Map<String, String> a) -> a, field("a", mapOf(string()))))))
                .endsWith("\n/a type must be an object");
        assertThat(refusal(() -> query(Map.of()).queryParameters(listOf(string()))))
                .endsWith("\n type must be an array");
        assertThat(refusal(() -> query(Map.of()).queryParameters(string()))).endsWith("\n type must be a string");
        assertThat(refusal(() -> query(Map.of()).queryParameters(integer())))
                .endsWith("\n type must be a whole number");
        assertThat(refusal(() -> query(Map.of()).queryParameters(decimal()))).endsWith("\n type must be a number");
        assertThat(refusal(() -> query(Map.of()).queryParameters(bool()))).endsWith("\n type must be true or false");
    }

    @Test
    void areAMapOrOneOfSeveralShapesAsAWhole() {
        Decoder<String> shapes = oneOf(
                "by",
                shape("name", object((String name) -> name, field("name", string()))),
                shape("id", object((Integer id) -> "#" + id, field("id", integer()))));

        assertThat(query(Map.of("z", "1", "a", "2")).queryParameters(mapOf(integer())))
                .containsExactly(Map.entry("a", 2), Map.entry("z", 1));
        assertThat(query(Map.of("by", "id", "id", "7")).queryParameters(shapes)).isEqualTo("#7");
        assertThat(refusal(() -> query(Map.of("id", "7")).queryParameters(shapes)))
                .endsWith("\n/by required must be present");
        assertThat(refusal(() -> query(Map.of("by", "x")).queryParameters(shapes)))
                .endsWith("\n/by one_of must be one of: name, id");
    }

    @Test
    void areReadOneByOne() {
        Request request = query(Map.of("limit", "7", "other", "x", "a/b", "x"));

        // snippet:one-parameter
        int limit = request.queryParameter("limit", integer().min(1).max(100)).orElse(20);
        // end
        assertThat(limit).isEqualTo(7);
        assertThat(request.queryParameter("missing", integer())).isEqualTo(Optional.empty());
        assertThat(refusal(() -> request.queryParameter("a/b", integer())))
                .isEqualTo("400 query is not what this route accepts\n/a~1b type must be a whole number");
    }

    @Test
    void standForTheVariablesOfThePath() {
        Request request = path(Map.of("id", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));

        // snippet:path
        UUID id = request.pathParameter("id", uuid());
        // end
        assertThat(id).isEqualTo(UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
        assertThat(request.pathParameters(object((UUID value) -> value, field("id", uuid()))))
                .isEqualTo(id);
        assertThat(refusal(() -> request.pathParameter("id", integer())))
                .isEqualTo("400 path is not what this route accepts\n/id type must be a whole number");
        assertThat(refusal(() -> request.pathParameters(object((Integer value) -> value, field("id", integer())))))
                .isEqualTo("400 path is not what this route accepts\n/id type must be a whole number");
    }

    @Test
    void areOfTheRoute() {
        assertThatThrownBy(() -> path(Map.of()).pathParameter("id", uuid()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("path must have a variable 'id', got route 'GET /contacts/{id}': name one of the variables "
                        + "between its braces");
    }

    @Test
    void mustNotHoldHalfASurrogatePair() {
        assertThat(refusal(() -> only(string(), "\ud83d")))
                .isEqualTo("400 query must not hold half of a surrogate pair");
        assertThat(refusal(() -> query(Map.of("\ude00", "")).queryParameters(mapOf(string()))))
                .isEqualTo("400 query must not hold half of a surrogate pair");
        assertThat(refusal(() -> query(Map.of("b", "\ude00")).queryParameters(PAGE)))
                .isEqualTo("400 query must not hold half of a surrogate pair");
        assertThat(refusal(() -> path(Map.of("id", "\ud83d")).pathParameter("id", string())))
                .isEqualTo("400 path must not hold half of a surrogate pair");
    }

    @Test
    @SuppressWarnings("NullAway") // A caller that is not null-checked can do this.
    void haveNames() {
        assertThatThrownBy(() -> query(Map.of()).queryParameter(null, string())).hasMessage("name must not be null");
        assertThatThrownBy(() -> query(Map.of()).pathParameter(null, string())).hasMessage("name must not be null");
    }
}
