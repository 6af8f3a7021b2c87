package io.github.securehttpapi.local.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTargetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /                    | /        | ``               | {}
                    /a%20b               | /a b     | ``               | {}
                    /a+b                 | /a+b     | ``               | {}
                    /%C3%A9              | /é       | ``               | {}
                    //x                  | //x      | ``               | {}
                    /x?                  | /x       | ``               | {}
                    /x?a=1&a=2&b=%2C     | /x       | a=1&a=2&b=%2C    | {a=1,2, b=,}
                    /x?a=1+2&&c          | /x       | a=1+2&&c         | {a=1 2, c=}
                    /x?a=b=c             | /x       | a=b=c            | {a=b=c}
                    http://localhost/x   | /x       | ``               | {}
                    http://localhost?x=1 | /        | x=1              | {x=1}
                    """)
    void isSplitAndDecoded(String target, String path, String rawQuery, String query) {
        RequestTarget parsed = Objects.requireNonNull(RequestTarget.parse(target));
        assertThat(parsed.path()).isEqualTo(path);
        assertThat(parsed.rawQuery()).isEqualTo(rawQuery);
        assertThat(parsed.query()).hasToString(query);
    }

    @Test
    void queryKeepsWhatChromiumSendsRaw() {
        RequestTarget parsed = Objects.requireNonNull(RequestTarget.parse("/x?q={}|^\\`"));
        assertThat(parsed.rawQuery()).isEqualTo("q={}|^\\`");
        assertThat(parsed.query()).containsEntry("q", "{}|^\\`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "", "x", "/%", "/%4", "/%zz", "/%+1", "/%FF", "/%C3", "/x?a=%", "/x?%=1", "https://a/"})
    void malformedIsNull(String target) {
        assertThat(RequestTarget.parse(target)).isNull();
    }

    @Test
    void authorityOfAnAbsoluteTargetIsKept() {
        RequestTarget parsed = Objects.requireNonNull(RequestTarget.parse("HTTP://evil.example:80/x"));
        assertThat(parsed.authority()).isEqualTo("evil.example:80");
    }
}
