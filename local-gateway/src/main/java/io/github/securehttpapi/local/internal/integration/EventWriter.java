package io.github.securehttpapi.local.internal.integration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.securehttpapi.local.internal.Payload;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.gateway.RequestTime;
import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Writes payload format 2.0 (API Gateway developer guide, http-api-develop-integrations-lambda.html). */
public final class EventWriter {
    private static final JsonFactory JSON = new JsonFactory();

    /** As many as the event of most requests without a body. */
    private static final int USUAL_BYTES = 1024;

    private static final HexFormat HEX = HexFormat.of();

    /** Media types whose body is text; any other arrives in base64 (recorded from API Gateway). */
    private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript");

    /**
     * What concerns one connection only, beside what the request's {@code Connection} names (RFC 9110, 7.6.1), or
     * becomes {@code cookies}.
     */
    private static final Set<String> LEFT_OUT =
            Set.of("connection", "cookie", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade");

    private EventWriter() {}

    /** The event, or null if it is longer than the limit. */
    static byte @Nullable [] write(
            Request request, Match match, Identity identity, @Nullable String caller, int limit) {
        Payload event = new Payload(limit, USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(event)) {
            json.writeStartObject();
            json.writeStringField("version", "2.0");
            request(json, request, match, identity, caller);
            body(json, request);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return event.overflown() ? null : event.toByteArray();
    }

    /** What integrations and authorizers are told alike of a request, as fields of the object that is being written. */
    public static void request(
            JsonGenerator json, Request request, Match match, Identity identity, @Nullable String caller)
            throws IOException {
        json.writeStringField("routeKey", match.endpoint().routeKey());
        json.writeStringField("rawPath", match.target().path());
        json.writeStringField("rawQueryString", match.target().rawQuery());
        cookies(json, request.headers());
        texts(json, "headers", headers(request));
        texts(json, "queryStringParameters", match.target().query());
        context(json, request, match, identity, caller);
        texts(json, "pathParameters", match.pathParameters());
        texts(json, "stageVariables", match.stage().variables());
    }

    private static void cookies(JsonGenerator json, HttpHeaders headers) throws IOException {
        List<String> cookies = new ArrayList<>();
        for (String header : headers.getAll(HttpHeaderNames.COOKIE)) {
            for (String cookie : header.split(";", -1)) {
                if (!cookie.isBlank()) {
                    cookies.add(cookie.strip());
                }
            }
        }
        if (!cookies.isEmpty()) {
            json.writeArrayFieldStart("cookies");
            for (String cookie : cookies) {
                json.writeString(cookie);
            }
            json.writeEndArray();
        }
    }

    /** The request's headers in lower case, those of one name joined, and those that the gateway adds. */
    public static Map<String, String> headers(Request request) {
        Set<String> leftOut = leftOut(request.headers().getAll(HttpHeaderNames.CONNECTION));
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!leftOut.contains(name)) {
                headers.merge(name, header.getValue(), (first, next) -> first + "," + next);
            }
        }
        headers.putIfAbsent("x-amzn-trace-id", traceId(request));
        headers.merge("x-forwarded-for", request.sourceIp(), (first, next) -> first + ", " + next);
        headers.put("x-forwarded-port", Integer.toString(request.port()));
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private static Set<String> leftOut(List<String> connection) {
        if (connection.isEmpty()) {
            return LEFT_OUT;
        }
        Set<String> leftOut = new HashSet<>(LEFT_OUT);
        for (String options : connection) {
            for (String option : options.split(",", -1)) {
                leftOut.add(option.strip().toLowerCase(Locale.ROOT));
            }
        }
        return leftOut;
    }

    /** An X-Ray trace id: the version, the time in seconds and 96 random bits. */
    private static String traceId(Request request) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long seconds = request.epochMillis() / 1000;
        return "Root=1-" + HEX.toHexDigits((int) seconds) + "-" + HEX.toHexDigits(random.nextLong())
                + HEX.toHexDigits(random.nextInt());
    }

    private static void context(
            JsonGenerator json, Request request, Match match, Identity identity, @Nullable String caller)
            throws IOException {
        json.writeObjectFieldStart("requestContext");
        json.writeStringField("accountId", identity.accountId());
        json.writeStringField("apiId", identity.apiId());
        if (caller != null) {
            json.writeFieldName("authorizer");
            json.writeRawValue(caller);
        }
        json.writeStringField("domainName", request.domainName());
        json.writeStringField("domainPrefix", request.domainPrefix());
        json.writeObjectFieldStart("http");
        json.writeStringField("method", request.method());
        json.writeStringField("path", match.target().path());
        json.writeStringField("protocol", request.protocol());
        json.writeStringField("sourceIp", request.sourceIp());
        json.writeStringField("userAgent", request.header(HttpHeaderNames.USER_AGENT));
        json.writeEndObject();
        json.writeStringField("requestId", request.id());
        json.writeStringField("routeKey", match.endpoint().routeKey());
        json.writeStringField("stage", match.stage().name());
        json.writeStringField("time", RequestTime.of(request.epochMillis()));
        json.writeNumberField("timeEpoch", request.epochMillis());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private static void body(JsonGenerator json, Request request) throws IOException {
        boolean base64 = request.body().length > 0 && !isText(request.header(HttpHeaderNames.CONTENT_TYPE));
        if (base64) {
            json.writeBinaryField("body", request.body());
        } else if (request.body().length > 0) {
            json.writeStringField("body", new String(request.body(), StandardCharsets.UTF_8));
        }
        json.writeBooleanField("isBase64Encoded", base64);
    }

    private static boolean isText(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXT.contains(type);
    }
}
