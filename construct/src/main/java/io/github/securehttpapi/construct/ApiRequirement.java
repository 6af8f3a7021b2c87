package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.ApiType.HTTP;
import static io.github.securehttpapi.construct.ApiType.REST;
import static io.github.securehttpapi.construct.ApiType.WEBSOCKET;

import io.github.securehttpapi.review.Requirement;
import java.util.Set;

/**
 * What an API may need that not every kind of API has. What all of them have, such as custom domains and access logs in
 * CloudWatch, decides nothing and is not here. {@link ApiChoice} decides.
 *
 * <p>Source, unless a constant names another: "Choose between REST APIs and HTTP APIs", AWS developer guide of API Gateway;
 * and for WebSocket APIs the properties which the CloudFormation reference of {@code AWS::ApiGatewayV2} marks "Supported only
 * for WebSocket APIs".
 */
public enum ApiRequirement {
    /** AWS WAF's rules before the API. WebSocket APIs: AWS re:Post, "Is WebSocket API protected by AWS WAF". */
    WAF(Set.of(REST)),

    /** An endpoint that only a VPC can reach. */
    PRIVATE_ENDPOINT(Set.of(REST)),

    /** An endpoint at the edge, run by API Gateway. */
    EDGE_ENDPOINT(Set.of(REST)),

    /** A policy on the API itself: addresses, VPCs, other accounts. */
    RESOURCE_POLICY(Set.of(REST)),

    /** A certificate by which the backend recognizes the gateway. */
    BACKEND_CLIENT_CERTIFICATE(Set.of(REST, WEBSOCKET)),

    /** API keys that the gateway checks. */
    API_KEYS(Set.of(REST, WEBSOCKET)),

    /** Quotas for callers, by API key. WebSocket APIs: for routes with {@code ApiKeyRequired}, such as {@code $connect}. */
    USAGE_PLANS(Set.of(REST, WEBSOCKET)),

    /** A throttle for each caller, not for each route. */
    PER_CLIENT_THROTTLING(Set.of(REST)),

    /** A developer portal run by API Gateway. */
    DEVELOPER_PORTAL(Set.of(REST)),

    /** Requests checked against a schema before the function runs. */
    REQUEST_VALIDATION(Set.of(REST, WEBSOCKET)),

    /** Bodies rewritten by mapping templates. */
    BODY_TRANSFORMATION(Set.of(REST, WEBSOCKET)),

    /** Answers cached by the gateway. */
    CACHING(Set.of(REST)),

    /** A share of the requests to a new deployment of the API. */
    CANARY(Set.of(REST)),

    /** The gateway's own errors in a format of one's own. */
    CUSTOM_GATEWAY_RESPONSES(Set.of(REST)),

    /** Test calls from the console. */
    TEST_INVOCATION(Set.of(REST)),

    /** What the gateway did with a request, step by step. */
    EXECUTION_LOGS(Set.of(REST, WEBSOCKET)),

    /** The gateway's own segments in X-Ray; a function can be traced behind any kind of API. */
    XRAY_TRACING(Set.of(REST)),

    /** Access logs straight to Amazon Data Firehose. */
    FIREHOSE_ACCESS_LOGS(Set.of(REST)),

    /** Answers without any backend. */
    MOCK_INTEGRATION(Set.of(REST, WEBSOCKET)),

    /**
     * Answers sent while they are made: longer than 30 seconds, larger than 10 MB, server-sent events. "Stream the
     * integration response for your proxy integrations in API Gateway", AWS developer guide.
     */
    RESPONSE_STREAMING(Set.of(REST)),

    /** Messages that the server sends without being asked. "Choose" does not compare this; WebSocket APIs exist for it. */
    TWO_WAY_MESSAGES(Set.of(WEBSOCKET)),

    /** JWTs of any OpenID Connect issuer, checked by the gateway. */
    JWT_AUTHORIZER(Set.of(HTTP)),

    /** Changes that go live when they are made. WebSocket APIs: {@code AWS::ApiGatewayV2::Stage}, {@code AutoDeploy}. */
    AUTOMATIC_DEPLOYMENT(Set.of(HTTP, WEBSOCKET)),

    /** Backends in a VPC found through AWS Cloud Map; through a load balancer, REST APIs reach them too. */
    CLOUD_MAP_INTEGRATION(Set.of(HTTP)),

    /** The lowest price for each request. "Building faster, lower cost, better APIs", AWS Compute blog. */
    LOWEST_PRICE(Set.of(HTTP));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of alone, which are immutable
    private final Set<ApiType> types;

    ApiRequirement(Set<ApiType> types) {
        this.types = types;
    }

    boolean isMetBy(ApiType type) {
        return types.contains(type);
    }

    /** Which kinds of API meet it, as a clause: in the review's words, which finds the same in a template. */
    String fact() {
        return Requirement.valueOf(name()).fact();
    }

    /** What to do on a kind of API that does not meet it, as an imperative; likewise. */
    String substitute() {
        return Requirement.valueOf(name()).substitute();
    }
}
