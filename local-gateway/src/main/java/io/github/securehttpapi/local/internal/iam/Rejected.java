package io.github.securehttpapi.local.internal.iam;

/** A request that is not signed as it must be: why is for the log only. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    /** Ours: as much of a client's text as helps to recognize it. */
    private static final int MAX_GOT_CHARACTERS = 80;

    Rejected(String must, String got, String fix) {
        super(must + ", got '" + shortened(got) + "': " + fix, null, false, false);
    }

    private static String shortened(String got) {
        return got.length() <= MAX_GOT_CHARACTERS ? got : got.substring(0, MAX_GOT_CHARACTERS) + "…";
    }
}
