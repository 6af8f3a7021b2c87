package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code $context} variables of one request (API Gateway developer guide, http-api-logging-variables.html). */
public final class ContextVariables {
    /** For all that most requests set, without growing on the way. */
    private static final int CAPACITY = 16;

    private final Request request;
    private final Identity identity;
    private final Map<String, String> values = new HashMap<>(CAPACITY);

    ContextVariables(Request request, Identity identity) {
        this.request = request;
        this.identity = identity;
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    /** The variable's value, or null if this request has none. */
    @Nullable String get(String name) {
        String known = ofRequest(name, request, identity);
        return known == null ? values.get(canonical(name)) : known;
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

    /** What is known as soon as the request is there, whatever becomes of it; null if that is not. */
    public static @Nullable String ofRequest(String name, Request request, Identity identity) {
        return switch (name) {
            case "accountId" -> identity.accountId();
            case "apiId" -> identity.apiId();
            case "domainName" -> request.domainName();
            case "domainPrefix" -> request.domainPrefix();
            case "httpMethod" -> request.method();
            case "identity.sourceIp" -> request.sourceIp();
            case "identity.userAgent" -> request.header(HttpHeaderNames.USER_AGENT);
            case "protocol" -> request.protocol();
            case "requestId", "extendedRequestId" -> request.id();
            case "requestTime" -> RequestTime.of(request.epochMillis());
            case "requestTimeEpoch" -> Long.toString(request.epochMillis());
            default -> null;
        };
    }
}
