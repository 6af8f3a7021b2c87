package io.github.securehttpapi.review.command;

/** A fault of the command itself, on one line. */
final class Faults {
    private Faults() {}

    static String line(Throwable fault) {
        if (fault instanceof OutOfMemoryError) {
            return "template must fit into memory, got '" + Runtime.getRuntime().maxMemory()
                    + "' bytes of heap: give Java more with -Xmx";
        }
        StackTraceElement[] trace = fault.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        return "review must not fail, got '" + fault.getClass().getSimpleName() + place
                + "': report it with the template, the fault is the command's";
    }
}
