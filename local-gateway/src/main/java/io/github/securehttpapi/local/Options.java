package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.GuardedLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a builder has been told so far. */
final class Options {
    @Nullable Path template;

    @Nullable String api;

    int port;
    boolean throttling = true;

    @Nullable Boolean localIssuer;

    Map<String, String> parameters = Map.of();
    Consumer<String> accessLog = line -> System.out.println(line);
    Consumer<String> functionLog = line -> System.out.println(line);
    LongSupplier throttleClock = System::nanoTime;
    Clock clock = Clock.systemUTC();

    Consumer<String> guardedAccessLog() {
        return new GuardedLog("accessLog", accessLog, System.err);
    }

    Consumer<String> guardedFunctionLog() {
        return new GuardedLog("functionLog", functionLog, System.err);
    }
}
