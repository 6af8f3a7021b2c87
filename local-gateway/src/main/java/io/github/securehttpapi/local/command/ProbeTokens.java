package io.github.securehttpapi.local.command;

import io.github.securehttpapi.local.LocalGateway;
import io.github.securehttpapi.local.ServedRoute;
import io.github.securehttpapi.local.TokenRequest;
import io.github.securehttpapi.local.internal.probe.ProbeCredentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens for routes whose authorizers trust the local issuer. Others are probed from outside only. */
final class ProbeTokens implements ProbeCredentials {
    /** As the route table tells of such a route. */
    private static final Pattern ACCESS = Pattern.compile("JWT (\\S+?)(?: scopes ([^,]+))?, local issuer");

    private final Map<String, String> tokens = new HashMap<>();

    ProbeTokens(LocalGateway gateway) {
        for (ServedRoute route : gateway.routes()) {
            Matcher access = ACCESS.matcher(route.access());
            if (access.matches()) {
                TokenRequest token = gateway.token().authorizer(access.group(1));
                String scopes = access.group(2);
                tokens.put(route.routeKey(), (scopes == null ? token : token.scopes(scopes.split(" ", -1))).mint());
            }
        }
    }

    @Override
    public List<String> headers(String routeKey, String method, String target, byte[] body) {
        String token = tokens.get(routeKey);
        return token == null ? List.of() : List.of("Authorization: Bearer " + token);
    }
}
