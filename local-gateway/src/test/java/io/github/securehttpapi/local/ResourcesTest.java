package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResourcesTest {
    @Test
    void failureLeftTheRestOpen() {
        List<String> closed = new ArrayList<>();
        Resources resources = new Resources();
        resources.add(() -> closed.add("first"));
        resources.add(() -> {
            throw new IllegalStateException("second");
        });
        resources.add(() -> {
            throw new AssertionError("third");
        });
        resources.add(() -> closed.add("fourth"));
        assertThatThrownBy(resources::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("third")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1))
                .hasSuppressedException(new IllegalStateException("second"));
        assertThat(closed).containsExactly("fourth", "first");
    }
}
