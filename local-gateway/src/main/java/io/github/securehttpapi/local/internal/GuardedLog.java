package io.github.securehttpapi.local.internal;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A log consumer of the gateway's user, who may have made it an assertion: what it throws, errors included, is told
 * once, and never reaches what logs. A request is answered whether or not its line was taken.
 */
public final class GuardedLog implements Consumer<String> {
    private final String name;
    private final Consumer<String> target;
    private final PrintStream err;
    private final AtomicBoolean told = new AtomicBoolean();

    public GuardedLog(String name, Consumer<String> target, PrintStream err) {
        this.name = name;
        this.target = target;
        this.err = err;
    }

    @Override
    public void accept(String entry) {
        try {
            target.accept(entry);
        } catch (Throwable failed) {
            if (told.compareAndSet(false, true)) {
                err.println(name + " must not throw, got '" + FailureText.line(failed)
                        + "': mend the consumer, further failures are not reported");
            }
        }
    }
}
