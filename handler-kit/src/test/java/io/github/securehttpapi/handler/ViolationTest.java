package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ViolationTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/email", "/items/0/a~1b", "/~0~01", "//"})
    void takesJsonPointers(String pointer) {
        assertThat(new Violation(pointer, "type", "must be a string").pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            email | pointer must be empty or begin with '/', got 'email': write '/email'
            #/a   | pointer must be empty or begin with '/', got '#/a': write '/#/a'
            """)
    void refusesAnyOther(String pointer, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Violation(pointer, "type", "must be a string"))
                .withMessage(message);
    }

    /** A handler that put a client's name into a pointer answered 500 for it. */
    @ParameterizedTest
    @CsvSource({"/a~b, /a~0b", "/~0/~, /~0/~0", "/~~1~2, /~0~1~02"})
    void takesATildeThatEscapesNothingForATilde(String pointer, String escaped) {
        assertThat(new Violation(pointer, "type", "must be a string").pointer()).isEqualTo(escaped);
    }

    @Test
    void copiesItsParameters() {
        Map<String, Object> parameters = new HashMap<>(Map.of("max", 1));
        Violation violation = new Violation("/a", "too_long", "must have at most 1 character", parameters);

        parameters.clear();

        assertThat(violation.parameters()).containsExactly(Map.entry("max", 1));
    }
}
