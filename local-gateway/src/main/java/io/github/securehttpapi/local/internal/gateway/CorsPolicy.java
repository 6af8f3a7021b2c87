package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.local.internal.http.Request;
import io.github.securehttpapi.template.Cors;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * An API's CORS configuration at work. The gateway answers preflight itself and drops CORS headers that came from the
 * integration (API Gateway developer guide, http-api-cors.html).
 */
public final class CorsPolicy {
    private static final String PREFIX = "access-control-";
    private static final int NO_CONTENT = 204;

    private final List<String> origins;
    private final String methods;
    private final String headers;
    private final String exposed;
    private final String maxAge;
    private final boolean credentials;

    public CorsPolicy(Cors cors) {
        this.origins = cors.allowOrigins().orElse(List.of());
        this.methods = String.join(",", cors.allowMethods().orElse(List.of()));
        this.headers = String.join(",", cors.allowHeaders().orElse(List.of()));
        this.exposed = String.join(",", cors.exposeHeaders().orElse(List.of()));
        this.maxAge = cors.maxAge().isAbsent()
                ? ""
                : Long.toString(cors.maxAge().required().toSeconds());
        this.credentials = cors.allowCredentials().orElse(false);
    }

    static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.headers().contains(HttpHeaderNames.ORIGIN)
                && request.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** The answer to a preflight. Without CORS headers if the origin is not allowed: the status is unverified. */
    Reply preflight(String origin) {
        HttpHeaders answer = new DefaultHttpHeaders();
        if (allows(origin)) {
            add(answer, "allow-methods", methods);
            add(answer, "allow-headers", headers);
            add(answer, "max-age", maxAge);
        }
        return new Reply(NO_CONTENT, answer, new byte[0]);
    }

    /** Sets on any response, an error too, what its origin may see; {@code preflight} exposes nothing. */
    void apply(String origin, boolean preflight, HttpHeaders response) {
        if (!preflight) {
            foreign(response).forEach(response::remove);
        }
        if (allows(origin)) {
            add(response, "allow-origin", origins.contains("*") ? "*" : origin);
            add(response, "allow-credentials", credentials ? "true" : "");
            add(response, "expose-headers", preflight ? "" : exposed);
        }
    }

    private static List<String> foreign(HttpHeaders response) {
        List<String> names = new ArrayList<>(0);
        Iterator<Map.Entry<CharSequence, CharSequence>> headers = response.iteratorCharSequence();
        while (headers.hasNext()) {
            CharSequence name = headers.next().getKey();
            if (AsciiString.regionMatches(name, true, 0, PREFIX, 0, PREFIX.length())) {
                names.add(name.toString());
            }
        }
        return names;
    }

    boolean allows(String origin) {
        if (origin.isEmpty()) {
            return false;
        }
        return origins.contains("*")
                || origins.contains(origin)
                || (origins.contains("https://*") && origin.startsWith("https://"))
                || (origins.contains("http://*") && origin.startsWith("http://"));
    }

    private static void add(HttpHeaders headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.set(PREFIX + name, value);
        }
    }
}
