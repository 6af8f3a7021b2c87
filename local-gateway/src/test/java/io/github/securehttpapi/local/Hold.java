package io.github.securehttpapi.local;

import java.util.List;

/** Keeps the handlers of {@code /trouble/held} and {@code /trouble/stubborn} from returning until it is closed. */
public final class Hold implements AutoCloseable {
    private final String property;

    public Hold() {
        this("local-gateway.held");
    }

    /** Holds the handlers that look at another system property. */
    public Hold(String property) {
        this.property = property;
        System.setProperty(property, "");
    }

    /** Waits until so many handlers have logged that they are held. */
    public void await(List<String> functionLog, int handlers) throws InterruptedException {
        while (functionLog.stream().filter("held"::equals).count() < handlers) {
            Thread.sleep(1);
        }
    }

    @Override
    public void close() {
        System.clearProperty(property);
    }
}
