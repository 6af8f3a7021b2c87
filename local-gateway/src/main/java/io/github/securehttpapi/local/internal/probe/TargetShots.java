package io.github.securehttpapi.local.internal.probe;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Requests with hostile path parameters and queries. */
final class TargetShots {
    private static final List<String> RAW_SEGMENTS = List.of(
            "..",
            "%2e%2e",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..%5c..%5cwindows",
            "%00",
            "a%00.json",
            "%ff%fe",
            "%c0%af",
            "%ed%a0%80",
            "%",
            "%zz",
            "%25",
            "a%2Fb",
            "a;b=c",
            "a,b",
            "*",
            "@",
            "~",
            ":",
            "+",
            "{id}",
            "|",
            "\\");

    private static final List<String> RAW_QUERIES = List.of(
            "",
            "?",
            "&",
            "=",
            "&&==",
            "%",
            "q=%",
            "q=%zz",
            "q=%ff",
            "q=%00",
            "q",
            "q&q&q",
            "q=1&q=2",
            "=1",
            "a[b]=c&a[]=1",
            "__proto__[admin]=1",
            "q={}|^`\\",
            "q=a+b%2Bc",
            "q[$ne]=1",
            "limit=-1&offset=-1&page=0",
            "limit=1e999&size=99999999999999999999",
            "sort=a,-b;c&order=",
            "callback=a(b)",
            "format=xml&debug=true");

    private final ProbedRoute route;
    private final Plain plain;

    TargetShots(ProbedRoute route, Plain plain) {
        this.route = route;
        this.plain = plain;
    }

    void each(Consumer<Shot> shots) {
        paths().forEach((what, value) ->
                route.paths(value).forEach(path -> shots.accept(plain.to("path parameter of " + what, path))));
        String path = plain.path();
        for (String query : RAW_QUERIES) {
            shots.accept(plain.to("query " + query, path + "?" + query));
        }
        Hostile.texts()
                .forEach((what, text) -> shots.accept(
                        plain.to("query of " + what, path + "?q=" + encoded(text) + "&id=" + encoded(text))));
        shots.accept(plain.to("query of 1000 parameters", path + "?" + "a=1&".repeat(1000)));
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        RAW_SEGMENTS.forEach(segment -> paths.put(segment, segment));
        Hostile.texts().forEach((what, text) -> paths.put(what, encoded(text)));
        return paths;
    }

    /** Every octet encoded, so that none is lost on the way. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9');
            encoded.append(plain ? Character.toString(octet) : "%%%02X".formatted(octet & 0xFF));
        }
        return encoded.toString();
    }
}
