package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PatchTest {
    @Test
    void leavesAValueAsItIs() {
        Patch<String> patch = Patch.absent();

        assertThat(patch.isAbsent()).isTrue();
        assertThat(patch.isRemoval()).isFalse();
        assertThat(patch.value()).isEmpty();
        assertThat(patch.applyTo("a")).isEqualTo("a");
        assertThat(patch.applyTo(null)).isNull();
        assertThat(patch).hasToString("absent");
    }

    @Test
    void removesAValue() {
        Patch<String> patch = Patch.remove();

        assertThat(patch.isAbsent()).isFalse();
        assertThat(patch.isRemoval()).isTrue();
        assertThat(patch.value()).isEmpty();
        assertThat(patch.applyTo("a")).isNull();
        assertThat(patch).hasToString("remove");
    }

    @Test
    void setsAValue() {
        Patch<String> patch = Patch.set("b");

        assertThat(patch.isAbsent()).isFalse();
        assertThat(patch.isRemoval()).isFalse();
        assertThat(patch.value()).contains("b");
        assertThat(patch.applyTo("a")).isEqualTo("b");
        assertThat(patch).hasToString("set b");
    }

    @Test
    void equalsWhatAsksForTheSame() {
        assertThat(Patch.set("a")).isEqualTo(Patch.set("a")).hasSameHashCodeAs(Patch.set("a"));
        assertThat(Patch.set("a"))
                .isNotEqualTo(Patch.set("b"))
                .isNotEqualTo(Patch.remove())
                .isNotEqualTo("a");
        assertThat(Patch.absent()).isEqualTo(Patch.absent()).isNotEqualTo(Patch.remove());
        assertThat(Patch.absent().hashCode()).isNotEqualTo(Patch.remove().hashCode());
    }

    @Test
    @SuppressWarnings("NullAway") // A caller that is not null-checked can do this.
    void setsNoNull() {
        assertThatThrownBy(() -> Patch.set(null)).hasMessage("value must not be null");
    }
}
