package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.listOf;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** At most 50 are told, however many there are. */
final class ViolationsTest {
    private static String list(int count, String element) {
        return "[" + (element + ",").repeat(count - 1) + element + "]";
    }

    @Test
    void areToldUpToFifty() {
        assertThat(violations(listOf(integer()), list(50, "null"))).hasSize(50);
        assertThat(violations(listOf(integer()), list(60, "null")))
                .hasSize(50)
                .endsWith("/49 type must be a whole number");
    }

    @Test
    void areToldUpToFiftyOfSeveralFields() {
        Decoder<?> decoder = object(
                (List<Integer> a, List<Integer> b) -> a, field("a", listOf(integer())), field("b", listOf(integer())));

        assertThat(violations(decoder, "{\"b\":" + list(40, "null") + ",\"a\":" + list(40, "null") + "}"))
                .hasSize(50)
                .contains("/a/39 type must be a whole number")
                .endsWith("/b/9 type must be a whole number");
    }

    @Test
    void areToldUpToFiftyOfSeveralObjects() {
        Decoder<?> decoder = listOf(object((String a) -> a, field("a", string())));

        assertThat(violations(decoder, list(30, "{\"z\":1}")))
                .hasSize(50)
                .startsWith("/0/a required must be present", "/0/z unknown_field must not be present: no such field")
                .endsWith("/24/a required must be present", "/24/z unknown_field must not be present: no such field");
    }

    @Test
    void countedForNothingOnceFiftyHadBeenFound() {
        Decoder<?> decoder = listOf(object(
                (String a) -> {
                    throw new IllegalStateException("called with unsound fields");
                },
                field("a", string())));

        assertThat(violations(decoder, list(100, "{\"z\":1}"))).hasSize(50);
        assertThat(violations(decoder, "[" + "1,".repeat(60) + "{\"a\":\"\",\"z\":1},{}]"))
                .hasSize(50);
    }

    @Test
    void areFullWithThoseThatAreHeld() {
        Violations found = new Violations();
        for (int i = 0; i < 49; i++) {
            found.add("code", "message");
        }
        List<Violation> held = found.hold();

        assertThat(found.isFull()).isFalse();
        found.add("last", "message");
        assertThat(found.isFull()).isTrue();
        found.add("untold", "message");
        assertThat(found.take()).extracting(Violation::code).containsExactly("last");
        assertThat(found.isFull()).isFalse();
        found.release(held);

        assertThat(found.list()).isSameAs(held).hasSize(49);
        assertThat(found.isFull()).isFalse();
        found.add("last", "message");
        assertThat(found.isFull()).isTrue();
        assertThat(found.count()).isEqualTo(52);
        found.addUntold();
        assertThat(found.count()).isEqualTo(53);
        assertThat(found.isEmpty()).isFalse();
    }
}
