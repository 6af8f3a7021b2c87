package io.github.securehttpapi.local.internal.jwt;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.Threads;
import io.github.securehttpapi.local.internal.gateway.Authorizer;
import io.github.securehttpapi.local.internal.gateway.OwnEndpoints;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JWT authorizers of an API: nothing is fetched and no key is made before a request needs it. */
public final class JwtAuthorizers implements AutoCloseable {
    /** The authorization type of the routes that have one. */
    public static final String TYPE = "JWT";

    /** RFC 6749, 3.3. */
    private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+");

    private static final int MAX_THREADS = 4;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Map<String, Trust> trusts = new LinkedHashMap<>();
    private final Map<String, Keys> remote = new HashMap<>();
    private final Threads threads = new Threads("jwt");
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            MAX_THREADS, MAX_THREADS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    private final IssuerDocuments documents = new IssuerDocuments();
    private final HttpApi api;
    private final Consumer<String> log;
    private final Clock clock;
    private @Nullable LocalIssuer localIssuer;
    private @Nullable Minter minter;

    /**
     * Reads the authorizers of an API's routes, and refuses what cannot be verified as the cloud would.
     *
     * @param wanted whether the local issuer is to be used; null for where the template does not tell the issuer
     * @param log takes a line when an issuer's keys cannot be read
     * @param clock tells whether a token has expired
     */
    public JwtAuthorizers(HttpApi api, @Nullable Boolean wanted, Consumer<String> log, Clock clock) {
        this.api = api;
        this.log = log;
        this.clock = clock;
        executor.allowCoreThreadTimeOut(true);
        for (Route route : api.routes()) {
            if (route.authorizationType().orElse("NONE").equals(TYPE)) {
                scopes(route).forEach(scope -> speakable(route, scope));
                Trust trust = Trust.of(route, wanted);
                trusts.put(trust.configuration().authorizer(), trust);
            }
        }
    }

    /** The authorizer of a route of type {@value #TYPE}. */
    public Authorizer of(Route route) {
        Trust trust = trust(route);
        Keys keys = trust.local()
                ? localIssuer()
                : remote.computeIfAbsent(trust.configuration().issuer(), this::keys);
        return new JwtAuthorizer(trust.configuration(), keys, scopes(route), clock);
    }

    /** What the route table says of such a route. */
    public String description(Route route) {
        Trust trust = trust(route);
        Set<String> scopes = scopes(route);
        return TYPE + " " + trust.configuration().authorizer()
                + (scopes.isEmpty() ? "" : " scopes " + String.join(" ", scopes))
                + (trust.local() ? ", local issuer" : "");
    }

    /** What works here and not in the cloud, or the other way round. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        trusts.forEach((id, trust) -> {
            if (trust.local() && trust.unknown() != null) {
                warnings.add("authorizer " + id + " must have a known issuer and audience to accept their tokens, got '"
                        + trust.unknown() + "': it accepts this gateway's own, of "
                        + trust.configuration().issuer() + " for "
                        + String.join(", ", trust.configuration().audiences()));
            }
        });
        for (Route route : api.routes()) {
            if (minter() != null && DevelopmentEndpoints.isBehind(route.routeKey())) {
                warnings.add("route " + route.routeKey() + " must leave POST " + DevelopmentEndpoints.TOKEN
                        + " to this gateway for tokens over HTTP, got 'a match': mint them in Java");
            }
        }
        return warnings;
    }

    /** Makes tokens; null if no authorizer trusts the local issuer. */
    public @Nullable Minter minter() {
        List<JwtConfiguration> local = trusts.values().stream()
                .filter(Trust::local)
                .map(Trust::configuration)
                .toList();
        if (minter == null && !local.isEmpty()) {
            minter = new Minter(localIssuer(), local, clock);
        }
        return minter;
    }

    /** What the local issuer publishes; nothing if no authorizer trusts it. */
    public OwnEndpoints endpoints() {
        Minter minter = minter();
        return minter == null ? OwnEndpoints.NONE : new DevelopmentEndpoints(minter, executor);
    }

    @Override
    public void close() {
        documents.close();
        executor.shutdownNow();
        threads.join(GRACE);
    }

    /** A scope stands in a header, in quotes, with a space to the next one. */
    private static void speakable(Route route, String scope) {
        if (!SCOPE.matcher(scope).matches()) {
            throw new Refusal(
                    "route " + route.routeKey() + " must have scopes of printable ASCII without spaces and quotes",
                    scope,
                    "write each one as an item of its own");
        }
    }

    private Trust trust(Route route) {
        io.github.securehttpapi.template.Authorizer authorizer = route.authorizer();
        Trust trust = authorizer == null ? null : trusts.get(authorizer.logicalId());
        if (trust == null) {
            throw new IllegalStateException("the constructor has refused " + route.routeKey());
        }
        return trust;
    }

    /** The only one, made when it is wanted: an API without it loads no class of the library behind it. */
    private LocalIssuer localIssuer() {
        LocalIssuer made = localIssuer;
        if (made == null) {
            made = new LocalIssuer(executor);
            localIssuer = made;
        }
        return made;
    }

    private Keys keys(String issuer) {
        return new RemoteKeys(new IssuerKeys(URI.create(issuer), documents, log), executor, System::nanoTime);
    }

    private static Set<String> scopes(Route route) {
        return new LinkedHashSet<>(route.scopes().orElse(List.of()));
    }
}
