package io.github.securehttpapi.local.internal.event;

import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A request's headers as functions are told of them: in lower case, with those that the gateway adds. Few enough that
 * they are faster to look through than to hash.
 */
final class EventHeaders {
    /** What concerns one connection only, beside what the request's {@code Connection} names (RFC 9110, 7.6.1). */
    private static final Set<String> LEFT_OUT =
            Set.of("connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade");

    private static final int USUAL_COUNT = 16;
    private static final byte[] TRACE = JsonBytes.ascii("Root=1-");
    private static final byte[] HEX = JsonBytes.ascii("0123456789abcdef");
    private static final int INT_DIGITS = 8;
    private static final int TRACE_LENGTH = TRACE.length + 4 * INT_DIGITS + 1;
    private static final int MILLIS_PER_SECOND = 1000;

    private String[] names = new String[USUAL_COUNT];
    private String[] values = new String[USUAL_COUNT];
    private int size;

    private EventHeaders() {}

    /** Those of one name joined with a comma, the cookies left out. */
    static EventHeaders of(Request request) {
        EventHeaders headers = new EventHeaders();
        Iterator<Map.Entry<CharSequence, CharSequence>> all = request.headers().iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = all.next();
            String name = header.getKey().toString().toLowerCase(Locale.ROOT);
            if (!concernsConnection(name) && !name.equals("cookie")) {
                headers.add(name, header.getValue().toString(), ",");
            }
        }
        for (String option : options(request.headers())) {
            headers.remove(option);
        }
        headers.addOwn(request);
        return headers;
    }

    /** Whether a header, in lower case, is of no concern to whoever is behind the gateway. */
    static boolean concernsConnection(String name) {
        return switch (name.charAt(0)) {
            case 'c', 'k', 'p', 't', 'u' -> LEFT_OUT.contains(name);
            default -> false;
        };
    }

    /** The headers that the request's own {@code Connection} names, in lower case. */
    static List<String> options(HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.CONNECTION)) {
            return List.of();
        }
        List<String> options = new ArrayList<>();
        for (String list : headers.getAll(HttpHeaderNames.CONNECTION)) {
            for (String option : list.split(",", -1)) {
                options.add(option.strip().toLowerCase(Locale.ROOT));
            }
        }
        return options;
    }

    /** The cookies, one by one. */
    static List<String> cookies(HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.COOKIE)) {
            return List.of();
        }
        List<String> cookies = new ArrayList<>();
        for (String header : headers.getAll(HttpHeaderNames.COOKIE)) {
            for (String cookie : header.split(";", -1)) {
                if (!cookie.isBlank()) {
                    cookies.add(cookie.strip());
                }
            }
        }
        return cookies;
    }

    /** An X-Ray trace id: the version, the time in seconds and 96 random bits. */
    static String traceId(Request request) {
        byte[] id = Arrays.copyOf(TRACE, TRACE_LENGTH);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        hex(id, TRACE.length, (int) (request.epochMillis() / MILLIS_PER_SECOND));
        id[TRACE.length + INT_DIGITS] = '-';
        for (int at = TRACE.length + INT_DIGITS + 1; at < TRACE_LENGTH; at += INT_DIGITS) {
            hex(id, at, random.nextInt());
        }
        return new String(id, StandardCharsets.ISO_8859_1);
    }

    /** Writes an object of them. */
    void write(JsonBytes json) {
        json.raw('{');
        for (int index = 0; index < size; index++) {
            if (index > 0) {
                json.raw(',');
            }
            json.text(names[index]).raw(':').text(values[index]);
        }
        json.raw('}');
    }

    private void addOwn(Request request) {
        if (find("x-amzn-trace-id") < 0) {
            append("x-amzn-trace-id", traceId(request));
        }
        add("x-forwarded-for", request.sourceIp(), ", ");
        set("x-forwarded-port", Integer.toString(request.port()));
        set("x-forwarded-proto", "http");
        if (find("content-length") < 0) {
            append("content-length", Integer.toString(request.body().length));
        }
    }

    private void add(String name, String value, String separator) {
        int index = find(name);
        if (index < 0) {
            append(name, value);
        } else {
            values[index] += separator + value;
        }
    }

    private void set(String name, String value) {
        int index = find(name);
        if (index < 0) {
            append(name, value);
        } else {
            values[index] = value;
        }
    }

    private void append(String name, String value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    private void remove(String name) {
        int index = find(name);
        if (index >= 0) {
            size--;
            System.arraycopy(names, index + 1, names, index, size - index);
            System.arraycopy(values, index + 1, values, index, size - index);
        }
    }

    private int find(String name) {
        for (int index = 0; index < size; index++) {
            if (names[index].equals(name)) {
                return index;
            }
        }
        return -1;
    }

    private static void hex(byte[] into, int at, int value) {
        for (int digit = 0; digit < INT_DIGITS; digit++) {
            into[at + digit] = HEX[(value >>> (Integer.SIZE - 4 * (digit + 1))) & 0xF];
        }
    }
}
