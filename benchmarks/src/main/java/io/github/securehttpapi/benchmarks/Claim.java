package io.github.securehttpapi.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A figure that the documentation has.
 *
 * @param name a ratio as {@code one : other}, or a quantity with its unit
 * @param measured what the rounds came to, of which the median counts
 * @param aim null where none is set
 */
record Claim(String name, Sample measured, @Nullable Aim aim) {
    @JsonProperty
    boolean missed() {
        return aim != null && !aim.isMetBy(measured.median());
    }
}
