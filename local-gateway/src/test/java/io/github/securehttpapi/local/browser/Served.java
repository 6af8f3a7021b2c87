package io.github.securehttpapi.local.browser;

import io.github.securehttpapi.local.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** The demo stack three times, with a CORS configuration each, and a short access log that they share. */
final class Served implements AutoCloseable {
    private static final String AUTHORIZER = """
            "Resources": {"Members": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {
              "ApiId": {"Ref": "Api"}, "Name": "members", "AuthorizerType": "JWT",
              "IdentitySource": ["$request.header.Authorization"],
              "JwtConfiguration": {"Audience": ["members"], "Issuer": "https://login.example.com/"}}},""";

    private final List<String> accessLog = new ArrayList<>();
    private final Demo plain;
    private final Demo credentials;
    private final Demo any;

    Served(Path folder, String allowedOrigin) throws IOException {
        plain = start(folder.resolve("plain"), allowedOrigin, template -> template);
        credentials = start(
                folder.resolve("credentials"),
                allowedOrigin,
                template -> template.replace(
                        "\"CorsConfiguration\": {", "\"CorsConfiguration\": {\"AllowCredentials\": true,"));
        any = start(
                folder.resolve("any"),
                "*",
                template -> template.replaceFirst("\"AllowMethods\": \\[[^]]*]", "\"AllowMethods\": [\"*\"]")
                        .replaceFirst("\"AllowHeaders\": \\[[^]]*]", "\"AllowHeaders\": [\"*\"]")
                        .replaceFirst("\"ExposeHeaders\": \\[[^]]*]", "\"ExposeHeaders\": [\"*\"]"));
    }

    private Demo start(Path folder, String allowedOrigin, UnaryOperator<String> cors) throws IOException {
        Files.createDirectories(folder);
        return Demo.start(
                folder,
                template -> cors.apply(adapted(template)),
                settings -> settings.parameter("AllowedOrigin", allowedOrigin)
                        .localIssuer(true)
                        .accessLog(this::add));
    }

    private static String adapted(String template) {
        return template.replaceFirst("\"AllowMethods\": \\[[^]]*]", "\"AllowMethods\": [\"PUT\"]")
                .replace("\"GET /other\"", "\"PUT /other\"")
                .replace("\"ThrottlingRateLimit\": 0.5", "\"ThrottlingRateLimit\": 0.001")
                .replaceFirst(
                        "\"Format\": \".*\"",
                        Matcher.quoteReplacement("\"Format\": \"$context.httpMethod $context.path $context.status\""))
                .replaceFirst("\"NONE\"(,\\s*\"RouteKey\": \"GET /method\")", """
                        "JWT", "AuthorizerId": {"Ref": "Members"}, "AuthorizationScopes": ["members:write"]$1""")
                .replace("\"Resources\": {", AUTHORIZER);
    }

    /** Where each API is, by its name in the table. */
    Map<String, String> urls() {
        return Map.of(
                "plain", "http://localhost:" + plain.gateway().port(),
                "cross-site", "http://127.0.0.1:" + plain.gateway().port(),
                "credentials", "http://localhost:" + credentials.gateway().port(),
                "any", "http://localhost:" + any.gateway().port());
    }

    /** The tokens that stand in the table, with what stands for them. */
    Map<String, String> tokens() {
        return Map.of("TOKEN members:read", token("members:read"), "TOKEN members:write", token("members:write"));
    }

    private String token(String scope) {
        return "Bearer " + plain.gateway().token().scopes(scope).mint();
    }

    private synchronized void add(String line) {
        accessLog.add(line);
    }

    /** The lines since it was last asked. A line is there before its answer. */
    synchronized List<String> takeAccessLog() {
        List<String> lines = List.copyOf(accessLog);
        accessLog.clear();
        return lines;
    }

    @Override
    public void close() {
        plain.close();
        credentials.close();
        any.close();
    }
}
