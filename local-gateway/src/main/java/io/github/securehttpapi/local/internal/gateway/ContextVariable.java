package io.github.securehttpapi.local.internal.gateway;

import java.util.List;
import java.util.Set;

/** A {@code $context} variable, whose place is looked up by its name once and not for each request. */
final class ContextVariable {
    /** What the gateway itself finds out on a request's way. */
    private static final List<String> PLACED = List.of(
            "error.message",
            "integration.error",
            "integration.latency",
            "integration.requestId",
            "integration.status",
            "integrationStatus",
            "path",
            "responseLatency",
            "responseLength",
            "routeKey",
            "stage",
            "status");

    /** How many variables have a place. */
    static final int PLACES = PLACED.size();

    /** Numbers, times, addresses and ids of the gateway's own making: no client, template or parameter has a say. */
    private static final Set<String> PLAIN = Set.of(
            "extendedRequestId",
            "identity.sourceIp",
            "integration.latency",
            "integration.requestId",
            "integration.status",
            "integrationStatus",
            "requestId",
            "requestTime",
            "requestTimeEpoch",
            "responseLatency",
            "responseLength",
            "status");

    static final ContextVariable ERROR_MESSAGE = of("error.message");
    static final ContextVariable INTEGRATION_ERROR = of("integration.error");
    static final ContextVariable INTEGRATION_LATENCY = of("integration.latency");
    static final ContextVariable INTEGRATION_REQUEST_ID = of("integration.requestId");
    static final ContextVariable INTEGRATION_STATUS = of("integration.status");
    static final ContextVariable LAMBDA_STATUS = of("integrationStatus");
    static final ContextVariable PATH = of("path");
    static final ContextVariable RESPONSE_LATENCY = of("responseLatency");
    static final ContextVariable RESPONSE_LENGTH = of("responseLength");
    static final ContextVariable ROUTE_KEY = of("routeKey");
    static final ContextVariable STAGE = of("stage");
    static final ContextVariable STATUS = of("status");

    private final String name;
    private final int place;
    private final boolean plain;

    private ContextVariable(String name) {
        this.name = name;
        this.place = PLACED.indexOf(name);
        this.plain = PLAIN.contains(name);
    }

    /** The variable of a name without {@code $context.}, whether or not any request has a value for it. */
    static ContextVariable of(String name) {
        return new ContextVariable(canonical(name));
    }

    String name() {
        return name;
    }

    /** Whether it is one of those that have a place. */
    boolean isPlaced() {
        return place >= 0;
    }

    /** Below {@link #PLACES}, if it has one. */
    int place() {
        return place;
    }

    /** Whether no value of it ever has a character to escape. */
    boolean isPlain() {
        return plain;
    }

    /** The one of two names for the same value that is set. */
    private static String canonical(String name) {
        return switch (name) {
            case "awsEndpointRequestId" -> "integration.requestId";
            case "integration.integrationStatus" -> "integrationStatus";
            case "integrationErrorMessage" -> "integration.error";
            case "integrationLatency" -> "integration.latency";
            default -> name;
        };
    }
}
