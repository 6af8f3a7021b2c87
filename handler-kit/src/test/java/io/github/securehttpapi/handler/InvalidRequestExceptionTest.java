package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InvalidRequestExceptionTest {
    @Test
    void hadNullForViolationsOnceDeserialized() throws IOException, ClassNotFoundException {
        InvalidRequestException refusal =
                InvalidRequestException.invalidBody(List.of(new Violation("/a", "type", "must be a string")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(refusal);
        }

        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            InvalidRequestException read = (InvalidRequestException) input.readObject();

            assertThat(read.status()).isEqualTo(422);
            assertThat(read).hasMessage("body is not what this route accepts");
            assertThat(read.violations()).isEmpty();
            assertThat(read.response().status()).isEqualTo(422);
        }
    }
}
