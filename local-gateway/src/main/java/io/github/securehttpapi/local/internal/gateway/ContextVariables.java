package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code $context} variables of one request (API Gateway developer guide, http-api-logging-variables.html). */
public final class ContextVariables {
    private final Request request;
    private final Identity identity;
    private final @Nullable String[] placed = new String[ContextVariable.PLACES];

    /** Of an authorizer, most of all. */
    private Map<String, String> others = Map.of();

    ContextVariables(Request request, Identity identity) {
        this.request = request;
        this.identity = identity;
    }

    void set(ContextVariable variable, String value) {
        if (variable.isPlaced()) {
            placed[variable.place()] = value;
            return;
        }
        if (others.isEmpty()) {
            others = new HashMap<>();
        }
        others.put(variable.name(), value);
    }

    /** The variable's value, or null if this request has none. */
    @Nullable String get(ContextVariable variable) {
        if (variable.isPlaced()) {
            return placed[variable.place()];
        }
        String known = ofRequest(variable.name(), request, identity);
        return known == null ? others.get(variable.name()) : known;
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
