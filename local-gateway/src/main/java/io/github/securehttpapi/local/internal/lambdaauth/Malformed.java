package io.github.securehttpapi.local.internal.lambdaauth;

/** An authorizer's answer that is none: what is wrong is for the log only. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String problem) {
        super(problem, null, false, false);
    }
}
