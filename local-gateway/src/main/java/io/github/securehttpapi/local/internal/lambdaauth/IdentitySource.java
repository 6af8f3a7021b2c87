package io.github.securehttpapi.local.internal.lambdaauth;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.ContextVariables;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a part of the caller's identity is read from (API Gateway developer guide, http-api-lambda-authorizer.html).
 *
 * @param expression as the template has it, such as {@code $request.header.Authorization}
 * @param kind what it reads
 * @param name the name behind the kind
 */
record IdentitySource(String expression, Kind kind, String name) {
    /** What there is to read. */
    enum Kind {
        HEADER("$request.header."),
        QUERY_PARAMETER("$request.querystring."),
        CONTEXT_VARIABLE("$context."),
        STAGE_VARIABLE("$stageVariables.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Those of the access log's variables that are known before a request is authorized. */
    private static final List<String> CONTEXT = List.of(
            "accountId",
            "apiId",
            "domainName",
            "domainPrefix",
            "httpMethod",
            "identity.sourceIp",
            "identity.userAgent",
            "path",
            "protocol",
            "requestId",
            "requestTime",
            "requestTimeEpoch",
            "routeKey",
            "stage");

    static IdentitySource of(String authorizer, String expression) {
        for (Kind kind : Kind.values()) {
            String name = expression.startsWith(kind.prefix) ? expression.substring(kind.prefix.length()) : "";
            if (!name.isEmpty() && (kind != Kind.CONTEXT_VARIABLE || CONTEXT.contains(name))) {
                return new IdentitySource(expression, kind, name);
            }
        }
        String known = String.join(
                ", ",
                Arrays.stream(Kind.values()).map(kind -> kind.prefix + "name").toList());
        throw new Refusal(
                "authorizer " + authorizer + " must have identity sources of the forms " + known,
                expression,
                "context variables are " + String.join(", ", CONTEXT));
    }

    /** What the request has there, empty if nothing; several headers of one name are joined with a comma. */
    String read(Request request, Match match, Identity identity) {
        return switch (kind) {
            case HEADER -> String.join(",", request.headers().getAll(name.toLowerCase(Locale.ROOT)));
            case QUERY_PARAMETER -> match.target().query().getOrDefault(name, "");
            case STAGE_VARIABLE -> match.stage().variables().getOrDefault(name, "");
            case CONTEXT_VARIABLE -> context(request, match, identity);
        };
    }

    private String context(Request request, Match match, Identity identity) {
        return switch (name) {
            case "path" -> match.target().path();
            case "routeKey" -> match.endpoint().routeKey();
            case "stage" -> match.stage().name();
            default -> Objects.requireNonNullElse(ContextVariables.ofRequest(name, request, identity), "");
        };
    }
}
