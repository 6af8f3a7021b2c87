package io.github.securehttpapi.template;

import java.time.Duration;
import java.util.List;

/**
 * The CORS configuration of an HTTP API.
 *
 * @param allowOrigins exact origins, or {@code *}, {@code https://*}, {@code http://*}
 * @param allowMethods methods, or {@code *}
 * @param allowHeaders header names, or {@code *}
 * @param exposeHeaders header names, or {@code *}
 * @param maxAge how long a browser may remember a preflight; -1 s, which API Gateway takes too, for not at all
 * @param allowCredentials whether a browser may send credentials
 */
public record Cors(
        Property<List<String>> allowOrigins,
        Property<List<String>> allowMethods,
        Property<List<String>> allowHeaders,
        Property<List<String>> exposeHeaders,
        Property<Duration> maxAge,
        Property<Boolean> allowCredentials) {}
