package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.backend.Backends;
import io.github.securehttpapi.local.internal.function.FunctionHost;
import io.github.securehttpapi.local.internal.function.FunctionThreads;
import io.github.securehttpapi.local.internal.gateway.Gateway;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.ServedApi;
import io.github.securehttpapi.local.internal.http.HttpServer;
import io.github.securehttpapi.local.internal.iam.IamAuthorizer;
import io.github.securehttpapi.local.internal.jwt.JwtAuthorizers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Starts what a {@link Plan} has: loads the functions and listens. What is open is closed again if that fails. */
final class Launch {
    private final Options options;
    private final Path template;
    private final Consumer<String> functionLog;
    private final Resources resources = new Resources();

    Launch(Options options, Path template) {
        this.options = options;
        this.template = template;
        this.functionLog = options.guardedFunctionLog();
    }

    LocalGateway start() {
        try {
            return open();
        } catch (RuntimeException failed) {
            closeAfter(failed);
            throw failed;
        }
    }

    private LocalGateway open() {
        Plan plan = Plan.of(options, template);
        Permissions permissions = new Permissions(plan.template(), plan.api(), options.strictPermissions);
        JwtAuthorizers jwt = new JwtAuthorizers(plan.api(), options.localIssuer, functionLog, options.clock);
        resources.add(jwt::close);
        Consumer<String> accessLog = options.openAccessLog(resources);
        FunctionThreads threads = new FunctionThreads(functionLog);
        Functions functions = functions(plan, threads);
        Assembly assembly = new Assembly(plan, authorizers(plan, jwt, functions, permissions, threads));
        List<ServedRoute> table = assembly.table(options.throttling);
        Backends backends = new Backends(threads.workers());
        ServedApi served =
                assembly.assemble(functions, backends, permissions, options.throttling ? options.throttleClock : null);
        threads.watch(functions.hosts());
        HttpServer server = listen(new Gateway(served, jwt.endpoints(), accessLog), functions, backends);
        List<String> warnings = Warnings.of(plan, permissions, jwt);
        return new LocalGateway(resources, server, table, warnings, jwt.minter(), signing(plan));
    }

    private Functions functions(Plan plan, FunctionThreads threads) {
        Functions functions = new Functions(plan.code(), plan.parameters(), threads, functionLog);
        resources.add(() -> functions.hosts().forEach(FunctionHost::close));
        resources.add(threads::close);
        return functions;
    }

    private Authorizers authorizers(
            Plan plan, JwtAuthorizers jwt, Functions functions, Permissions permissions, FunctionThreads threads) {
        Identity identity = plan.identity();
        return new Authorizers(
                jwt,
                new IamAuthorizer(options.signingCredentials(), identity, threads.workers(), options.clock),
                new LambdaAuthorizers(functions, permissions, identity, options.cacheClock));
    }

    /** What is under way may need functions and backends: they are closed once the server is drained. */
    private HttpServer listen(Gateway gateway, Functions functions, Backends backends) {
        HttpServer server = new HttpServer(gateway, options.port);
        resources.add(server::close);
        resources.add(() -> functions.hosts().forEach(FunctionHost::abandon));
        resources.add(backends::close);
        resources.add(server::drain);
        return server;
    }

    private Signing signing(Plan plan) {
        boolean needed = plan.api().routes().stream().anyMatch(Authorizers::isIam);
        return new Signing(
                needed ? options.credentials : List.of(), plan.identity().region());
    }

    private void closeAfter(RuntimeException failed) {
        try {
            resources.close();
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
