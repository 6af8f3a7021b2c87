package io.github.securehttpapi.local.internal.function;

/** Unwinds the stack of a function that has ended its process. */
final class FunctionExit extends Error {
    private static final long serialVersionUID = 1L;

    FunctionExit(int status) {
        super("exit status " + status, null, false, false);
    }
}
