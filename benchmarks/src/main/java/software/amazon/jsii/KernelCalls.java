package software.amazon.jsii;

/**
 * Counts what this thread asks of the CDK's kernel. It stands in jsii's package, since only there can messages be watched.
 */
public final class KernelCalls implements AutoCloseable {
    private int requests;

    private KernelCalls() {}

    /** {@return a count that goes on until it is closed} */
    public static KernelCalls counted() {
        KernelCalls calls = new KernelCalls();
        JsiiRuntime.messageInspector.set((message, type) -> calls.count(type));
        return calls;
    }

    private void count(MessageInspector.MessageType type) {
        if (type == MessageInspector.MessageType.Request) {
            requests++;
        }
    }

    /** {@return the round trips so far, callbacks' answers included} */
    public int requests() {
        return requests;
    }

    @Override
    public void close() {
        JsiiRuntime.messageInspector.remove();
    }
}
