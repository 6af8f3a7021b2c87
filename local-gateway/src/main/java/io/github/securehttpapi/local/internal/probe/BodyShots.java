package io.github.securehttpapi.local.internal.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Requests with hostile bodies, made one by one: some are large. */
final class BodyShots {
    private static final String JSON = "application/json";
    private static final int MEGABYTE = 1024 * 1024;

    /** One more than API Gateway takes (HTTP API quotas, http-api-quotas.html). */
    private static final int TOO_LARGE = 10 * MEGABYTE + 1;

    private final Plain plain;
    private final List<String> fields;

    BodyShots(Plain plain, List<String> fields) {
        this.plain = plain;
        this.fields = fields;
    }

    void each(Consumer<Shot> shots) {
        texts().forEach((what, text) -> shots.accept(shot(what, JSON, text.getBytes(StandardCharsets.UTF_8))));
        values().forEach((what, value) -> shots.accept(
                shot("fields that are " + what, JSON, Json.object(fields, value).getBytes(StandardCharsets.UTF_8))));
        octets(shots);
        types(shots);
        sizes(shots);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String text :
                List.of("{", "{}", "[]", "null", "true", "0", "\"\"", "{\"a\"}", "{'a':1}", "{\"a\":1,}", "//")) {
            texts.put("body " + text, text);
        }
        texts.put("two bodies in one", "{}{}");
        texts.put("arrays within arrays, 100000 deep", "[".repeat(100_000));
        texts.put("closed arrays within arrays, 5000 deep", "[".repeat(5000) + "]".repeat(5000));
        texts.put("objects within objects, 50000 deep", "{\"a\":".repeat(50_000));
        texts.put("a number of 100000 digits", "{\"value\":" + "9".repeat(100_000) + "}");
        texts.put("a fraction of 100000 digits", "{\"value\":0." + "3".repeat(100_000) + "}");
        texts.put("a number too large for any type", "{\"value\":1e999999999}");
        texts.put("numbers that are none", "{\"value\":NaN,\"count\":-Infinity,\"id\":0x1F,\"amount\":01}");
        texts.put(
                "fields twice",
                "{\"" + String.join("\":\"a\",\"", fields) + "\":\"a\",\"" + fields.get(0) + "\":\"b\"}");
        texts.put(
                "a prototype's fields",
                "{\"__proto__\":{\"admin\":true},\"constructor\":{\"prototype\":{}},\"a.b\":1}");
        texts.put(
                "a type to make",
                "{\"@type\":\"java.net.URL\",\"@class\":\"java.net.URL\",\"$type\":\"a\",\"class\":\"b\"}");
        texts.put("an empty name", "{\"\":1,\" \":2,\"\\u0000\":3}");
        return texts;
    }

    /** Each to be the value of all fields at once, since nothing is known of their types. */
    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String value :
                List.of("null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "[]", "{}", "[[]]")) {
            values.put(value, value);
        }
        values.put("a lone surrogate", "\"a\\ud800b\"");
        values.put("surrogates the wrong way round", "\"\\udc00\\ud800\"");
        values.put("a bad escape", "\"\\x41\\u12\"");
        values.put("a control character", "\"a\u0001b\"");
        Hostile.texts().forEach((what, text) -> values.put(what, Json.quoted(text)));
        return values;
    }

    private void octets(Consumer<Shot> shots) {
        shots.accept(shot("no body", JSON, new byte[0]));
        shots.accept(shot("a NUL", JSON, new byte[] {0}));
        shots.accept(shot("malformed UTF-8", JSON, latin("{\"a\":\"\u00ff\u00fe\u00c0\u00af\"}")));
        shots.accept(shot("a surrogate in UTF-8", JSON, latin("{\"a\":\"\u00ed\u00a0\u0080\"}")));
        shots.accept(shot("a byte order mark", JSON, "\ufeff{}".getBytes(StandardCharsets.UTF_8)));
        shots.accept(shot("UTF-16", JSON, "{}".getBytes(StandardCharsets.UTF_16)));
        shots.accept(shot("UTF-32", JSON, "{}".getBytes(Charset.forName("UTF-32"))));
        shots.accept(shot("serialized Java", "application/x-java-serialized-object", latin("\u00ac\u00ed\0\5t\0\1a")));
        shots.accept(shot("XML with an entity", "application/xml", latin(Hostile.ENTITY)));
        shots.accept(shot("YAML that makes a type", "application/yaml", latin("!!javax.script.A [!!java.net.URL []]")));
        shots.accept(encoded("what says to be gzip and is not", latin("{}")));
        shots.accept(encoded("a bomb of gzip", bomb()));
    }

    private void types(Consumer<Shot> shots) {
        List<String> types = List.of(
                "",
                "/",
                "json",
                "text/plain",
                "text/html",
                "application/json; charset=utf-16",
                "application/json; charset=none",
                "application/json;;;=",
                "application/json, text/html",
                "application/problem+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"",
                "application/\u00ff\u00fe",
                "application/" + "j".repeat(4000),
                Hostile.LOOK_UP);
        for (String type : types) {
            shots.accept(shot("media type " + type, type, latin("{}")));
        }
    }

    private void sizes(Consumer<Shot> shots) {
        shots.accept(shot(
                "a field of 1 MB",
                JSON,
                latin(Json.object(fields, Json.quoted("a".repeat(MEGABYTE / fields.size()))))));
        shots.accept(shot("a name of 1 MB", JSON, latin("{\"" + "a".repeat(MEGABYTE) + "\":1}")));
        shots.accept(shot("100000 fields", JSON, latin(manyFields())));
        shots.accept(shot("1 MB of blanks", JSON, latin(" ".repeat(MEGABYTE) + "{}")));
        shots.accept(shot("5 MB of text", "text/plain", latin("a".repeat(5 * MEGABYTE))));
        List<String> headers = List.of("Content-Type: " + JSON, "Content-Length: " + TOO_LARGE);
        shots.accept(plain.with("10 MB and a byte announced", headers, new byte[0]));
    }

    private Shot encoded(String what, byte[] body) {
        return plain.with(what, List.of("Content-Type: " + JSON, "Content-Encoding: gzip"), body);
    }

    private Shot shot(String what, String type, byte[] body) {
        return plain.with(what, List.of("Content-Type: " + type), body);
    }

    private static String manyFields() {
        List<String> fields = new ArrayList<>();
        for (int field = 0; field < 100_000; field++) {
            fields.add("\"f" + field + "\":0");
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = latin(" ".repeat(MEGABYTE));
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                gzip.write(blanks);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
