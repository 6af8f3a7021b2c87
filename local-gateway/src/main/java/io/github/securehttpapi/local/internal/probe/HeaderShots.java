package io.github.securehttpapi.local.internal.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Requests with hostile headers, each marked. */
final class HeaderShots {
    private static final List<String> NAMES = List.of(
            "X-Request-Id",
            "X-Correlation-Id",
            "X-Amzn-Trace-Id",
            "Traceparent",
            "User-Agent",
            "Referer",
            "Cookie",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Http-Method-Override",
            "Content-Language");

    private final Plain plain;

    HeaderShots(Plain plain) {
        this.plain = plain;
    }

    void each(Consumer<Shot> shots) {
        for (String name : NAMES) {
            values().forEach((what, value) ->
                    shots.accept(plain.with(name + " with " + what, List.of(name + ": " + value))));
        }
        for (String value : List.of("", "*", "*/*;q=2", "application/xml", "text/*;q=,;=", "/")) {
            shots.accept(plain.with("Accept: " + value, List.of("Accept: " + value)));
        }
        List<String> many = new ArrayList<>();
        for (int header = 0; header < 400; header++) {
            many.add("X-" + header + ": " + header);
        }
        shots.accept(plain.with("400 headers", many));
        shots.accept(plain.with("the same header 300 times", Collections.nCopies(300, "X-Request-Id: a")));
        shots.accept(plain.with("11 KB of header", List.of("X-Long: " + "a".repeat(11_000))));
    }

    /** In ISO-8859-1; a real CR LF would only begin another header. */
    private static Map<String, String> values() {
        String mark = Inspection.MARK;
        Map<String, String> values = new LinkedHashMap<>();
        values.put("a line end in percent-coding", mark + "%0d%0a" + Inspection.INJECTED + ":%201");
        values.put("an escaped line end", mark + "\\r\\n" + Inspection.INJECTED + ": 1");
        values.put("a script", mark + "\"><script>alert(1)</script>");
        values.put("a log4j look-up", mark + Hostile.LOOK_UP);
        values.put("octets beyond ASCII", mark + "\u00ff\u00fe\u0085\u00c0\u00af");
        values.put("5000 characters", mark + "a".repeat(5000));
        values.put("quotes and tabs", mark + "\t\"';,=\\");
        return values;
    }
}
