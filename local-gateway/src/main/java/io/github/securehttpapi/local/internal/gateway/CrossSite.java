package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests of a browser may reach a function. In the cloud a page of any site may send a simple request, which no
 * preflight precedes; here the function would run with the developer's credentials. A page has to be the gateway's own
 * or of an origin that CORS allows (Fetch Metadata Request Headers; RFC 6454, 7).
 */
public final class CrossSite {
    private static final AsciiString SITE = AsciiString.cached("sec-fetch-site");

    /** No page caused the request, or one that the gateway served itself. */
    private static final Set<String> OWN = Set.of("", "none", "same-origin");

    private CrossSite() {}

    /** Why the request must not reach a function, or null if it may. The host is known to be a loopback host. */
    static @Nullable String problem(Request request, @Nullable CorsPolicy cors) {
        String site = request.header(SITE);
        String origin = request.header(HttpHeaderNames.ORIGIN);
        if (!origin.isEmpty()) {
            boolean own = site.equals("same-origin")
                    || origin.equalsIgnoreCase("http://" + request.header(HttpHeaderNames.HOST));
            return own || (cors != null && cors.allows(origin))
                    ? null
                    : "Origin " + origin + " is neither this gateway's nor allowed by the CORS configuration";
        }
        return OWN.contains(site) || isVisit(request)
                ? null
                : "A page of another site sent the request (Sec-Fetch-Site: " + site + ")";
    }

    /** A link that was followed: the answer is shown, and no page of the other site reads it. */
    private static boolean isVisit(Request request) {
        return request.method().equals("GET")
                && request.header("sec-fetch-mode").equals("navigate")
                && request.header("sec-fetch-dest").equals("document")
                && request.header("sec-purpose").isEmpty();
    }
}
