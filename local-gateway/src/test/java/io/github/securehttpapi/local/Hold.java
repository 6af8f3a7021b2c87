package io.github.securehttpapi.local;

import java.util.List;

/** Keeps the handlers of {@code /trouble/held} and {@code /trouble/stubborn} from returning until it is closed. */
public final class Hold implements AutoCloseable {
    private static final String PROPERTY = "local-gateway.held";

    public Hold() {
        System.setProperty(PROPERTY, "");
    }

    /** Waits until so many handlers have logged that they are held. */
    public void await(List<String> functionLog, int handlers) throws InterruptedException {
        while (functionLog.stream().filter("held"::equals).count() < handlers) {
            Thread.sleep(1);
        }
    }

    @Override
    public void close() {
        System.clearProperty(PROPERTY);
    }
}
