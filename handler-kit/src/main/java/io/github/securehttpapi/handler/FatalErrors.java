package io.github.securehttpapi.handler;

/**
 * The failures that nobody should answer, log or swallow.
 *
 * <p>A stack that overflowed is sound again once it has unwound to whoever catches it. The other errors of the virtual
 * machine, an exhausted heap above all, leave a process that nobody should trust: they end it, and Lambda starts a
 * fresh one.
 */
final class FatalErrors {
    private FatalErrors() {}

    /** Throws {@code failure} again if it is one of them. */
    static void rethrow(Throwable failure) {
        if (failure instanceof VirtualMachineError fatal && !(failure instanceof StackOverflowError)) {
            throw fatal;
        }
    }
}
