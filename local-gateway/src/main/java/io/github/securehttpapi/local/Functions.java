package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.function.FunctionHost;
import io.github.securehttpapi.local.internal.function.FunctionSettings;
import io.github.securehttpapi.local.internal.function.FunctionThreads;
import io.github.securehttpapi.local.internal.function.HandlerCode;
import io.github.securehttpapi.local.internal.function.RuntimeLoader;
import io.github.securehttpapi.local.internal.function.Variables;
import io.github.securehttpapi.template.LambdaFunction;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The functions that routes and authorizers call, each with one host. */
final class Functions {
    private final Map<String, FunctionHost> hosts = new LinkedHashMap<>();
    private final RuntimeLoader runtime = new RuntimeLoader();
    private final Code code;
    private final Map<String, String> parameters;
    private final FunctionThreads threads;
    private final Consumer<String> log;

    Functions(Code code, Map<String, String> parameters, FunctionThreads threads, Consumer<String> log) {
        this.code = code;
        this.parameters = parameters;
        this.threads = threads;
        this.log = log;
    }

    /** A function's host, with its code loaded, which stays the same. */
    FunctionHost host(LambdaFunction function) {
        return hosts.computeIfAbsent(function.logicalId(), id -> load(function));
    }

    /** All hosts so far. */
    List<FunctionHost> hosts() {
        return List.copyOf(hosts.values());
    }

    private FunctionHost load(LambdaFunction function) {
        List<Path> classPath = code.classPath(function);
        FunctionSettings settings = FunctionSettings.of(function, code.handler(function), parameters);
        Map<String, String> variables =
                Variables.of(function, settings, parameters, String.valueOf(classPath.get(0)), System.getenv());
        HandlerCode loaded = HandlerCode.load(settings, urls(classPath), runtime, variables, log);
        return new FunctionHost(settings, loaded, threads, log);
    }

    private static List<URL> urls(List<Path> classPath) {
        List<URL> urls = new ArrayList<>();
        for (Path path : classPath) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return urls;
    }
}
