package io.github.securehttpapi.construct;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the access log can say of a request: variables that HTTP APIs have, since API Gateway takes any other for a dash.
 * Nothing of the request's headers, query string or claims is among them but the user agent: they carry secrets.
 *
 * <pre>{@code
 * SecureHttpApi.Builder.create(this, "Api")
 *         .accessLogFields(AccessLogField.USER_AGENT, AccessLogField.FUNCTION_REQUEST_ID)
 *         .build();
 * }</pre>
 *
 * <p>Source: "Customize HTTP API access logs", AWS developer guide.
 */
public enum AccessLogField {
    /** The gateway's id of the request, also in the response as {@code apigw-requestid}. */
    REQUEST_ID("requestId", "requestId"),

    /** The same id under the name that REST APIs use. */
    EXTENDED_REQUEST_ID("extendedRequestId", "extendedRequestId"),

    /** The key of the route that matched, such as {@code GET /orders/{id}}. */
    ROUTE_KEY("routeKey", "routeKey"),

    /** The method of the request. */
    HTTP_METHOD("httpMethod", "httpMethod"),

    /** The path of the request, without the query string. */
    PATH("path", "path"),

    /** The status of the response. */
    STATUS("status", "status"),

    /** The address that called. */
    IP("ip", "identity.sourceIp"),

    /** When the request came, in the common log format. */
    REQUEST_TIME("requestTime", "requestTime"),

    /** The length of the response's body in bytes. */
    RESPONSE_LENGTH("responseLength", "responseLength"),

    /** How long the response took, in milliseconds. */
    RESPONSE_LATENCY("responseLatency", "responseLatency"),

    /** How long the integration took of it, in milliseconds. */
    INTEGRATION_LATENCY("integrationLatency", "integrationLatency"),

    /** What the gateway says of an error of its own. */
    ERROR_MESSAGE("errorMessage", "error.message"),

    /** What the gateway says of an error of the integration. */
    INTEGRATION_ERROR("integrationError", "integration.error"),

    /** What the gateway says of an error of the authorizer. */
    AUTHORIZER_ERROR("authorizerError", "authorizer.error"),

    /** The account that owns the API. */
    ACCOUNT_ID("accountId", "accountId"),

    /** The API's id. */
    API_ID("apiId", "apiId"),

    /** The principal that a Lambda authorizer named. */
    AUTHORIZER_PRINCIPAL_ID("authorizerPrincipalId", "authorizer.principalId"),

    /** The integration's own request id. */
    AWS_ENDPOINT_REQUEST_ID("awsEndpointRequestId", "awsEndpointRequestId"),

    /** The API mapping that matched on a custom domain. */
    BASE_PATH_MATCHED("basePathMatched", "customDomain.basePathMatched"),

    /** The bytes that the gateway processed. */
    DATA_PROCESSED("dataProcessed", "dataProcessed"),

    /** The host that was called. */
    DOMAIN_NAME("domainName", "domainName"),

    /** The first label of that host. */
    DOMAIN_PREFIX("domainPrefix", "domainPrefix"),

    /** The kind of the gateway's own error. */
    ERROR_RESPONSE_TYPE("errorResponseType", "error.responseType"),

    /** The account that signed the request, on routes with IAM. */
    CALLER_ACCOUNT_ID("callerAccountId", "identity.accountId"),

    /** The principal that signed the request, on routes with IAM. */
    CALLER("callerPrincipal", "identity.caller"),

    /** The organization of that principal. */
    CALLER_ORGANIZATION_ID("callerOrganizationId", "identity.principalOrgId"),

    /** The ARN of that principal. */
    CALLER_ARN("callerArn", "identity.userArn"),

    /** What the client calls itself. */
    USER_AGENT("userAgent", "identity.userAgent"),

    /** Who the client's certificate is for, with mutual TLS. */
    CLIENT_CERTIFICATE_SUBJECT("clientCertificateSubject", "identity.clientCert.subjectDN"),

    /** Who issued it. */
    CLIENT_CERTIFICATE_ISSUER("clientCertificateIssuer", "identity.clientCert.issuerDN"),

    /** Its serial number. */
    CLIENT_CERTIFICATE_SERIAL_NUMBER("clientCertificateSerialNumber", "identity.clientCert.serialNumber"),

    /** When it ends. */
    CLIENT_CERTIFICATE_NOT_AFTER("clientCertificateNotAfter", "identity.clientCert.validity.notAfter"),

    /** The function's own request id. */
    FUNCTION_REQUEST_ID("functionRequestId", "integration.requestId"),

    /** The status that the function answered. */
    FUNCTION_STATUS("functionStatus", "integration.status"),

    /** The status that Lambda answered. */
    INTEGRATION_STATUS("integrationStatus", "integrationStatus"),

    /** The protocol, such as {@code HTTP/1.1}. */
    PROTOCOL("protocol", "protocol"),

    /** When the request came, in milliseconds since 1970. */
    REQUEST_TIME_EPOCH("requestTimeEpoch", "requestTimeEpoch"),

    /** The stage's name. */
    STAGE("stage", "stage");

    /** What support needs to explain a 403, 404, 429 or 500 that a user tells of. */
    static final Set<AccessLogField> ALWAYS = EnumSet.range(REQUEST_ID, AUTHORIZER_ERROR);

    private final String key;
    private final String variable;

    AccessLogField(String key, String variable) {
        this.key = key;
        this.variable = variable;
    }

    /** The field as a member of the log's JSON, always a string: a variable without a value is a dash. */
    String member() {
        return "\"" + key + "\":\"$context." + variable + "\"";
    }
}
