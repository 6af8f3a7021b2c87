package io.github.securehttpapi.local.internal.event;

import static io.github.securehttpapi.local.internal.event.JsonBytes.ascii;
import static io.github.securehttpapi.local.internal.event.JsonBytes.name;

import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.gateway.RequestTime;
import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payload format 2.0. */
final class Format2 {
    private static final byte[] INTEGRATION = ascii("{\"version\":\"2.0\"");
    private static final byte[] AUTHORIZER = ascii("{\"version\":\"2.0\",\"type\":\"REQUEST\",\"routeArn\":");
    private static final byte[] IDENTITY_SOURCE = name("identitySource");
    private static final byte[] NULL = ascii("null");

    private static final byte[] ROUTE_KEY = name("routeKey");
    private static final byte[] RAW_PATH = name("rawPath");
    private static final byte[] RAW_QUERY_STRING = name("rawQueryString");
    private static final byte[] COOKIES = name("cookies");
    private static final byte[] HEADERS = name("headers");
    private static final byte[] QUERY_STRING_PARAMETERS = name("queryStringParameters");
    private static final byte[] PATH_PARAMETERS = name("pathParameters");
    private static final byte[] STAGE_VARIABLES = name("stageVariables");

    private static final byte[] CONTEXT = ascii(",\"requestContext\":{\"accountId\":");
    private static final byte[] API_ID = name("apiId");
    private static final byte[] CALLER = name("authorizer");
    private static final byte[] DOMAIN_NAME = name("domainName");
    private static final byte[] DOMAIN_PREFIX = name("domainPrefix");
    private static final byte[] HTTP_METHOD = ascii(",\"http\":{\"method\":");
    private static final byte[] PATH = name("path");
    private static final byte[] PROTOCOL = name("protocol");
    private static final byte[] SOURCE_IP = name("sourceIp");
    private static final byte[] USER_AGENT = name("userAgent");
    private static final byte[] REQUEST_ID = ascii("},\"requestId\":");
    private static final byte[] STAGE = name("stage");
    private static final byte[] TIME = name("time");
    private static final byte[] TIME_EPOCH = name("timeEpoch");

    private Format2() {}

    static byte[] integration(Request request, Match match, Identity identity, @Nullable String caller, int limit) {
        JsonBytes json = new JsonBytes(limit).raw(INTEGRATION);
        request(json, request, match, identity, caller);
        EventBody.end(json, request);
        return json.toByteArray();
    }

    /** That of integrations, without a body. */
    static byte[] authorizer(Request request, Match match, Identity identity, String routeArn, List<String> sources) {
        JsonBytes json = new JsonBytes(Integer.MAX_VALUE).raw(AUTHORIZER).text(routeArn);
        json.raw(IDENTITY_SOURCE);
        if (sources.isEmpty()) {
            json.raw(NULL);
        } else {
            json.texts(sources);
        }
        request(json, request, match, identity, null);
        return json.raw('}').toByteArray();
    }

    private static void request(
            JsonBytes json, Request request, Match match, Identity identity, @Nullable String caller) {
        String path = match.target().path();
        json.field(ROUTE_KEY, match.endpoint().routeKey())
                .field(RAW_PATH, path)
                .field(RAW_QUERY_STRING, match.target().rawQuery());
        List<String> cookies = EventHeaders.cookies(request.headers());
        if (!cookies.isEmpty()) {
            json.raw(COOKIES).texts(cookies);
        }
        EventHeaders.of(request).write(json.raw(HEADERS));
        texts(json, QUERY_STRING_PARAMETERS, match.target().query());
        context(json, request, match, identity, caller, path);
        texts(json, PATH_PARAMETERS, match.pathParameters());
        texts(json, STAGE_VARIABLES, match.stage().variables());
    }

    private static void context(
            JsonBytes json, Request request, Match match, Identity identity, @Nullable String caller, String path) {
        json.field(CONTEXT, identity.accountId()).field(API_ID, identity.apiId());
        if (caller != null) {
            json.raw(CALLER).raw(caller.getBytes(StandardCharsets.UTF_8));
        }
        json.field(DOMAIN_NAME, request.domainName())
                .field(DOMAIN_PREFIX, request.domainPrefix())
                .field(HTTP_METHOD, request.method())
                .field(PATH, path)
                .field(PROTOCOL, request.protocol())
                .field(SOURCE_IP, request.sourceIp())
                .field(USER_AGENT, request.header(HttpHeaderNames.USER_AGENT))
                .field(REQUEST_ID, request.id())
                .field(ROUTE_KEY, match.endpoint().routeKey())
                .field(STAGE, match.stage().name())
                .field(TIME, RequestTime.of(request.epochMillis()))
                .field(TIME_EPOCH, request.epochMillis())
                .raw('}');
    }

    private static void texts(JsonBytes json, byte[] name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            json.field(name, texts);
        }
    }
}
