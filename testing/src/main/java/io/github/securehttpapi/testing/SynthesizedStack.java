package io.github.securehttpapi.testing;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;

/** The template of a stack, synthesized when it is first asked for. The one class here that needs the CDK to run. */
final class SynthesizedStack implements Supplier<Path> {
    /** The CDK's kernel is one process for the whole JVM, and takes one thread at a time. */
    private static final Object KERNEL = new Object();

    private final Function<App, ? extends Stack> stack;
    private @Nullable Path template;

    SynthesizedStack(Function<App, ? extends Stack> stack) {
        this.stack = stack;
    }

    @Override
    public Path get() {
        synchronized (KERNEL) {
            if (template == null) {
                template = synthesize();
            }
            return template;
        }
    }

    private Path synthesize() {
        AppProps props =
                AppProps.builder().outdir(TemporaryFolders.create().toString()).build();
        Stack defined = stack.apply(new App(props));
        // Its root and its stage need not be the app above: it may be in a Stage, or in an app of its own.
        ((Stage) defined.getNode().getRoot()).synth();
        return Path.of(Stage.of(defined).getOutdir(), defined.getTemplateFile());
    }
}
