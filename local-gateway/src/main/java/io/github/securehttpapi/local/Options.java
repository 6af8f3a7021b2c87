package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.GuardedLog;
import io.github.securehttpapi.local.internal.LogFile;
import io.github.securehttpapi.local.internal.iam.Credentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a builder has been told so far. */
final class Options {
    @Nullable Path template;

    @Nullable String api;

    @Nullable Path accessLogFile;

    int port;
    boolean throttling = true;

    @Nullable Boolean localIssuer;

    boolean strictPermissions;
    final Map<String, String> parameters = new LinkedHashMap<>();
    Set<String> stubs = new LinkedHashSet<>();
    final Map<String, String> handlers = new LinkedHashMap<>();
    final Map<String, Path> code = new LinkedHashMap<>();
    List<Path> classPath = List.of();
    Consumer<String> accessLog = line -> System.out.println(line);
    Consumer<String> functionLog = line -> System.out.println(line);
    List<TestCredentials> credentials = List.of(TestCredentials.EXAMPLE);
    LongSupplier throttleClock = System::nanoTime;
    LongSupplier cacheClock = System::nanoTime;
    Clock clock = Clock.systemUTC();

    List<Credentials> signingCredentials() {
        return credentials.stream().map(TestCredentials::internal).toList();
    }

    /** Where access-log lines go: if to a file, it is opened, and closed with {@code resources}. */
    Consumer<String> openAccessLog(Resources resources) {
        Path file = accessLogFile;
        if (file == null) {
            return new GuardedLog("accessLog", accessLog, System.err);
        }
        LogFile opened = LogFile.open("access log", file, System.err);
        resources.add(opened::close);
        return opened;
    }

    Consumer<String> guardedFunctionLog() {
        return new GuardedLog("functionLog", functionLog, System.err);
    }
}
