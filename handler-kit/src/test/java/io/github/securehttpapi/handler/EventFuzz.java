package io.github.securehttpapi.handler;

/** Any event: what jazzer calls with {@code mvn -Pfuzz}, and {@link FuzzTest} in every build. */
public final class EventFuzz {
    private static final HttpApiHandler HANDLER = new ContactHandler();

    private EventFuzz() {}

    /**
     * Invokes the function with whatever may come, since whoever may invoke it need not be the gateway.
     *
     * @param event the event
     */
    public static void fuzzerTestOneInput(byte[] event) {
        Soundness.check(Invocation.of(HANDLER, event));
    }
}
