package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.function.Assets;
import io.github.securehttpapi.local.internal.function.FunctionHost;
import io.github.securehttpapi.local.internal.function.FunctionSettings;
import io.github.securehttpapi.local.internal.function.HandlerCode;
import io.github.securehttpapi.template.LambdaFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The functions that routes and authorizers call, each with one host. */
final class Functions {
    private final Map<String, FunctionHost> hosts = new LinkedHashMap<>();
    private final Assets assets;
    private final Map<String, String> parameters;
    private final Executor threads;
    private final Consumer<String> log;

    Functions(Assets assets, Map<String, String> parameters, Executor threads, Consumer<String> log) {
        this.assets = assets;
        this.parameters = parameters;
        this.threads = threads;
        this.log = log;
    }

    /** A function's host, with its code loaded, which stays the same. */
    FunctionHost host(LambdaFunction function) {
        return hosts.computeIfAbsent(function.logicalId(), id -> load(id, function));
    }

    /** All hosts so far. */
    List<FunctionHost> hosts() {
        return List.copyOf(hosts.values());
    }

    private FunctionHost load(String id, LambdaFunction function) {
        HandlerCode code = HandlerCode.load(
                id,
                function.handler().required(),
                assets.code(id, function.codeKey().required()));
        return new FunctionHost(FunctionSettings.of(function, parameters), code, threads, log);
    }
}
