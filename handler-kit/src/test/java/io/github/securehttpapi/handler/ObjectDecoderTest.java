package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.bool;
import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.nullableField;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.objectOf;
import static io.github.securehttpapi.handler.Decoders.optionalField;
import static io.github.securehttpapi.handler.Decoders.patchField;
import static io.github.securehttpapi.handler.Decoders.string;
import static io.github.securehttpapi.handler.Decoding.parameters;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectDecoderTest {
    private record Customer(String email) {}

    private record Order(
            String item,
            int quantity,
            boolean gift,
            @Nullable String note,
            Customer customer) {}

    private static final Decoder<Order> ORDER = object(
            Order::new,
            field("item", string().notBlank()),
            field("quantity", integer().min(1)),
            optionalField("gift", bool(), false),
            optionalField("note", string().notBlank()),
            field("customer", object(Customer::new, field("email", string().email()))));

    @Nested
    final class Composing {
        @Test
        void readsMembersInAnyOrder() {
            assertThat(value(ORDER, """
                            {"customer":{"email":"a@b"},"note":"n","gift":true,"quantity":2,"item":"i"}""")).isEqualTo(new Order("i", 2, true, "n", new Customer("a@b")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ",\"gift\":null,\"note\":null"})
        void takesAbsentAndNullAlikeForOptionalFields(String optional) {
            assertThat(value(ORDER, "{\"item\":\"i\",\"quantity\":2,\"customer\":{\"email\":\"a@b\"}" + optional + "}"))
                    .isEqualTo(new Order("i", 2, false, null, new Customer("a@b")));
        }

        @Test
        void handsEveryConstructorItsFieldsInOrder() {
            Field<String> a = field("a", string());
            Field<String> b = field("b", string());
            Field<String> c = field("c", string());
            Field<String> d = field("d", string());
            Field<String> e = field("e", string());
            Field<String> f = field("f", string());
            Field<String> g = field("g", string());
            Field<String> h = field("h", string());

            assertThat(decoded(object(u -> u, a), 1)).isEqualTo("1");
            assertThat(decoded(object((u, v) -> u + v, a, b), 2)).isEqualTo("12");
            assertThat(decoded(object((u, v, w) -> u + v + w, a, b, c), 3)).isEqualTo("123");
            assertThat(decoded(object((u, v, w, x) -> u + v + w + x, a, b, c, d), 4))
                    .isEqualTo("1234");
            assertThat(decoded(object((u, v, w, x, y) -> u + v + w + x + y, a, b, c, d, e), 5))
                    .isEqualTo("12345");
            assertThat(decoded(object((u, v, w, x, y, z) -> u + v + w + x + y + z, a, b, c, d, e, f), 6))
                    .isEqualTo("123456");
            assertThat(decoded(object((t, u, v, w, x, y, z) -> t + u + v + w + x + y + z, a, b, c, d, e, f, g), 7))
                    .isEqualTo("1234567");
            assertThat(decoded(
                            object((s, t, u, v, w, x, y, z) -> s + t + u + v + w + x + y + z, a, b, c, d, e, f, g, h),
                            8))
                    .isEqualTo("12345678");
        }

        private static String decoded(Decoder<String> decoder, int letters) {
            return value(decoder, letters(letters));
        }

        private static String letters(int count) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                members.add("\"" + (char) ('a' + i) + "\":\"" + (i + 1) + "\"");
            }
            return "{" + String.join(",", members) + "}";
        }

        @Test
        void refusesANameTwice() {
            assertThatThrownBy(() -> object((a, b) -> a + b, field("a", string()), field("a", string())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fields must have names of their own, got 'a' twice");
        }

        @Test
        @SuppressWarnings("NullAway") // What a constructor that is not null-checked can do.
        void refusesAConstructorThatReturnsNull() {
            assertThatThrownBy(() -> value(object((String a) -> null, field("a", string())), "{\"a\":\"\"}"))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("constructor must return an object, got null");
        }
    }

    @Nested
    final class Refusing {
        @ParameterizedTest
        @ValueSource(strings = {"null", "1", "\"a\"", "[{\"item\":\"i\"}]", "true"})
        void refusesWhatIsNoObject(String json) {
            assertThat(violations(ORDER, json)).containsExactly(" type must be an object");
        }

        @Test
        void tellsTheViolationsInTheOrderOfTheFieldsWhateverTheOrderOfTheMembers() {
            assertThat(violations(ORDER, """
                            {"z":{"email":1},"customer":{"email":"x","item":1},"note":"","quantity":0,"item":null}"""))
                    .containsExactly(
                            "/item required must not be null",
                            "/quantity too_small must be at least 1",
                            "/note blank must not be blank",
                            "/customer/email email must be an e-mail address",
                            "/customer/item unknown_field must not be present: no such field",
                            "/z unknown_field must not be present: no such field");
        }

        @Test
        void tellsWhatIsMissing() {
            assertThat(violations(ORDER, "{\"customer\":{}}"))
                    .containsExactly(
                            "/item required must be present",
                            "/quantity required must be present",
                            "/customer/email required must be present");
        }

        @Test
        void goesOnBehindAValueOfTheWrongType() {
            assertThat(violations(ORDER, """
                            {"item":{"a":[1,{"b":2}]},"customer":[[]],"quantity":[],"gift":{},"note":[1]}"""))
                    .containsExactly(
                            "/item type must be a string",
                            "/quantity type must be a whole number",
                            "/gift type must be true or false",
                            "/note type must be a string",
                            "/customer type must be an object");
        }

        @Test
        void comparesNamesExactly() {
            assertThat(violations(
                            object((String a) -> a, field("name", string())), "{\"Name\":\"\",\"c7coigo\":\"x\"}"))
                    .containsExactly(
                            "/name required must be present",
                            "/Name unknown_field must not be present: no such field",
                            "/c7coigo unknown_field must not be present: no such field");
        }

        @Test
        void escapesNamesInPointers() {
            assertThat(violations(object((String a) -> a, field("a/b~1", string())), "{\"a/b~1\":1,\"\":1}"))
                    .containsExactly(
                            "/a~1b~01 type must be a string", "/ unknown_field must not be present: no such field");
        }

        @Test
        void keepsWhatWasFoundBeforeItFirst() throws IOException {
            Violations found = new Violations();
            found.add("before", "came first");
            JsonInput input = new JsonInput("{}".toCharArray(), 0, 2);
            input.advance();

            object((String a) -> a, field("a", string())).decode(input, found);

            assertThat(found.list())
                    .containsExactly(
                            new Violation("", "before", "came first"),
                            new Violation("/a", "required", "must be present", Map.of("was", "absent")));
        }

        @Test
        void neverCallsTheConstructorWithFieldsThatAreUnsound() {
            List<String> seen = new ArrayList<>();
            Decoder<String> decoder = object(
                    (a, b) -> {
                        seen.add(a + b);
                        return a;
                    },
                    field("a", string().minLength(2)),
                    field("b", string()));

            violations(decoder, "{\"a\":\"x\",\"b\":\"\"}");
            violations(decoder, "{\"a\":\"xx\"}");
            violations(decoder, "{\"a\":\"xx\",\"b\":\"\",\"c\":\"\"}");

            assertThat(seen).isEmpty();
        }
    }

    @Nested
    final class TakingWhatIsLeftOut {
        private static final Decoder<Contact> CONTACT_PATCH =
                object(Contact::new, nullableField("name", string()), patchField("note", string().maxLength(3)));

        private record Contact(@Nullable String name, Patch<String> note) {}

        @Test
        void tellsAbsentFromNull() {
            assertThat(value(CONTACT_PATCH, "{\"name\":\"n\"}")).isEqualTo(new Contact("n", Patch.absent()));
            assertThat(value(CONTACT_PATCH, "{\"name\":null,\"note\":null}"))
                    .isEqualTo(new Contact(null, Patch.remove()));
            assertThat(value(CONTACT_PATCH, "{\"name\":\"n\",\"note\":\"a\"}"))
                    .isEqualTo(new Contact("n", Patch.set("a")));
        }

        @Test
        void tellsAnOptionalFieldFromANullableOne() {
            Decoder<String> decoder = object(
                    (a, b, c) -> a + b + c,
                    optionalField("a", string()),
                    nullableField("b", string()),
                    patchField("c", string()));

            assertThat(value(decoder, "{\"b\":null}")).isEqualTo("nullnullabsent");
            assertThat(violations(decoder, "{\"a\":null,\"c\":null}")).containsExactly("/b required must be present");
        }

        @Test
        void missesANullableField() {
            assertThat(violations(CONTACT_PATCH, "{\"note\":\"long\"}"))
                    .containsExactly("/name required must be present", "/note too_long must have at most 3 characters");
            assertThat(parameters(object((String a) -> a, field("a", string())), "{}"))
                    .containsExactly(Map.entry("was", "absent"));
            assertThat(parameters(object((String a) -> a, field("a", string())), "{\"a\":null}"))
                    .containsExactly(Map.entry("was", "null"));
        }
    }

    @Nested
    final class IgnoringUnknownFields {
        private static final Decoder<String> INNER = object((String a) -> a, field("a", string()));

        @Test
        void readsOverThem() {
            Decoder<String> decoder =
                    object((String a) -> a, field("a", string())).ignoringUnknownFields();

            assertThat(value(decoder, "{\"z\":{\"a\":[1,{}]},\"a\":\"b\",\"y\":null}"))
                    .isEqualTo("b");
        }

        @Test
        void isAskedOfEachObject() {
            Decoder<String> decoder =
                    object((String a) -> a, field("inner", INNER)).ignoringUnknownFields();

            assertThat(violations(decoder, "{\"z\":1,\"inner\":{\"a\":\"b\",\"z\":1}}"))
                    .containsExactly("/inner/z unknown_field must not be present: no such field");
        }

        @Test
        void leavesTheDecoderItStartedFromAsItWas() {
            ObjectDecoder<String> strict = object((String a) -> a, field("a", string()));

            strict.ignoringUnknownFields();

            assertThat(violations(strict, "{\"a\":\"\",\"z\":1}")).hasSize(1);
        }
    }

    @Nested
    final class HavingManyFields {
        private record Address(String street, @Nullable Integer number) {}

        // snippet:many-fields
        private static final Field<String> STREET = field("street", string());
        private static final Field<@Nullable Integer> NUMBER = optionalField("number", integer());

        private static final Decoder<Address> ADDRESS =
                objectOf(members -> new Address(members.get(STREET), members.get(NUMBER)), STREET, NUMBER);
        // end

        @Test
        void namesThem() {
            assertThat(value(ADDRESS, "{\"number\":7,\"street\":\"s\"}")).isEqualTo(new Address("s", 7));
            assertThat(value(ADDRESS, "{\"street\":\"s\"}")).isEqualTo(new Address("s", null));
            assertThat(violations(ADDRESS, "{\"number\":\"7\"}"))
                    .containsExactly("/street required must be present", "/number type must be a whole number");
        }

        @Test
        void refusesANameTwice() {
            assertThatThrownBy(() -> objectOf(members -> "", STREET, NUMBER, STREET))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fields must have names of their own, got 'street' twice");
        }

        @Test
        void refusesAFieldOfAnotherObject() {
            Decoder<String> decoder = objectOf(members -> members.get(field("street", string())), STREET);

            assertThatThrownBy(() -> value(decoder, "{\"street\":\"s\"}"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("field must be one of this object, got 'street'");
        }

        @Test
        void keepsItsFieldsFromTheCaller() {
            Field<?>[] fields = {STREET};
            Decoder<String> decoder = objectOf(members -> members.get(STREET), fields);
            fields[0] = NUMBER;

            assertThat(value(decoder, "{\"street\":\"s\"}")).isEqualTo("s");
        }
    }
}
