package io.github.securehttpapi.local.internal.event;

import static io.github.securehttpapi.local.internal.event.JsonBytes.ascii;
import static io.github.securehttpapi.local.internal.event.JsonBytes.name;

import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.gateway.PercentCoding;
import io.github.securehttpapi.local.internal.gateway.RequestTime;
import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Payload format 1.0, with the fields, and with the nulls where there is nothing, that were recorded from HTTP APIs. The
 * path is percent-encoded, what is in its variables is not (recorded by AWS's Lambda test tool for .NET).
 */
final class Format1 {
    private static final byte[] INTEGRATION = ascii("{\"version\":\"1.0\",\"resource\":");
    private static final byte[] AUTHORIZER = ascii("{\"version\":\"1.0\",\"type\":\"REQUEST\",\"methodArn\":");
    private static final byte[] IDENTITY_SOURCE = name("identitySource");
    private static final byte[] AUTHORIZATION_TOKEN = name("authorizationToken");
    private static final byte[] RESOURCE = name("resource");
    private static final byte[] PATH = name("path");
    private static final byte[] HTTP_METHOD = name("httpMethod");
    private static final byte[] HEADERS = name("headers");
    private static final byte[] MULTI_VALUE_HEADERS = name("multiValueHeaders");
    private static final byte[] QUERY_STRING_PARAMETERS = name("queryStringParameters");
    private static final byte[] MULTI_VALUE_QUERY_STRING_PARAMETERS = name("multiValueQueryStringParameters");
    private static final byte[] PATH_PARAMETERS = name("pathParameters");
    private static final byte[] STAGE_VARIABLES = name("stageVariables");
    private static final byte[] NO_BODY = ascii(",\"body\":null");

    private static final byte[] CONTEXT = ascii(",\"requestContext\":{\"accountId\":");
    private static final byte[] API_ID = name("apiId");
    private static final byte[] CALLER = name("authorizer");
    private static final byte[] DOMAIN_NAME = name("domainName");
    private static final byte[] DOMAIN_PREFIX = name("domainPrefix");
    private static final byte[] EXTENDED_REQUEST_ID = name("extendedRequestId");
    private static final byte[] PROTOCOL = name("protocol");
    private static final byte[] REQUEST_ID = name("requestId");
    private static final byte[] REQUEST_TIME = name("requestTime");
    private static final byte[] REQUEST_TIME_EPOCH = name("requestTimeEpoch");
    private static final byte[] RESOURCE_ID = name("resourceId");
    private static final byte[] RESOURCE_PATH = name("resourcePath");
    private static final byte[] STAGE = name("stage");

    private static final byte[] ACCESS_KEY = ascii(",\"identity\":{\"accessKey\":");
    private static final byte[] ACCOUNT_ID = name("accountId");
    private static final byte[] CALLER_ID = name("caller");
    private static final byte[] NO_COGNITO = ascii(",\"cognitoAmr\":null,\"cognitoAuthenticationProvider\":null,"
            + "\"cognitoAuthenticationType\":null,\"cognitoIdentityId\":null,\"cognitoIdentityPoolId\":null");
    private static final byte[] PRINCIPAL_ORG_ID = name("principalOrgId");
    private static final byte[] SOURCE_IP = name("sourceIp");
    private static final byte[] USER = name("user");
    private static final byte[] USER_AGENT = name("userAgent");
    private static final byte[] USER_ARN = name("userArn");

    private Format1() {}

    static byte[] integration(Request request, Match match, Identity identity, @Nullable String caller, int limit) {
        MultiValueHeaders headers = MultiValueHeaders.of(request);
        Map<String, List<String>> query = QueryParameters.of(match.target().rawQuery());
        JsonBytes json = new JsonBytes(limit).raw(INTEGRATION).text(resource(match));
        json.field(PATH, path(match)).field(HTTP_METHOD, request.method());
        json.field(HEADERS, headers.last());
        lists(json, MULTI_VALUE_HEADERS, headers.all());
        texts(json, QUERY_STRING_PARAMETERS, QueryParameters.last(query));
        lists(json, MULTI_VALUE_QUERY_STRING_PARAMETERS, query);
        context(json, request, match, identity, Caller.of(caller));
        texts(json, PATH_PARAMETERS, match.pathParameters());
        texts(json, STAGE_VARIABLES, match.stage().variables());
        if (EventBody.isEmpty(request)) {
            json.raw(NO_BODY);
        }
        EventBody.end(json, request);
        return json.toByteArray();
    }

    /** With empty objects in the place of nulls (http-api-lambda-authorizer.html), and one value of a name only. */
    static byte[] authorizer(Request request, Match match, Identity identity, String routeArn, List<String> sources) {
        String source = String.join(",", sources);
        Map<String, List<String>> query = QueryParameters.of(match.target().rawQuery());
        JsonBytes json = new JsonBytes(Integer.MAX_VALUE).raw(AUTHORIZER).text(routeArn);
        json.field(IDENTITY_SOURCE, source)
                .field(AUTHORIZATION_TOKEN, source)
                .field(RESOURCE, resource(match))
                .field(PATH, path(match))
                .field(HTTP_METHOD, request.method())
                .field(HEADERS, MultiValueHeaders.of(request).last())
                .field(QUERY_STRING_PARAMETERS, QueryParameters.last(query))
                .field(PATH_PARAMETERS, match.pathParameters())
                .field(STAGE_VARIABLES, match.stage().variables());
        context(json, request, match, identity, Caller.of(null));
        return json.raw('}').toByteArray();
    }

    private static void context(JsonBytes json, Request request, Match match, Identity identity, Caller caller) {
        json.field(CONTEXT, identity.accountId()).field(API_ID, identity.apiId());
        if (caller.authorizer() != null) {
            json.raw(CALLER).raw(caller.authorizer());
        }
        json.field(DOMAIN_NAME, request.domainName())
                .field(DOMAIN_PREFIX, request.domainPrefix())
                .field(EXTENDED_REQUEST_ID, request.id())
                .field(HTTP_METHOD, request.method());
        identity(json, request, caller);
        json.field(PATH, path(match))
                .field(PROTOCOL, request.protocol())
                .field(REQUEST_ID, request.id())
                .field(REQUEST_TIME, RequestTime.of(request.epochMillis()))
                .field(REQUEST_TIME_EPOCH, request.epochMillis())
                .field(RESOURCE_ID, match.endpoint().routeKey())
                .field(RESOURCE_PATH, resource(match))
                .field(STAGE, match.stage().name())
                .raw('}');
    }

    private static void identity(JsonBytes json, Request request, Caller caller) {
        json.field(ACCESS_KEY, caller.iam("accessKey"))
                .field(ACCOUNT_ID, caller.iam("accountId"))
                .field(CALLER_ID, caller.iam("callerId"))
                .raw(NO_COGNITO)
                .field(PRINCIPAL_ORG_ID, caller.iam("principalOrgId"))
                .field(SOURCE_IP, request.sourceIp())
                .field(USER, caller.iam("userId"))
                .field(USER_AGENT, request.header(HttpHeaderNames.USER_AGENT))
                .field(USER_ARN, caller.iam("userArn"))
                .raw('}');
    }

    /** The route key's path; {@code $default} has none but its name. */
    private static String resource(Match match) {
        String routeKey = match.endpoint().routeKey();
        return routeKey.substring(routeKey.indexOf(' ') + 1);
    }

    private static String path(Match match) {
        return match.target().segments().stream()
                .map(PercentCoding::encodeSegment)
                .collect(Collectors.joining("/", "/", ""));
    }

    private static void texts(JsonBytes json, byte[] name, Map<String, String> texts) {
        if (texts.isEmpty()) {
            json.field(name, (String) null);
        } else {
            json.field(name, texts);
        }
    }

    private static void lists(JsonBytes json, byte[] name, Map<String, List<String>> lists) {
        if (lists.isEmpty()) {
            json.field(name, (String) null);
            return;
        }
        json.raw(name).raw('{');
        boolean first = true;
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            if (!first) {
                json.raw(',');
            }
            json.text(list.getKey()).raw(':').texts(list.getValue());
            first = false;
        }
        json.raw('}');
    }
}
