package io.github.securehttpapi.local.internal.function.runtime;

import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the process that a function would have to itself in Lambda. What a function's code asks of
 * {@link System} and {@link Runtime}, its copy of this class answers: the methods have the names and the parameters of
 * those that they stand in for.
 */
public final class LambdaProcess {
    private static volatile Map<String, String> variables = Map.of();
    private static volatile @Nullable PrintStream out;
    private static volatile @Nullable PrintStream err;
    private static volatile @Nullable IntConsumer end;

    private LambdaProcess() {}

    /**
     * Sets up the process, before the function's first use of it.
     *
     * @param environment the environment variables
     * @param log where the function prints
     * @param exit ends the execution environment that calls it, with a status; does not return
     */
    public static void connect(Map<String, String> environment, PrintStream log, IntConsumer exit) {
        variables = environment;
        out = log;
        err = log;
        end = exit;
    }

    /**
     * The environment variables.
     *
     * @return an unmodifiable map
     */
    public static Map<String, String> getenv() {
        return variables;
    }

    /**
     * An environment variable.
     *
     * @param name its name
     * @return its value, or null
     */
    public static @Nullable String getenv(String name) {
        return variables.get(Objects.requireNonNull(name));
    }

    /**
     * The standard output.
     *
     * @return where the function prints
     */
    public static @Nullable PrintStream out() {
        return out;
    }

    /**
     * The standard error.
     *
     * @return where the function prints
     */
    public static @Nullable PrintStream err() {
        return err;
    }

    /**
     * Redirects the function's standard output.
     *
     * @param stream where it prints from now on
     */
    public static void setOut(PrintStream stream) {
        out = stream;
    }

    /**
     * Redirects the function's standard error.
     *
     * @param stream where it prints from now on
     */
    public static void setErr(PrintStream stream) {
        err = stream;
    }

    /**
     * Ends the execution environment.
     *
     * @param status the exit status
     */
    public static void exit(int status) {
        Objects.requireNonNull(end).accept(status);
    }

    /**
     * Ends the execution environment, as {@link Runtime#exit} or {@link Runtime#halt} would.
     *
     * @param process the runtime, which is left alone
     * @param status the exit status
     */
    public static void exit(Runtime process, int status) {
        Objects.requireNonNull(process);
        exit(status);
    }
}
