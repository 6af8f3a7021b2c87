package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueTest {
    private final Value.Fields value = Value.read(
            "value.yaml", "{object: {'0': in an object}, list: [{key: in a list}]}".getBytes(StandardCharsets.UTF_8));

    @Test
    void pathLeadsThroughKeysAndIndexes() {
        assertThat(value.at(List.of("object", "0")))
                .isInstanceOfSatisfying(
                        Value.Text.class, text -> assertThat(text.text()).isEqualTo("in an object"));
        assertThat(value.at(List.of("list", "0", "key")))
                .isInstanceOfSatisfying(
                        Value.Text.class, text -> assertThat(text.text()).isEqualTo("in a list"));
        assertThat(value.at(List.of())).isSameAs(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "none/below",
                "object/1",
                "object/0/below",
                "list/1",
                "list/-1",
                "list/x",
                "list/99999999999"
            })
    void nothingStandsWherePathLeadsAstray(String path) {
        assertThat(value.at(List.of(path.split("/")))).isNull();
    }
}
