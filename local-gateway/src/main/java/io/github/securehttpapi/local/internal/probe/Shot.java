package io.github.securehttpapi.local.internal.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request, octet by octet. */
final class Shot {
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private final String what;
    private final String method;
    private final String target;
    private final List<String> headers;
    private final byte[] body;

    /** With {@code what} to tell of it in a finding; headers are lines in ISO-8859-1. */
    Shot(String what, String method, String target, List<String> headers, byte[] body) {
        this.what = what;
        this.method = method;
        this.target = target;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    String what() {
        return what;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    byte[] body() {
        return body;
    }

    Shot with(List<String> further) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(further);
        return new Shot(what, method, target, all, body);
    }

    /** The request line and the headers, on a connection that ends with the answer. */
    byte[] head(int port) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        head.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        boolean told = headers.stream().anyMatch(line -> line.regionMatches(true, 0, "content-length:", 0, 15));
        if (body.length > 0 && !told) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the text is of the probe's own making, in percent-coding too. */
    boolean has(String text) {
        return target.contains(text)
                || ESCAPE.matcher(target).replaceAll(Shot::octet).contains(text)
                || headers.stream().anyMatch(line -> line.contains(text))
                || new String(body, StandardCharsets.ISO_8859_1).contains(text);
    }

    private static String octet(MatchResult escape) {
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16)));
    }
}
