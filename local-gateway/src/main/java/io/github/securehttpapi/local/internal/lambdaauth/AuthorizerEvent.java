package io.github.securehttpapi.local.internal.lambdaauth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.gateway.RequestTime;
import io.github.securehttpapi.local.internal.http.Request;
import io.github.securehttpapi.local.internal.integration.EventWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what an authorizer's function is asked (API Gateway developer guide, http-api-lambda-authorizer.html). */
final class AuthorizerEvent {
    private static final JsonFactory JSON = new JsonFactory();

    private static final List<String> ADDED =
            List.of("X-Amzn-Trace-Id", "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto");

    private AuthorizerEvent() {}

    /** In payload format 2.0: that of integrations, without a body. */
    static byte[] format2(Request request, Match match, Identity identity, String routeArn, List<String> caller) {
        return written(json -> {
            json.writeStringField("version", "2.0");
            json.writeStringField("type", "REQUEST");
            json.writeStringField("routeArn", routeArn);
            if (caller.isEmpty()) {
                json.writeNullField("identitySource");
            } else {
                json.writeFieldName("identitySource");
                json.writeArray(caller.toArray(new String[0]), 0, caller.size());
            }
            EventWriter.request(json, request, match, identity, null);
        });
    }

    /** In payload format 1.0: that of REST APIs' authorizers, header names as they came in. */
    static byte[] format1(Request request, Match match, Identity identity, String routeArn, List<String> caller) {
        return written(json -> {
            json.writeStringField("version", "1.0");
            json.writeStringField("type", "REQUEST");
            json.writeStringField("methodArn", routeArn);
            json.writeStringField("identitySource", String.join(",", caller));
            json.writeStringField("authorizationToken", String.join(",", caller));
            json.writeStringField("resource", resource(match));
            json.writeStringField("path", match.target().path());
            json.writeStringField("httpMethod", request.method());
            texts(json, "headers", headers(request));
            texts(json, "queryStringParameters", match.target().query());
            texts(json, "pathParameters", match.pathParameters());
            texts(json, "stageVariables", match.stage().variables());
            context(json, request, match, identity);
        });
    }

    private static void context(JsonGenerator json, Request request, Match match, Identity identity)
            throws IOException {
        json.writeObjectFieldStart("requestContext");
        json.writeStringField("accountId", identity.accountId());
        json.writeStringField("apiId", identity.apiId());
        json.writeStringField("domainName", request.domainName());
        json.writeStringField("domainPrefix", request.domainPrefix());
        json.writeStringField("extendedRequestId", request.id());
        json.writeStringField("httpMethod", request.method());
        json.writeObjectFieldStart("identity");
        json.writeStringField("sourceIp", request.sourceIp());
        json.writeStringField("userAgent", request.header("user-agent"));
        json.writeEndObject();
        json.writeStringField("path", match.target().path());
        json.writeStringField("protocol", request.protocol());
        json.writeStringField("requestId", request.id());
        json.writeStringField("requestTime", RequestTime.of(request.epochMillis()));
        json.writeNumberField("requestTimeEpoch", request.epochMillis());
        json.writeStringField("resourceId", match.endpoint().routeKey());
        json.writeStringField("resourcePath", resource(match));
        json.writeStringField("stage", match.stage().name());
        json.writeEndObject();
    }

    /** The route key's path; {@code $default} has none but its name. */
    private static String resource(Match match) {
        String routeKey = match.endpoint().routeKey();
        return routeKey.substring(routeKey.indexOf(' ') + 1);
    }

    /** Under the names they were sent by; those that the gateway adds under the names that REST APIs add them by. */
    private static Map<String, String> headers(Request request) {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ADDED.forEach(name -> names.put(name, name));
        request.headers().names().forEach(name -> names.putIfAbsent(name, name));
        Map<String, String> headers = new LinkedHashMap<>();
        EventWriter.headers(request).forEach((name, value) -> headers.put(names.getOrDefault(name, name), value));
        if (request.headers().contains("cookie")) {
            headers.put(
                    names.getOrDefault("cookie", ""),
                    String.join("; ", request.headers().getAll("cookie")));
        }
        return headers;
    }

    private static void texts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    /** The fields of an object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] written(Fields fields) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(event)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return event.toByteArray();
    }
}
