package io.github.securehttpapi.local.internal.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A {@code $context} variable, whose place is looked up by its name once and not for each request. */
final class ContextVariable {
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

    /** What the gateway itself finds out on a request's way, by name. */
    private static final Map<String, ContextVariable> PLACED = new HashMap<>();

    static final ContextVariable ERROR_MESSAGE = placed("error.message");
    static final ContextVariable INTEGRATION_ERROR = placed("integration.error");
    static final ContextVariable INTEGRATION_LATENCY = placed("integration.latency");
    static final ContextVariable INTEGRATION_REQUEST_ID = placed("integration.requestId");
    static final ContextVariable INTEGRATION_STATUS = placed("integration.status");
    static final ContextVariable LAMBDA_STATUS = placed("integrationStatus");
    static final ContextVariable PATH = placed("path");
    static final ContextVariable RESPONSE_LATENCY = placed("responseLatency");
    static final ContextVariable RESPONSE_LENGTH = placed("responseLength");
    static final ContextVariable ROUTE_KEY = placed("routeKey");
    static final ContextVariable STAGE = placed("stage");
    static final ContextVariable STATUS = placed("status");

    /** How many variables have a place. */
    static final int PLACES = PLACED.size();

    private static final int NO_PLACE = -1;

    private final String name;
    private final int place;
    private final boolean plain;

    private ContextVariable(String name, int place) {
        this.name = name;
        this.place = place;
        this.plain = PLAIN.contains(name);
    }

    private static ContextVariable placed(String name) {
        ContextVariable variable = new ContextVariable(name, PLACED.size());
        PLACED.put(name, variable);
        return variable;
    }

    /** The variable of a name without {@code $context.}, whether or not any request has a value for it. */
    static ContextVariable of(String name) {
        ContextVariable placed = PLACED.get(canonical(name));
        return placed == null ? new ContextVariable(name, NO_PLACE) : placed;
    }

    String name() {
        return name;
    }

    /** Whether it is one of those that have a place. */
    boolean isPlaced() {
        return place != NO_PLACE;
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
