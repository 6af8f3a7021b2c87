package io.github.securehttpapi.review.command;

import java.io.PrintStream;

/** Says how far a long run has come. */
final class Progress {
    /** Ours: some hundred templates take a second, in which nobody wonders. */
    private static final int STEP = 200;

    private final PrintStream err;
    private int files;
    private int done;

    Progress(PrintStream err) {
        this.err = err;
    }

    void start(int count) {
        files = count;
    }

    void step() {
        done++;
        if (done % STEP == 0 && done < files) {
            err.println("reviewed " + done + " of " + files + " files");
        }
    }
}
