package io.github.securehttpapi.local.command;

import io.github.securehttpapi.local.LocalGateway;
import io.github.securehttpapi.local.ServedRoute;
import io.github.securehttpapi.local.internal.Printable;
import io.github.securehttpapi.local.internal.probe.Probe;
import io.github.securehttpapi.local.internal.probe.ProbedRoute;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Probes a gateway's routes, and prints a line for each finding. */
final class ProbeReport {
    private static final String LOOPBACK = "\\w+ https?://(?:localhost|127\\.[0-9.]+|\\[::1])(?:[:/?].*)?";

    private ProbeReport() {}

    /** Prints, and gives the number of findings. */
    static int print(LocalGateway gateway, PrintStream out) {
        AtomicInteger found = new AtomicInteger();
        // XXX: IAM routes, and those of Lambda authorizers, are probed from outside only
        Probe probe = new Probe(gateway.port(), new ProbeTokens(gateway), finding -> {
            out.println(finding);
            found.incrementAndGet();
        });
        for (ServedRoute route : gateway.routes()) {
            String reason = notProbed(route);
            if (reason.isEmpty()) {
                probe.probe(new ProbedRoute(
                        route.stage(), route.routeKey(), route.access().startsWith("public")));
            } else {
                out.println(Printable.of("not probed: " + route.routeKey() + ", " + reason));
            }
        }
        out.println(found + " findings, " + probe.requests() + " requests");
        out.flush();
        return found.get();
    }

    /** Nobody asked a backend on another machine whether it wants to be probed. */
    private static String notProbed(ServedRoute route) {
        return switch (route.integration()) {
            case "stub" -> "a stub";
            case "HTTP proxy" -> route.target().matches(LOOPBACK) ? "" : "an HTTP proxy of another machine";
            default -> "";
        };
    }
}
