package io.github.securehttpapi.local.internal.integration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers that a function answered with. What is wrong with them is of no interest before its status is known. */
final class ResponseHeaders {
    private static final int MAX_OCTET = 0xFF;

    /** Without a validation of names, which is done once for each that a function has. */
    private static final HttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withNameValidation(false);

    private static final AnsweredNames NAMES = new AnsweredNames();
    private static final AnsweredName SET_COOKIE = new AnsweredName("set-cookie");

    private final HttpHeaders headers = HEADERS.newHeaders();
    private final List<String> cookies = new ArrayList<>(0);
    private @Nullable Map<AnsweredName, List<String>> lists;
    private @Nullable IllegalArgumentException illegal;
    private @Nullable AnsweredName unwritable;

    /** Reads {@code headers}; false if one is neither text nor a number. */
    boolean read(JsonParser json) throws IOException {
        boolean scalar = true;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            AnsweredName name = NAMES.of(json.currentName());
            JsonToken value = json.nextToken();
            scalar &= value.isScalarValue();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && !name.isLeftOut()) {
                set(name, json.getText());
            }
            json.skipChildren();
        }
        return scalar;
    }

    /** Reads {@code cookies}; false if one is no text. */
    boolean readCookies(JsonParser json) throws IOException {
        boolean text = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            text &= json.currentToken() == JsonToken.VALUE_STRING;
            cookies.add(json.getText());
            json.skipChildren();
        }
        return text;
    }

    /** Reads {@code multiValueHeaders}; false if one is no list of texts and numbers. */
    boolean readLists(JsonParser json) throws IOException {
        lists = lists == null ? new LinkedHashMap<>() : lists;
        boolean scalars = true;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            AnsweredName name = NAMES.of(json.currentName());
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY && !name.isLeftOut()) {
                scalars &= readList(json, lists.computeIfAbsent(name, any -> new ArrayList<>()));
            } else {
                scalars &= value == JsonToken.START_ARRAY || value == JsonToken.VALUE_NULL;
                json.skipChildren();
            }
        }
        return scalars;
    }

    /** All of them, cookies before those of {@code headers}, lists likewise (recorded by AWS's Lambda test tool for .NET). */
    HttpHeaders all() throws ResponseReader.Malformed {
        if (!cookies.isEmpty()) {
            prepend(SET_COOKIE, cookies);
        }
        if (lists != null) {
            lists.forEach(this::prepend);
        }
        if (illegal != null) {
            throw illegal;
        }
        if (unwritable != null) {
            throw new ResponseReader.Malformed(
                    "The function's header " + unwritable + " has characters outside ISO-8859-1");
        }
        if (!headers.contains(HttpHeaderNames.CONTENT_TYPE)) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        }
        return headers;
    }

    private static boolean readList(JsonParser json, List<String> values) throws IOException {
        boolean scalars = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonToken value = json.currentToken();
            scalars &= value.isScalarValue();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                values.add(json.getText());
            }
            json.skipChildren();
        }
        return scalars;
    }

    /** A content type is one, that of {@code headers} (recorded); a value in both places is sent once: unverified. */
    private void prepend(AnsweredName name, List<String> values) {
        List<String> all = new ArrayList<>(values);
        for (String value : headers.getAll(name.toString())) {
            if (!all.contains(value)) {
                all.add(value);
            }
        }
        if (name.toString().equals("content-type") && !all.isEmpty()) {
            all = List.of(headers.get(name.toString(), all.get(0)));
        }
        headers.remove(name.toString());
        for (String value : all) {
            add(name, value);
        }
    }

    private void set(AnsweredName name, String value) {
        if (isWritable(name, value)) {
            try {
                headers.set(name.octets(), value);
            } catch (IllegalArgumentException refused) {
                illegal = refused;
            }
        }
    }

    private void add(AnsweredName name, String value) {
        if (isWritable(name, value)) {
            try {
                headers.add(name.octets(), value);
            } catch (IllegalArgumentException refused) {
                illegal = refused;
            }
        }
    }

    /** Ours: a character that has no octet would reach the client as a question mark (RFC 9110, 5.5). */
    private boolean isWritable(AnsweredName name, String value) {
        boolean octets = isOctets(value);
        if (!octets && unwritable == null) {
            unwritable = name;
        }
        return octets;
    }

    private static boolean isOctets(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) > MAX_OCTET) {
                return false;
            }
        }
        return true;
    }
}
