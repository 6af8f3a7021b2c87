package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HandlerOptionsTest {
    @Test
    void leavesTheDefaultsAsTheyAre() {
        assertThat(HandlerOptions.defaults().maxBodyBytes(7).maxBodyBytes()).isEqualTo(7);
        assertThat(HandlerOptions.defaults().maxBodyBytes()).isEqualTo(262_144);
        assertThat(HandlerOptions.defaults().requestLog(false).requestLog()).isFalse();
        assertThat(HandlerOptions.defaults().requestLog()).isTrue();
    }

    @Test
    void keepsOneOptionWhenAnotherChanges() {
        HandlerOptions options = HandlerOptions.defaults().maxBodyBytes(7).requestLog(false);

        assertThat(options.maxBodyBytes()).isEqualTo(7);
        assertThat(options.maxBodyBytes(8).requestLog()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6_291_457})
    void refusesSizesThatLambdaCannotHandOver(int maxBodyBytes) {
        assertThatThrownBy(() -> HandlerOptions.defaults().maxBodyBytes(maxBodyBytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "maxBodyBytes must be from 1 to 6291456, Lambda's largest payload, got '" + maxBodyBytes + "'");
    }

    @Test
    void boundsTheBodyOfAHandler() {
        String body = " ".repeat(262_145);

        assertThat(Invocation.ofText(body).of(new ContactHandler()).body())
                .isEqualTo("{\"message\":\"body must have at most 262144 bytes\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
        assertThat(Invocation.ofText(body)
                        .of(new ContactHandler(HandlerOptions.defaults().maxBodyBytes(262_145)))
                        .status())
                .isEqualTo(400);
    }
}
