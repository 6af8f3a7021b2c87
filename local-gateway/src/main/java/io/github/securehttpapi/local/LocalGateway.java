package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.http.HttpServer;
import io.github.securehttpapi.local.internal.jwt.Minter;
import io.github.securehttpapi.template.Experimental;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP API of a synthesized template, served on 127.0.0.1 until it is closed. Thread-safe.
 *
 * <pre>{@code
 * try (LocalGateway gateway = LocalGateway.builder()
 *         .template(Path.of("cdk.out/ContactApi.template.json"))
 *         .start()) {
 *     URI health = gateway.url().resolve("health");
 * }
 * }</pre>
 *
 * <p>JWT authorizers verify tokens by their issuers' keys, or accept this gateway's own, from {@link #token()}; IAM routes
 * take requests that are signed with {@link #credentials()}; Lambda authorizers run like any other function.
 *
 * <p>Functions run in this process: each has its own class loader, and its handler instances never see two requests at
 * once unless the function runs on Lambda Managed Instances, but static state is shared among the instances of one
 * function. They see the environment variables that the template gives them, and end their own execution environment,
 * not this process, with {@link System#exit}; code that asks by reflection sees and ends this process.
 *
 * <p>A request whose {@code Host} is not {@code localhost}, {@code 127.0.0.1} or {@code [::1]}, with any port, is
 * answered 403 {@code {"message":"Forbidden"}}, which keeps web pages from reaching the gateway by DNS rebinding.
 *
 * <p>Unlike the cloud, which runs functions for a simple request of any page, it answers the same to requests that a
 * browser sends for a page of another origin ({@code Origin}, {@code Sec-Fetch-Site}), another port on localhost
 * included, unless the API's CORS configuration allows that origin: functions run with the developer's credentials. A
 * link that is followed to the gateway is served, and so are preflights and clients that are no browsers. The access
 * log's {@code $context.error.message} says why a request was refused.
 */
@Experimental
public final class LocalGateway implements AutoCloseable {
    private final Resources resources;
    private final HttpServer server;
    private final List<ServedRoute> routes;
    private final List<String> warnings;
    private final @Nullable Minter minter;
    private final Signing signing;
    private final AtomicBoolean closed = new AtomicBoolean();

    LocalGateway(
            Resources resources,
            HttpServer server,
            List<ServedRoute> routes,
            List<String> warnings,
            @Nullable Minter minter,
            Signing signing) {
        this.resources = resources;
        this.server = server;
        this.routes = routes;
        this.warnings = warnings;
        this.minter = minter;
        this.signing = signing;
    }

    /**
     * Sets up a gateway, which has a default for everything but the template.
     *
     * @return a builder, which is not thread-safe
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where the gateway listens. The stage {@code $default} is served there, any other below its name.
     *
     * @return such as {@code http://127.0.0.1:8080/}
     */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    /**
     * The port the gateway listens on.
     *
     * @return the port
     */
    public int port() {
        return server.port();
    }

    /**
     * The route table.
     *
     * @return every route on every stage, in the template's order
     */
    public List<ServedRoute> routes() {
        return routes;
    }

    /**
     * What works here and not in the cloud, or the other way round, such as a missing permission, and an authorizer
     * that is not applied in either.
     *
     * @return one line each
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Asks for a token that the API's JWT authorizers accept, as long as they trust the local issuer. It is worth nothing
     * anywhere else.
     *
     * @return a request for a token, which is not thread-safe
     * @throws IllegalStateException if no authorizer trusts the local issuer
     */
    public TokenRequest token() {
        if (minter == null) {
            throw new IllegalStateException("gateway must have an authorizer that trusts the local issuer, got 'none':"
                    + " start it with localIssuer(true), and a route with a JWT authorizer");
        }
        return new TokenRequest(minter);
    }

    /**
     * What requests to IAM routes may be signed with, for the service {@code execute-api} in {@link #region()}.
     *
     * @return the test credentials, none if the API has no IAM route
     */
    public List<TestCredentials> credentials() {
        return signing.credentials();
    }

    /**
     * The region that the API pretends to be in.
     *
     * @return the value of {@code AWS::Region}, {@code us-east-1} unless a parameter sets it
     */
    public String region() {
        return signing.region();
    }

    /**
     * Stops accepting connections, waits up to five seconds for the requests under way, answers 500 to those that are
     * left, and ends every thread. Handlers that are still running are interrupted. Closing again does nothing.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            resources.close();
        }
    }

    /** Sets up a gateway. Not thread-safe. */
    @Experimental
    public static final class Builder {
        private static final int MAX_PORT = 65_535;

        private final Options options = new Options();

        private Builder() {}

        /**
         * Sets the template, which is required.
         *
         * @param file a {@code <stack>.template.json} with its {@code <stack>.assets.json} beside it, as in cdk.out, or
         *     the {@code template.yaml} that {@code sam build} leaves
         * @return this
         */
        public Builder template(Path file) {
            options.template = file;
            return this;
        }

        /**
         * Sets which API of the template to serve; needed only if it has several.
         *
         * @param logicalId the API's logical id
         * @return this
         */
        public Builder api(String logicalId) {
            options.api = logicalId;
            return this;
        }

        /**
         * Sets the port to listen on.
         *
         * @param number from 1 to 65535, or 0, the default, for any that is free
         * @return this
         * @throws LocalGatewayException if it is no port
         */
        public Builder port(int number) {
            if (number < 0 || number > MAX_PORT) {
                throw new LocalGatewayException(
                        "port must be from 0 to 65535", Integer.toString(number), "choose one such as 8080");
            }
            options.port = number;
            return this;
        }

        /**
         * Sets whether a route whose function has no permission for this API to invoke it is answered 500, as in the
         * cloud.
         *
         * @param on true for 500; false, the default, for a warning at start
         * @return this
         */
        public Builder strictPermissions(boolean on) {
            options.strictPermissions = on;
            return this;
        }

        /**
         * Replaces a function's code, or its handler: {@code target/orders.jar}, {@code com.example.OrdersHandler} or
         * {@code com.example.OrdersHandler::handle}. Once for the code and once for the handler replaces both.
         *
         * @param logicalId the function's logical id
         * @param jarOrClass a jar or a directory of classes, which may have further jars in its {@code lib}; or a class,
         *     which is looked for in the function's code, or on the {@link #classPath} if it has none. What exists as a
         *     file, has a slash or a backslash, or ends in {@code .jar} or {@code .zip}, is no class
         * @return this
         * @throws LocalGatewayException if it is neither a path nor a class
         */
        public Builder handler(String logicalId, String jarOrClass) {
            if (HandlerName.isPath(jarOrClass)) {
                return code(logicalId, HandlerName.path(jarOrClass));
            }
            options.handlers.put(logicalId, HandlerName.of(logicalId, jarOrClass));
            return this;
        }

        /**
         * Replaces a function's code.
         *
         * @param logicalId the function's logical id
         * @param jarOrDirectory a jar or a directory of classes, which may have further jars in its {@code lib}
         * @return this
         */
        public Builder code(String logicalId, Path jarOrDirectory) {
            options.code.put(logicalId, jarOrDirectory);
            return this;
        }

        /**
         * Sets where the code of those functions is that have none in the assembly.
         *
         * @param jarsAndDirectories jars and directories of classes, in the place of any set before
         * @return this
         */
        public Builder classPath(List<Path> jarsAndDirectories) {
            options.classPath = List.copyOf(jarsAndDirectories);
            return this;
        }

        /**
         * Sets a template parameter. Calls add up; of two values for one parameter the later counts.
         *
         * @param name the parameter's name; pseudo parameters such as {@code AWS::Region} have local values unless set here
         * @param value its value
         * @return this
         */
        public Builder parameter(String name, String value) {
            options.parameters.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Sets whether requests are throttled.
         *
         * @param on true, the default, for the template's limits; false for none
         * @return this
         */
        public Builder throttling(boolean on) {
            options.throttling = on;
            return this;
        }

        /**
         * Has routes answer 501 {@code {"message":"Not Implemented"}} rather than call what this gateway cannot, such as
         * a function with another runtime. Their authorizers, throttles and CORS are served as ever. Once for each name.
         *
         * @param name a route key, or the logical id of a route, an integration or a function
         * @return this
         */
        public Builder stub(String name) {
            options.stubs.add(name);
            return this;
        }

        /**
         * Sets where access-log lines go; standard output by default. Of this and a file, what is set last counts.
         *
         * @param lines takes a line for every request, on any thread, before the client has the answer; what it throws
         *     is reported once, on standard error
         * @return this
         */
        public Builder accessLog(Consumer<String> lines) {
            options.accessLog = lines;
            options.accessLogFile = null;
            return this;
        }

        /**
         * Sets the file that access-log lines are appended to, in the place of standard output. Requests never wait for
         * it: lines that the disk does not take are lost, which is reported once, on standard error.
         *
         * @param file is created if it is not there, in a directory that is
         * @return this
         */
        public Builder accessLog(Path file) {
            options.accessLogFile = file;
            return this;
        }

        /**
         * Sets where functions log through their context, where they print, and where their failures go; standard
         * output by default.
         *
         * @param entries takes an entry, which may have several lines, on any thread; what it throws is reported once,
         *     on standard error
         * @return this
         */
        public Builder functionLog(Consumer<String> entries) {
            options.functionLog = entries;
            return this;
        }

        /**
         * Sets whether JWT authorizers accept this gateway's own tokens, from {@link LocalGateway#token()}, and nobody
         * else's. By default only those do whose issuer or audience the template does not tell, such as a user pool of
         * the same template.
         *
         * @param on true for all JWT authorizers, false for none
         * @return this
         */
        public Builder localIssuer(boolean on) {
            options.localIssuer = on;
            return this;
        }

        /**
         * Sets what requests to IAM routes may be signed with; {@link TestCredentials#EXAMPLE} by default.
         *
         * @param accepted the credentials, in the place of any others
         * @return this
         * @throws LocalGatewayException if there are none, or two with the same access key's id
         */
        public Builder credentials(TestCredentials... accepted) {
            List<String> ids =
                    Stream.of(accepted).map(TestCredentials::accessKeyId).toList();
            if (ids.isEmpty() || ids.size() > Set.copyOf(ids).size()) {
                throw new LocalGatewayException(
                        "credentials must be some, each with an id of its own",
                        String.join(", ", ids),
                        "pass TestCredentials.EXAMPLE");
            }
            options.credentials = List.of(accepted);
            return this;
        }

        Builder clock(Clock clock) {
            options.clock = clock;
            return this;
        }

        Builder cacheClock(LongSupplier nanoClock) {
            options.cacheClock = nanoClock;
            return this;
        }

        Builder throttleClock(LongSupplier nanoClock) {
            options.throttleClock = nanoClock;
            return this;
        }

        /**
         * Reads the template and starts to listen.
         *
         * @return a running gateway, to be closed
         * @throws io.github.securehttpapi.template.TemplateException if the template cannot be read
         * @throws LocalGatewayException if no template is set or it does not tell all of the API's routes, if a route,
         *     its authorization or its integration is not supported or would be refused by API Gateway, if a setting
         *     names what the template does not have, if a function's code is not found or has no such handler, if the
         *     access log cannot be written, or the port is taken
         */
        public LocalGateway start() {
            Path template = options.template;
            if (template == null) {
                throw new LocalGatewayException("template must be set", "", "name a template in cdk.out");
            }
            try {
                return new Launch(options, template).start();
            } catch (Refusal refused) {
                throw new LocalGatewayException(refused);
            }
        }
    }
}
