package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.listOf;
import static io.github.securehttpapi.handler.Decoders.mapOf;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;
import static io.github.securehttpapi.handler.Decoding.parameters;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and maps. */
final class CollectionDecoderTest {
    private static String ones(int count) {
        return "[" + "1,".repeat(count - 1) + "1]";
    }

    private static String members(int count) {
        StringBuilder members = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            members.append(i == 0 ? "" : ",").append("\"m").append(i).append("\":1");
        }
        return members.append('}').toString();
    }

    @Nested
    final class Lists {
        @Test
        void keepTheirOrder() {
            assertThat(value(listOf(integer()), "[3,1,2,1]")).containsExactly(3, 1, 2, 1);
            assertThat(value(listOf(integer()), "[]")).isEmpty();
            assertThat(value(listOf(listOf(string())), "[[],[\"a\",\"b\"]]"))
                    .containsExactly(List.of(), List.of("a", "b"));
        }

        @Test
        void cannotBeChanged() {
            List<Integer> list = value(listOf(integer()), "[1]");

            assertThatThrownBy(() -> list.add(2)).isInstanceOf(UnsupportedOperationException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "1", "\"1,2\"", "{\"0\":1}"})
        void areArrays(String json) {
            assertThat(violations(listOf(integer()), json)).containsExactly(" type must be an array");
            assertThat(parameters(listOf(integer()), json)).containsExactly(Map.entry("expected", "array"));
        }

        @Test
        void tellEveryElementThatIsWrong() {
            Decoder<?> decoder = object(
                    (List<List<Integer>> a, String b) -> a,
                    field("a", listOf(listOf(integer().min(0)))),
                    field("b", string()));

            assertThat(violations(decoder, "{\"a\":[[1,-1,null],1,[[2]],[\"x\"]],\"b\":1}"))
                    .containsExactly(
                            "/a/0/1 too_small must be at least 0",
                            "/a/0/2 type must be a whole number",
                            "/a/1 type must be an array",
                            "/a/2/0 type must be a whole number",
                            "/a/3/0 type must be a whole number",
                            "/b type must be a string");
        }

        @Test
        void areAsLongAsTheyAreAsked() {
            ListDecoder<Integer> decoder = listOf(integer()).minSize(1).maxSize(2);

            assertThat(value(decoder, "[1]")).hasSize(1);
            assertThat(value(decoder, "[1,2]")).hasSize(2);
            assertThat(violations(decoder, "[]")).containsExactly(" too_few must have at least 1 element");
            assertThat(violations(decoder, "[1,2,3]")).containsExactly(" too_many must have at most 2 elements");
            assertThat(parameters(decoder, "[]")).containsExactly(Map.entry("min", 1));
            assertThat(parameters(decoder, "[1,2,3]")).containsExactly(Map.entry("max", 2));
            assertThat(value(decoder.maxSize(3).unique(), "[1,2,3]")).hasSize(3);
            assertThat(violations(decoder.unique(), "[]")).hasSize(1);
        }

        @Test
        void areBoundedUnlessTheyAreAsked() {
            assertThat(value(listOf(integer()), ones(1_000))).hasSize(1_000);
            assertThat(violations(listOf(integer()), ones(1_001)))
                    .containsExactly(" too_many must have at most 1000 elements");
        }

        @Test
        void doNotDecodeWhatIsTooMuch() {
            assertThat(violations(listOf(integer()).maxSize(1), "[1,\"x\",{\"a\":[]},[[2]]]"))
                    .containsExactly(" too_many must have at most 1 element");
        }

        @Test
        void areUniqueWhereAsked() {
            assertThat(value(listOf(string()), "[\"a\",\"a\"]")).hasSize(2);
            assertThat(value(listOf(string()).unique(), "[\"a\",\"A\"]")).hasSize(2);
            assertThat(violations(listOf(string().trimmed()).unique(), "[\"a\",\"b\",\" a\",\"b\"]"))
                    .containsExactly("/2 not_unique must not be there twice", "/3 not_unique must not be there twice");
            assertThat(violations(listOf(string()).unique().maxSize(2).minSize(1), "[\"a\",\"a\"]"))
                    .hasSize(1);
        }

        @Test
        void refuseBoundsThatLeaveNothing() {
            assertThat(value(listOf(integer()).minSize(0).maxSize(0), "[]")).isEmpty();
            assertThatThrownBy(() -> listOf(integer()).minSize(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("minSize must be from 0 to maxSize, got '-1' and maxSize '1000'");
            assertThatThrownBy(() -> listOf(integer()).minSize(3).maxSize(2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("minSize must be from 0 to maxSize, got '3' and maxSize '2'");
        }
    }

    @Nested
    final class Maps {
        @Test
        void keepTheirOrder() {
            Map<String, Integer> map = value(mapOf(integer()), "{\"z\":1,\"a\":2,\"\":3}");

            assertThat(map).containsExactly(Map.entry("z", 1), Map.entry("a", 2), Map.entry("", 3));
            assertThatThrownBy(() -> map.put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "1", "\"a\"", "[{}]"})
        void areObjects(String json) {
            assertThat(violations(mapOf(integer()), json)).containsExactly(" type must be an object");
            assertThat(parameters(mapOf(integer()), json)).containsExactly(Map.entry("expected", "object"));
        }

        @Test
        void tellEveryMemberThatIsWrong() {
            assertThat(violations(mapOf(mapOf(integer())), "{\"a/b\":{\"c\":\"x\",\"d\":1,\"e\":null},\"f\":1}"))
                    .containsExactly(
                            "/a~1b/c type must be a whole number",
                            "/a~1b/e type must be a whole number",
                            "/f type must be an object");
        }

        @Test
        void holdTheirNamesToARule() {
            MapDecoder<Integer> decoder =
                    mapOf(integer()).names(string().trimmed().characters("a-z").maxLength(2));

            assertThat(value(decoder, "{\" a\":1}")).containsExactly(Map.entry("a", 1));
            assertThat(violations(decoder, "{\"A\":1,\"abc\":\"x\",\"b\":2}"))
                    .containsExactly(
                            "/A characters must have no characters but a-z",
                            "/abc too_long must have at most 2 characters",
                            "/abc type must be a whole number");
        }

        @Test
        void lostAMemberWhoseNameBecameAnothers() {
            assertThat(violations(mapOf(integer()).names(string().trimmed()), "{\"a\":1,\"a \":2}"))
                    .containsExactly("/a  not_unique must not be there twice");
        }

        @Test
        void areAsLargeAsTheyAreAsked() {
            MapDecoder<Integer> decoder = mapOf(integer()).minSize(1).maxSize(2);

            assertThat(value(decoder, members(1))).hasSize(1);
            assertThat(value(decoder, members(2))).hasSize(2);
            assertThat(violations(decoder, "{}")).containsExactly(" too_few must have at least 1 member");
            assertThat(violations(decoder, "{\"a\":1,\"b\":2,\"c\":[\"x\"]}"))
                    .containsExactly(" too_many must have at most 2 members");
            assertThat(violations(decoder.names(string().maxLength(1)), "{}")).hasSize(1);
        }

        @Test
        void areBoundedUnlessTheyAreAsked() {
            assertThat(value(mapOf(integer()), members(1_000))).hasSize(1_000);
            assertThat(violations(mapOf(integer()), members(1_001)))
                    .containsExactly(" too_many must have at most 1000 members");
        }
    }
}
