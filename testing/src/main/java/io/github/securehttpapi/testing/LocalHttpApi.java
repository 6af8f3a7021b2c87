package io.github.securehttpapi.testing;

import io.github.securehttpapi.local.LocalGateway;
import io.github.securehttpapi.local.TokenRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/**
 * A JUnit extension that serves the HTTP API of a stack or a template on a free port, by the local gateway.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalHttpApi api = LocalHttpApi.ofStack(app -> new ContactApiStack(app, "ContactApi", JAR))
 *         .with(gateway -> gateway.parameter("AllowedOrigin", "https://www.example.com"));
 *
 * @Test
 * void healthIsPublic() throws Exception {
 *     HttpRequest request = HttpRequest.newBuilder(api.url().resolve("health")).build();
 *     HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
 *     assertThat(answer.statusCode()).isEqualTo(200);
 *     assertThat(api.accessLogLine(answer)).contains("GET /health");
 * }
 * }</pre>
 *
 * <p>In a static field it starts once for the test class, before {@code @BeforeAll} methods, and serves the class's {@code
 * @Nested} classes too; in an instance field it starts for each test. Each extension has a gateway, a port and functions
 * of its own, so that test classes may run in parallel.
 *
 * <p>It throttles as the template says, and one test may leave another an empty bucket: {@link #restart()} in a
 * {@code @BeforeEach} method fills all buckets, {@code with(gateway -> gateway.throttling(false))} does without. When a
 * test fails, what was logged in it is printed on standard error.
 */
public final class LocalHttpApi implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final String REQUEST_ID = "apigw-requestid";

    private final Supplier<Path> template;
    private final Consumer<LocalGateway.Builder> settings;
    private final LogLines accessLog = new LogLines();
    private final LogLines functionLog = new LogLines();

    /** Those that the gateway runs for, classes and tests, by JUnit's id: the last one closes it. */
    private final Set<String> users = new HashSet<>();

    /** Those of them that are tests. */
    private final Set<String> tests = new HashSet<>();

    private @Nullable LocalGateway gateway;

    private LocalHttpApi(Supplier<Path> template, Consumer<LocalGateway.Builder> settings) {
        this.template = template;
        this.settings = settings;
    }

    /**
     * Serves a template.
     *
     * @param template a {@code <stack>.template.json} with its {@code <stack>.assets.json} beside it, as in cdk.out
     * @return the extension
     */
    public static LocalHttpApi of(Path template) {
        Objects.requireNonNull(template, "template");
        return new LocalHttpApi(() -> template, nothing -> {});
    }

    /**
     * Serves a stack. It is synthesized once, when the gateway starts for the first time, with its assets, into a temporary
     * directory that is deleted when the JVM ends. An instance field would synthesize for each test: prefer a static one, or
     * one that is made {@link #with} settings from a static one.
     *
     * <p>Needs the CDK, which this module does not bring, and Node.js. The CDK for Java takes one thread at a time: these
     * extensions wait for each other, and cannot wait for what your tests synthesize by themselves.
     *
     * @param stack defines the stack in the app that it is given, whose context it may set
     * @return the extension
     */
    public static LocalHttpApi ofStack(Function<App, ? extends Stack> stack) {
        return new LocalHttpApi(new SynthesizedStack(Objects.requireNonNull(stack, "stack")), nothing -> {});
    }

    /**
     * Another extension for the same template, with further settings of the gateway: what the builder adds
     * up, such as parameters, is added; of other settings the last one counts. A stack is synthesized once for all of
     * them. The template and the logs are the extension's own, and the port is any that is free, unless it is set.
     *
     * @param more sets what the gateway is to be started with, at each start
     * @return an extension for a field of its own
     */
    public LocalHttpApi with(Consumer<LocalGateway.Builder> more) {
        return new LocalHttpApi(template, settings.andThen(more));
    }

    /**
     * Where the API is served, without a stage.
     *
     * @return such as {@code http://127.0.0.1:49152/}
     * @throws IllegalStateException if no test is under way
     */
    public URI url() {
        return gateway().url();
    }

    /**
     * The port that the API is served on.
     *
     * @return the port
     * @throws IllegalStateException if no test is under way
     */
    public int port() {
        return gateway().port();
    }

    /**
     * Asks for a token that the API's JWT authorizers accept, those whose issuer the template does not tell, or all {@code
     * with(gateway -> gateway.localIssuer(true))}.
     *
     * @return a request for a token, which is not thread-safe
     * @throws IllegalStateException if no test is under way, or no authorizer accepts the gateway's tokens
     */
    public TokenRequest token() {
        return gateway().token();
    }

    /**
     * The gateway itself, which has the route table, the warnings, and the test credentials for IAM routes. Leave it to the extension to close it.
     *
     * @return the running gateway, until the next restart
     * @throws IllegalStateException if no test is under way
     */
    public synchronized LocalGateway gateway() {
        if (gateway == null) {
            throw new IllegalStateException(
                    "local gateway must be running, got 'no test under way': put LocalHttpApi into a"
                            + " field with @RegisterExtension, and ask it in a test or a @BeforeAll method");
        }
        return gateway;
    }

    /**
     * The file that is served, for a gateway of your own with other settings.
     *
     * @return the template; a stack is synthesized now if it was not before
     */
    public Path template() {
        return template.get();
    }

    /**
     * The access log since the test began, in the template's own format. Tests that run at the same time see each other's
     * lines.
     *
     * @return a line for every request, in the order of their answers
     */
    public List<String> accessLog() {
        return accessLog.copy();
    }

    /**
     * The line of one request in the access log, waited for up to five seconds. The stage's format needs {@code
     * $context.requestId}.
     *
     * @param requestId what the answer's header {@code apigw-requestid} says
     * @return the line
     * @throws AssertionError if there is none; the message has the lines that there are
     */
    public String accessLogLine(String requestId) {
        return accessLog.await(requestId);
    }

    /**
     * The line of the request that was answered so, waited for up to five seconds. The stage's format needs {@code
     * $context.requestId}.
     *
     * @param answer an answer of this gateway
     * @return the line
     * @throws AssertionError if there is none; the message has the lines that there are
     * @throws IllegalArgumentException if the answer has no header {@code apigw-requestid}
     */
    public String accessLogLine(HttpResponse<?> answer) {
        return accessLogLine(answer.headers()
                .firstValue(REQUEST_ID)
                .orElseThrow(() -> new IllegalArgumentException("answer must have the header " + REQUEST_ID
                        + ", got none from '" + answer.uri() + "': pass an answer of this gateway")));
    }

    /**
     * What functions logged through their context since the test began, and their failures with the stack trace. Tests
     * that run at the same time see each other's entries.
     *
     * @return the entries, which may have several lines
     */
    public List<String> functionLog() {
        return functionLog.copy();
    }

    /**
     * Starts the gateway anew: full token buckets, empty caches, functions without the state that they had, empty logs. The
     * port may be another.
     *
     * @throws IllegalStateException if no test is under way
     * @throws io.github.securehttpapi.local.LocalGatewayException if the gateway cannot start
     */
    public synchronized void restart() {
        gateway().close();
        gateway = null;
        clearLogs();
        start();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        use(context);
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        if (tests.isEmpty()) {
            clearLogs();
        }
        tests.add(context.getUniqueId());
        use(context);
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            accessLog.print("access log of " + context.getDisplayName(), System.err);
            functionLog.print("function log of " + context.getDisplayName(), System.err);
        }
        tests.remove(context.getUniqueId());
        leave(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        leave(context);
    }

    private synchronized void use(ExtensionContext context) {
        if (gateway == null) {
            start();
        }
        users.add(context.getUniqueId());
    }

    /** JUnit also calls this for whom {@link #use} failed, or was not called since another extension failed before. */
    private synchronized void leave(ExtensionContext context) {
        users.remove(context.getUniqueId());
        if (users.isEmpty() && gateway != null) {
            gateway.close();
            gateway = null;
        }
    }

    private void start() {
        LocalGateway.Builder builder = LocalGateway.builder();
        settings.accept(builder);
        gateway = builder.template(template.get())
                .accessLog(accessLog::add)
                .functionLog(functionLog::add)
                .start();
    }

    private void clearLogs() {
        accessLog.clear();
        functionLog.clear();
    }
}
