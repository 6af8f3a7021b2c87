package io.github.securehttpapi.review;

import static io.github.securehttpapi.review.ApiType.HTTP;
import static io.github.securehttpapi.review.ApiType.REST;
import static io.github.securehttpapi.review.ApiType.WEBSOCKET;

import java.util.Objects;
import java.util.Set;

/**
 * What a team may need of its API that not every kind of API has. What all of them have, such as custom domains and access
 * logs in CloudWatch, decides nothing and is not here. The rule {@code rest-api-needed} names each stated one that an HTTP
 * API lacks; the construct refuses it.
 *
 * <p>Source, unless a constant names another: "Choose between REST APIs and HTTP APIs", AWS developer guide of API Gateway;
 * and for WebSocket APIs the properties which the CloudFormation reference of {@code AWS::ApiGatewayV2} marks "Supported only
 * for WebSocket APIs".
 */
public enum ApiRequirement {
    /** AWS WAF's rules before the API. WebSocket APIs: AWS re:Post, "Is WebSocket API protected by AWS WAF". */
    WAF(
            Set.of(REST),
            "AWS WAF attaches to REST APIs alone",
            "put CloudFront with a web ACL in front, and let in CloudFront alone, by its client certificate or by a secret"
                    + " header that a Lambda authorizer asks for"),

    /** An endpoint that only a VPC can reach. */
    PRIVATE_ENDPOINT(
            Set.of(REST),
            "only REST APIs have private endpoints",
            "require IAM authorization or mutual TLS on the public endpoint"),

    /** An endpoint at the edge, run by API Gateway. */
    EDGE_ENDPOINT(
            Set.of(REST),
            "only REST APIs have edge-optimized endpoints",
            "put a CloudFront distribution of your own in front"),

    /** A policy on the API itself: addresses, VPCs, other accounts. */
    RESOURCE_POLICY(
            Set.of(REST),
            "only REST APIs have resource policies",
            "check the address or the account in a Lambda authorizer, or require IAM authorization"),

    /** A certificate by which the backend recognizes the gateway. */
    BACKEND_CLIENT_CERTIFICATE(
            Set.of(REST, WEBSOCKET),
            "HTTP APIs present no client certificate to the backend",
            "reach the backend through a VPC link, or from a function that signs its requests"),

    /** API keys that the gateway checks. */
    API_KEYS(
            Set.of(REST, WEBSOCKET),
            "HTTP APIs have no API keys",
            "authorize callers with a JWT of the client-credentials grant, or look keys up in a Lambda authorizer"),

    /** Quotas for callers, by API key. WebSocket APIs: for routes with {@code ApiKeyRequired}, such as {@code $connect}. */
    USAGE_PLANS(
            Set.of(REST, WEBSOCKET),
            "HTTP APIs have no usage plans",
            "count a caller's requests in a Lambda authorizer or the function, with a table that expires its items"),

    /** A throttle for each caller, not for each route. */
    PER_CLIENT_THROTTLING(
            Set.of(REST),
            "HTTP APIs throttle each route for all callers together, never a caller",
            "give costly routes a throttle of their own, and limit callers in a Lambda authorizer, or by address with AWS"
                    + " WAF on CloudFront"),

    /** A developer portal run by API Gateway. */
    DEVELOPER_PORTAL(
            Set.of(REST),
            "only REST APIs appear in API Gateway's developer portals",
            "publish the OpenAPI document on a site of your own"),

    /** Requests checked against a schema before the function runs. */
    REQUEST_VALIDATION(
            Set.of(REST, WEBSOCKET),
            "HTTP APIs pass every request on unchecked",
            "validate in the function, which says more precisely what is wrong; the handler kit does"),

    /** Bodies rewritten by mapping templates. */
    BODY_TRANSFORMATION(
            Set.of(REST, WEBSOCKET), "HTTP APIs map parameters, but no bodies", "transform in the function"),

    /** Answers cached by the gateway. */
    CACHING(
            Set.of(REST),
            "only REST APIs cache answers",
            "send Cache-Control, and put CloudFront in front if clients are to share a cache"),

    /** A share of the requests to a new deployment of the API. */
    CANARY(
            Set.of(REST),
            "only REST APIs have canary releases",
            "shift a share of the function's alias with CodeDeploy, which rolls back on an alarm"),

    /** The gateway's own errors in a format of one's own. */
    CUSTOM_GATEWAY_RESPONSES(
            Set.of(REST),
            "only REST APIs let the gateway's own answers be changed",
            "let clients expect the gateway's {\"message\": …} for 401, 403, 404, 429 and 503"),

    /** Test calls from the console. */
    TEST_INVOCATION(
            Set.of(REST),
            "only REST APIs have the console's test calls",
            "call a stage, or serve the template on localhost with the local gateway"),

    /** What the gateway did with a request, step by step. */
    EXECUTION_LOGS(
            Set.of(REST, WEBSOCKET),
            "HTTP APIs have no execution logs",
            "read error.message, integration.error and authorizer.error in the access log"),

    /** The gateway's own segments in X-Ray; a function can be traced behind any kind of API. */
    XRAY_TRACING(
            Set.of(REST),
            "only REST APIs send their own segments to X-Ray",
            "trace the function, and find its trace by the request id that the access log has too"),

    /** Access logs straight to Amazon Data Firehose. */
    FIREHOSE_ACCESS_LOGS(
            Set.of(REST),
            "only REST APIs write their access log to Amazon Data Firehose",
            "subscribe a Firehose stream to the access log's group in CloudWatch Logs"),

    /** Answers without any backend. */
    MOCK_INTEGRATION(
            Set.of(REST, WEBSOCKET),
            "HTTP APIs have no mock integrations",
            "answer from a small function; preflight needs none, since the gateway answers it"),

    /**
     * Answers sent while they are made: longer than 30 seconds, larger than 10 MB, server-sent events. "Stream the
     * integration response for your proxy integrations in API Gateway", AWS developer guide.
     */
    RESPONSE_STREAMING(
            Set.of(REST),
            "only REST APIs stream answers",
            "answer with a pre-signed URL for what is large, and 202 with a place to ask again for what is slow"),

    /** Messages that the server sends without being asked. "Choose" does not compare this; WebSocket APIs exist for it. */
    TWO_WAY_MESSAGES(
            Set.of(WEBSOCKET),
            "only over a WebSocket API can the server speak first",
            "let clients ask again, or put the messages alone on a WebSocket API beside this one"),

    /**
     * JWTs of any OpenID Connect issuer, checked by the gateway. REST APIs: "Control access to REST APIs using JWT
     * authorizers", AWS developer guide.
     */
    JWT_AUTHORIZER(
            Set.of(HTTP, REST),
            "HTTP and REST APIs check the JWTs of any issuer themselves",
            "check them in a Lambda authorizer when a client connects"),

    /** Changes that go live when they are made. WebSocket APIs: {@code AWS::ApiGatewayV2::Stage}, {@code AutoDeploy}. */
    AUTOMATIC_DEPLOYMENT(
            Set.of(HTTP, WEBSOCKET),
            "stages of HTTP and WebSocket APIs deploy themselves",
            "make a new deployment when the API changes"),

    /** Backends in a VPC found through AWS Cloud Map; through a load balancer, REST APIs reach them too. */
    CLOUD_MAP_INTEGRATION(
            Set.of(HTTP),
            "only HTTP APIs find their backend through AWS Cloud Map",
            "put a load balancer before the backend"),

    /** The lowest price for each request. "Building faster, lower cost, better APIs", AWS Compute blog. */
    LOWEST_PRICE(
            Set.of(HTTP),
            "a request to an HTTP API costs less than a third of one to a REST API",
            "budget for the difference");

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of alone, which are immutable
    private final Set<ApiType> types;

    private final String fact;
    private final String substitute;

    ApiRequirement(Set<ApiType> types, String fact, String substitute) {
        this.types = types;
        this.fact = fact;
        this.substitute = substitute;
    }

    /**
     * Whether a kind of API has it.
     *
     * @param type the kind
     * @return whether that kind meets this requirement
     */
    public boolean isMetBy(ApiType type) {
        return types.contains(Objects.requireNonNull(type, "type"));
    }

    /**
     * Which kinds of API have it.
     *
     * @return a clause, such as {@code only REST APIs have private endpoints}
     */
    public String fact() {
        return fact;
    }

    /**
     * What to do on a kind of API that lacks it.
     *
     * @return an imperative, such as {@code put a load balancer before the backend}
     */
    public String substitute() {
        return substitute;
    }
}
