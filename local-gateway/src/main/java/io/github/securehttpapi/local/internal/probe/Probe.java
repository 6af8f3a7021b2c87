package io.github.securehttpapi.local.internal.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Probes the routes of a gateway that does not throttle, one request at a time. */
public final class Probe {
    /** Ours: what a route may take for all of it. */
    private static final Duration ROUTE = Duration.ofSeconds(60);

    /** Ours: a function that takes longer for a hostile request than this can be held up by anybody. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD", "DELETE", "OPTIONS");
    private static final List<String> TYPE = List.of("Content-Type: application/json");

    /** A value that many fields of many kinds take. */
    private static final String PLAUSIBLE = "\"probe@example.com\"";

    private final int port;
    private final ProbeCredentials credentials;
    private final Consumer<Finding> findings;
    private final Duration patience;
    private int requests;

    /** Of the gateway that listens on {@code port}; findings are told as they are made. */
    public Probe(int port, ProbeCredentials credentials, Consumer<Finding> findings) {
        this(port, credentials, findings, PATIENCE);
    }

    Probe(int port, ProbeCredentials credentials, Consumer<Finding> findings, Duration patience) {
        this.patience = patience;
        this.port = port;
        this.credentials = credentials;
        this.findings = findings;
    }

    /** Probes a route with each of its methods. */
    public void probe(ProbedRoute route) {
        RouteProbe probe = new RouteProbe(new RawHttp(port), route, System.nanoTime() + ROUTE.toNanos(), patience);
        for (String method : route.methods()) {
            if (!route.open()) {
                new LockedShots(method, route.path()).each(probe::locked);
            }
            List<String> key = credentials.headers(route.routeKey(), method, route.path(), new byte[0]);
            if (route.open() || !key.isEmpty()) {
                probe.unlock(route.open() ? ProbeCredentials.NONE : credentials);
                shoot(probe, route, method);
                probe.unlock(ProbeCredentials.NONE);
            }
        }
        probe.findings().forEach(findings);
        requests += probe.requests();
    }

    /** How many requests it took so far. */
    public int requests() {
        return requests;
    }

    private static void shoot(RouteProbe probe, ProbedRoute route, String method) {
        Plain plain = new Plain(method, route.path(), List.of(), new byte[0]);
        probe.first(plain.with("nothing special", List.of()));
        if (!WITHOUT_BODY.contains(method)) {
            Answer answer = probe.shoot(plain.with("an empty object", TYPE, "{}".getBytes(StandardCharsets.UTF_8)));
            List<String> fields = Json.fields(answer.body());
            byte[] body = Json.object(fields, PLAUSIBLE).getBytes(StandardCharsets.UTF_8);
            plain = new Plain(method, route.path(), TYPE, body);
            new BodyShots(plain, Json.andCommon(fields)).each(probe::shoot);
        }
        new HeaderShots(plain).each(probe::shoot);
        new TargetShots(route, plain).each(probe::shoot);
    }
}
