package io.github.securehttpapi.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A runtime that Lambda has an end for (Lambda developer guide, lambda-runtimes.html and runtime-support-policy.html, as
 * of November 2026). A runtime that is not here is not judged.
 *
 * @param deprecated the day from which it gets no security patches
 * @param blocked the day from which functions with it are neither made nor updated; null where Lambda still puts it off,
 *     as it has done since 2023, so that no date is one to judge by
 * @param successor the same language, or the same runtime on a newer system
 */
record LambdaRuntime(LocalDate deprecated, @Nullable LocalDate blocked, String successor) {
    private static final String NODE = "nodejs24.x";
    private static final String PYTHON = "python3.14";
    private static final String RUBY = "ruby3.4";
    private static final String DOTNET = "dotnet10";
    private static final String CUSTOM = "provided.al2023";

    private static final Map<String, LambdaRuntime> ALL = new TreeMap<>();

    static {
        blocked("nodejs", "2016-10-31", "2016-10-31", NODE);
        blocked("nodejs4.3", "2020-03-05", "2020-03-05", NODE);
        blocked("nodejs6.10", "2019-08-12", "2019-08-12", NODE);
        blocked("nodejs8.10", "2020-03-06", "2020-03-06", NODE);
        blocked("nodejs10.x", "2021-07-30", "2022-02-14", NODE);
        blocked("nodejs12.x", "2023-03-31", "2023-04-30", NODE);
        deprecated("nodejs14.x", "2023-12-04", NODE);
        deprecated("nodejs16.x", "2024-06-12", NODE);
        deprecated("nodejs18.x", "2025-09-01", NODE);
        deprecated("nodejs20.x", "2026-04-30", NODE);
        deprecated("nodejs22.x", "2027-04-30", NODE);
        blocked("python2.7", "2021-07-15", "2022-05-30", PYTHON);
        blocked("python3.6", "2022-07-18", "2022-08-29", PYTHON);
        deprecated("python3.7", "2023-12-04", PYTHON);
        deprecated("python3.8", "2024-10-14", PYTHON);
        deprecated("python3.9", "2025-12-15", PYTHON);
        deprecated("python3.10", "2026-10-31", PYTHON);
        deprecated("python3.11", "2027-06-30", PYTHON);
        deprecated("python3.12", "2028-10-31", PYTHON);
        deprecated("java8", "2024-01-08", "java8.al2023");
        deprecated("java8.al2", "2027-06-30", "java8.al2023");
        deprecated("java11", "2027-06-30", "java11.al2023");
        deprecated("java17", "2027-06-30", "java17.al2023");
        blocked("dotnetcore1.0", "2019-06-27", "2019-07-30", DOTNET);
        blocked("dotnetcore2.0", "2019-05-30", "2019-05-30", DOTNET);
        blocked("dotnetcore2.1", "2022-01-05", "2022-04-13", DOTNET);
        blocked("dotnetcore3.1", "2023-04-03", "2023-05-03", DOTNET);
        deprecated("dotnet6", "2024-12-20", DOTNET);
        deprecated("dotnet8", "2026-11-10", DOTNET);
        blocked("ruby2.5", "2021-07-30", "2022-03-31", RUBY);
        deprecated("ruby2.7", "2023-12-07", RUBY);
        deprecated("ruby3.2", "2026-03-31", RUBY);
        deprecated("ruby3.3", "2027-03-31", RUBY);
        deprecated("go1.x", "2024-01-08", CUSTOM);
        deprecated("provided", "2024-01-08", CUSTOM);
    }

    static Map<String, LambdaRuntime> all() {
        return Map.copyOf(ALL);
    }

    static @Nullable LambdaRuntime named(String name) {
        return ALL.get(name);
    }

    boolean isDeprecated(LocalDate today) {
        return !today.isBefore(deprecated);
    }

    boolean isBlocked(LocalDate today) {
        return blocked != null && !today.isBefore(blocked);
    }

    private static void deprecated(String name, String deprecated, String successor) {
        ALL.put(name, new LambdaRuntime(LocalDate.parse(deprecated), null, successor));
    }

    private static void blocked(String name, String deprecated, String blocked, String successor) {
        ALL.put(name, new LambdaRuntime(LocalDate.parse(deprecated), LocalDate.parse(blocked), successor));
    }
}
