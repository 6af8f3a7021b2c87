package io.github.securehttpapi.handler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of an event so far. Mutable, and seen by one thread only, so that an event found malformed half-way
 * is still answered and logged under the request id that came before the fault.
 */
final class Event {
    /** The gateway lower-cases names; an event written by hand may not. */
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    final Map<String, String> queryParameters = new HashMap<>();
    final Map<String, String> pathParameters = new HashMap<>();
    final Map<String, String> stageVariables = new HashMap<>();
    final List<String> cookies = new ArrayList<>();

    @Nullable String version;

    @Nullable String method;

    @Nullable String routeKey;

    @Nullable String rawPath;

    @Nullable String rawQueryString;

    @Nullable String requestId;

    @Nullable String accountId;

    @Nullable String apiId;

    @Nullable String domainName;

    @Nullable String stage;

    @Nullable String sourceIp;

    @Nullable String userAgent;

    @Nullable Long timeEpochMillis;

    /** Null where the route has no authorizer. */
    @Nullable Caller caller;

    @Nullable ClientCertificate clientCertificate;

    @Nullable String body;

    boolean base64Encoded;
}
