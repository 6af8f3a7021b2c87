package io.github.securehttpapi.benchmarks;

import java.io.Serial;

/** This machine has not what a part takes: the part is left out, and the report says so. */
final class UnavailableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    UnavailableException(String message) {
        super(message);
    }
}
