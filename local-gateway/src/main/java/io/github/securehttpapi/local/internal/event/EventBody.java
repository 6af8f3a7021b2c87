package io.github.securehttpapi.local.internal.event;

import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** A request's body, the same in both formats but for where there is none. */
final class EventBody {
    /** Media types whose body is text; any other arrives in base64 (recorded from API Gateway). */
    private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript");

    private static final byte[] BODY = JsonBytes.name("body");
    private static final byte[] IN_BASE64 = JsonBytes.ascii(",\"isBase64Encoded\":true}");
    private static final byte[] AS_IT_IS = JsonBytes.ascii(",\"isBase64Encoded\":false}");

    private EventBody() {}

    static boolean isEmpty(Request request) {
        return request.body().length == 0;
    }

    /** Writes the body, unless there is none, and the end of the event. */
    static void end(JsonBytes json, Request request) {
        if (isEmpty(request)) {
            json.raw(AS_IT_IS);
        } else if (isText(request.header(HttpHeaderNames.CONTENT_TYPE))) {
            json.raw(BODY).text(request.body()).raw(AS_IT_IS);
        } else {
            byte[] base64 = Base64.getEncoder().encode(request.body());
            json.raw(BODY).raw('"').raw(base64).raw('"').raw(IN_BASE64);
        }
    }

    private static boolean isText(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXT.contains(type);
    }
}
