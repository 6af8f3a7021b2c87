package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
    /** As the HTML living standard prints it, 4.10.5.1.5. */
    private static final Pattern HTML = Pattern.compile("^[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9]"
            + "(?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");

    private static final String LABEL = "a".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "zoe.o'neil+tag@mail.example.com",
                "!#$%&'*+/=?^_`{|}~-@a-b.c",
                ".a..b.@1.2",
                "a@xn--bcher-kva.example"
            })
    void accepts(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@",
                "a@",
                "@b",
                "a@b@c",
                "a b@c",
                "a@b c",
                " a@b",
                "a@b\n",
                "a@b\r\nbcc: c@d",
                "a@-b",
                "a@b-",
                "a@b.-c",
                "a@b..c",
                "a@.b",
                "a@b.",
                "\"a b\"@c",
                "a@[192.0.2.1]",
                "zo\u00eb@b",
                "a@b\u00fccher.example",
                "a,b@c",
                "<a@b>",
                "a@b\0"
            })
    void refuses(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @Test
    void limitsTheLengthOfTheWholeAndOfItsParts() {
        assertThat(EmailAddress.isValid("a".repeat(64) + "@b")).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(65) + "@b")).isFalse();
        assertThat(EmailAddress.isValid("a@" + LABEL)).isTrue();
        assertThat(EmailAddress.isValid("a@" + LABEL + "a")).isFalse();
        assertThat(EmailAddress.isValid("a".repeat(62) + "@" + LABEL + "." + LABEL + "." + LABEL))
                .isTrue();
        assertThat(EmailAddress.isValid("a".repeat(63) + "@" + LABEL + "." + LABEL + "." + LABEL))
                .isFalse();
    }

    @Test
    void agreesWithTheStandardsRegularExpression() {
        Random random = new Random(7);
        String alphabet = "ab.-@@_ \n\u00e9";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder address = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                address.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = address.toString();
            assertThat(EmailAddress.isValid(text))
                    .as(text)
                    .isEqualTo(HTML.matcher(text).matches());
        }
    }

    @Test
    void takesTimeInProportionToTheLength() {
        assertThat(EmailAddress.isValid("a".repeat(1_000_000))).isFalse();
        assertThat(EmailAddress.isValid("@".repeat(1_000_000))).isFalse();
    }
}
