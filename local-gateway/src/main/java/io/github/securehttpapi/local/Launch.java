package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.backend.Backends;
import io.github.securehttpapi.local.internal.function.FunctionHost;
import io.github.securehttpapi.local.internal.function.FunctionThreads;
import io.github.securehttpapi.local.internal.gateway.Gateway;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.ServedApi;
import io.github.securehttpapi.local.internal.http.HttpServer;
import io.github.securehttpapi.local.internal.iam.IamAuthorizer;
import io.github.securehttpapi.local.internal.jwt.JwtAuthorizers;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Starts a gateway: reads the template, refuses what cannot be served, loads the functions and listens. */
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
        Map<String, String> parameters = Identity.over(options.parameters);
        Template read = Template.read(template, parameters);
        Certainty.check(read);
        HttpApi api = choose(read.httpApis());
        Stubs stubs = new Stubs(options.stubs);
        Code code = new Code(options, template, read.functions());
        Support.check(api, stubs, code);
        JwtAuthorizers jwt = new JwtAuthorizers(api, options.localIssuer, functionLog, options.clock);
        resources.add(jwt::close);
        Consumer<String> accessLog = options.openAccessLog(resources);
        FunctionThreads threads = new FunctionThreads(functionLog);
        Functions functions = new Functions(code, parameters, threads, functionLog);
        resources.add(() -> functions.hosts().forEach(FunctionHost::close));
        resources.add(threads::close);
        Identity identity = Identity.of(parameters, api.logicalId());
        Permissions permissions = new Permissions(read, api, options.strictPermissions);
        Authorizers authorizers = new Authorizers(
                jwt,
                new IamAuthorizer(options.signingCredentials(), identity, threads.workers(), options.clock),
                new LambdaAuthorizers(functions, permissions, identity, options.cacheClock));
        Assembly assembly = new Assembly(api, parameters, authorizers, stubs);
        List<ServedRoute> table = assembly.table(code, options.throttling);
        Backends backends = new Backends(threads.workers());
        ServedApi served =
                assembly.assemble(functions, backends, permissions, options.throttling ? options.throttleClock : null);
        threads.watch(functions.hosts());
        HttpServer server = new HttpServer(new Gateway(served, jwt.endpoints(), accessLog), options.port);
        resources.add(server::close);
        resources.add(() -> functions.hosts().forEach(FunctionHost::abandon));
        resources.add(backends::close);
        resources.add(server::drain);
        List<String> warnings = Warnings.of(read, api, permissions, jwt, stubs);
        return new LocalGateway(resources, server, table, warnings, jwt.minter(), signing(api, identity));
    }

    private Signing signing(HttpApi api, Identity identity) {
        boolean needed = api.routes().stream().anyMatch(Authorizers::isIam);
        return new Signing(needed ? options.credentials : List.of(), identity.region());
    }

    private void closeAfter(RuntimeException failed) {
        try {
            resources.close();
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private HttpApi choose(List<HttpApi> apis) {
        if (apis.isEmpty()) {
            throw new Refusal(
                    "template must declare the HTTP API of its routes", template.toString(), "name the one that does");
        }
        List<String> ids = apis.stream().map(HttpApi::logicalId).toList();
        if (options.api == null && apis.size() > 1) {
            throw new Refusal("api must be chosen", "", "the template has " + String.join(", ", ids));
        }
        String wanted = Objects.requireNonNullElse(options.api, ids.get(0));
        return apis.stream()
                .filter(candidate -> candidate.logicalId().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("api must be one of the template's", wanted, "it has " + String.join(", ", ids)));
    }
}
