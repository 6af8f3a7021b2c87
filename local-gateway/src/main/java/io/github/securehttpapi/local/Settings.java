package io.github.securehttpapi.local;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway is started with.
 *
 * @param template the template
 * @param api the API's logical id, or null for the only one
 * @param port the port, 0 for any
 * @param throttling whether requests are throttled
 * @param parameters the template parameters
 * @param accessLog takes access-log lines
 * @param functionLog takes what functions log
 * @param throttleClock the token buckets' clock, in nanoseconds
 */
record Settings(
        Path template,
        @Nullable String api,
        int port,
        boolean throttling,
        Map<String, String> parameters,
        Consumer<String> accessLog,
        Consumer<String> functionLog,
        LongSupplier throttleClock) {
    LocalGateway start() {
        Resources resources = new Resources();
        try {
            return start(resources);
        } catch (RuntimeException failed) {
            closeAfter(failed, resources);
            throw failed;
        }
    }

    private LocalGateway start(Resources resources) {
        Map<String, String> all = Identity.over(parameters);
        Template read = Template.read(template, all);
        Certainty.check(read);
        HttpApi chosen = choose(read.httpApis());
        Support.check(chosen);
        Assembly assembly = new Assembly(chosen, all);
        List<ServedRoute> table = assembly.table(throttling);
        FunctionThreads threads = new FunctionThreads(functionLog);
        resources.add(() -> assembly.hosts().forEach(FunctionHost::close));
        resources.add(threads::close);
        ServedApi served = assembly.assemble(
                Assets.beside(template), threads.workers(), functionLog, throttling ? throttleClock : null);
        threads.watch(assembly.hosts());
        HttpServer server = new HttpServer(new Gateway(served, accessLog), port);
        resources.add(server::close);
        resources.add(() -> assembly.hosts().forEach(FunctionHost::abandon));
        resources.add(server::drain);
        return new LocalGateway(resources, server, table, Warnings.of(read, chosen));
    }

    private static void closeAfter(RuntimeException failed, Resources resources) {
        try {
            resources.close();
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private HttpApi choose(List<HttpApi> apis) {
        if (apis.isEmpty()) {
            throw new LocalGatewayException(
                    "template must declare the HTTP API of its routes", template.toString(), "name the one that does");
        }
        List<String> ids = apis.stream().map(HttpApi::logicalId).toList();
        if (api == null && apis.size() > 1) {
            throw new LocalGatewayException("api must be chosen", "", "the template has " + String.join(", ", ids));
        }
        String wanted = Objects.requireNonNullElse(api, ids.get(0));
        return apis.stream()
                .filter(candidate -> candidate.logicalId().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new LocalGatewayException(
                        "api must be one of the template's", wanted, "it has " + String.join(", ", ids)));
    }
}
