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
            /a~b  | pointer must have 0 or 1 after each '~', got '/a~b': write '~0' for a tilde in a name, and '~1' for a slash
            /~0/~ | pointer must have 0 or 1 after each '~', got '/~0/~': write '~0' for a tilde in a name, and '~1' for a slash
            """)
    void refusesAnyOther(String pointer, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Violation(pointer, "type", "must be a string"))
                .withMessage(message);
    }

    @Test
    void copiesItsParameters() {
        Map<String, Object> parameters = new HashMap<>(Map.of("max", 1));
        Violation violation = new Violation("/a", "too_long", "must have at most 1 character", parameters);

        parameters.clear();

        assertThat(violation.parameters()).containsExactly(Map.entry("max", 1));
    }
}
