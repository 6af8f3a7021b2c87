package io.github.securehttpapi.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Takes the parameters of a request from texts to a value. */
final class ParametersReader {
    private ParametersReader() {}

    /** Reads all of them as one object. */
    static <T> T read(String part, Map<String, String> parameters, Decoder<T> decoder, Violations found) {
        requirePairs(part, parameters);
        return decode(part, new ParametersInput(parameters), decoder, found);
    }

    /** Reads one of them. */
    static <T> T read(String part, String name, String text, Decoder<T> decoder, Violations found) {
        Map<String, String> parameter = Map.of(name, text);
        requirePairs(part, parameter);
        ParametersInput input = new ParametersInput(parameter);
        input.advanceToMember();
        found.enter(Violations.pointerSegment(name));
        return decode(part, input, decoder, found);
    }

    private static void requirePairs(String part, Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (Surrogates.areUnpaired(parameter.getKey()) || Surrogates.areUnpaired(parameter.getValue())) {
                throw InvalidRequestException.badRequest(part + " must not hold half of a surrogate pair");
            }
        }
    }

    private static <T> T decode(String part, ParametersInput input, Decoder<T> decoder, Violations found) {
        try {
            T value = decoder.decode(input, found);
            if (value == null) {
                throw InvalidRequestException.parameters(part, found.list());
            }
            return value;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
