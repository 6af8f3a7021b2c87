package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownNamesTest {
    private static @Nullable String find(String name) {
        byte[] octets = ("\"" + name + "\"").getBytes(StandardCharsets.ISO_8859_1);
        return KnownNames.find(octets, 1, octets.length - 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "te",
                "requestContext",
                "isBase64Encoded",
                "userAgent",
                "user-agent",
                "x-forwarded-for",
                "x-forwarded-port",
                "x-forwarded-proto",
                "sub"
            })
    void findsTheOneStringOfAName(String name) {
        assertThat(find(name)).isSameAs(name.intern());
    }

    @Test
    void findsEveryNameThatItHas() {
        for (String name : KnownNames.NAMES) {
            assertThat(find(name)).isSameAs(name.intern());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "Version", "versiom", "vershon", "version2", "versio", "x-forwarded-pory", "x"})
    void knowsNoOtherName(String name) {
        assertThat(find(name)).isNull();
    }

    /** Or a name that was chosen for it would be compared with many. */
    @Test
    void comparesAnyNameWithFewOthers() {
        int longest = 0;
        int run = 0;
        // Twice round, since the slot behind the last one is the first.
        for (int i = 0; i < 2 * KnownNames.TABLE.length; i++) {
            run = KnownNames.TABLE[i % KnownNames.TABLE.length] == null ? 0 : run + 1;
            longest = Math.max(longest, run);
        }

        assertThat(longest).isLessThanOrEqualTo(8);
    }
}
