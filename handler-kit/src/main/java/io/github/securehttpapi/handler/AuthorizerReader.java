package io.github.securehttpapi.handler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an event says of its caller: {@code authorizer} and {@code authentication.clientCert}. */
final class AuthorizerReader {
    private final EventTokens tokens;

    private @Nullable Caller jwt;
    private @Nullable Caller iam;
    private @Nullable Caller lambda;

    private AuthorizerReader(EventTokens tokens) {
        this.tokens = tokens;
    }

    /** Reads the members of the authorizer begun. Null if they identify nobody. */
    static @Nullable Caller read(EventTokens tokens) {
        AuthorizerReader reader = new AuthorizerReader(tokens);
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            reader.readMember(name);
        }
        return reader.caller();
    }

    private void readMember(String name) {
        switch (name) {
            case "jwt" -> jwt = tokens.beginsObject(name) ? jwt() : null;
            case "iam" -> iam = tokens.beginsObject(name) ? iam() : null;
            case "lambda" -> lambda = tokens.beginsObject(name) ? new LambdaCaller(tokens.json()) : null;
            default -> tokens.skip();
        }
    }

    // A route has one authorizer, so an event with two did not come from the gateway.
    private @Nullable Caller caller() {
        Caller caller = null;
        for (Caller candidate : new @Nullable Caller[] {jwt, iam, lambda}) {
            if (candidate != null && caller != null) {
                throw new MalformedEventException("event member 'authorizer' must hold one of jwt, iam and lambda");
            }
            caller = candidate == null ? caller : candidate;
        }
        return caller;
    }

    private Caller jwt() {
        Map<String, String> claims = new HashMap<>();
        List<String> scopes = List.of();
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            switch (name) {
                case "claims" -> readClaims(claims);
                case "scopes" -> scopes = tokens.texts(name);
                default -> tokens.skip();
            }
        }
        return new JwtCaller(claims, scopes);
    }

    // The gateway makes text of every claim; stand-ins for it leave numbers and booleans as they are.
    private void readClaims(Map<String, String> claims) {
        if (!tokens.beginsObject("claims")) {
            return;
        }
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            String value = tokens.scalar("claims");
            if (value != null) {
                claims.put(name, value);
            }
        }
    }

    private Caller iam() {
        Map<String, String> members = new HashMap<>();
        IamCaller.CognitoIdentity cognito = null;
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            switch (name) {
                case "accessKey", "accountId", "callerId", "principalOrgId", "userArn", "userId" -> put(name, members);
                case "cognitoIdentity" -> cognito = tokens.beginsObject(name) ? cognitoIdentity() : null;
                default -> tokens.skip();
            }
        }
        return new IamCaller(members, cognito);
    }

    private IamCaller.CognitoIdentity cognitoIdentity() {
        Map<String, String> members = new HashMap<>();
        List<String> methods = List.of();
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            switch (name) {
                case "identityId", "identityPoolId" -> put(name, members);
                case "amr" -> methods = tokens.texts(name);
                default -> tokens.skip();
            }
        }
        return new IamCaller.CognitoIdentity(members, methods);
    }

    /** Reads the members of the certificate begun. */
    static ClientCertificate readCertificate(EventTokens tokens) {
        AuthorizerReader reader = new AuthorizerReader(tokens);
        Map<String, String> members = new HashMap<>();
        for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
            switch (name) {
                case "clientCertPem", "subjectDN", "issuerDN", "serialNumber" -> reader.put(name, members);
                case "validity" -> tokens.readTexts(name, members);
                default -> tokens.skip();
            }
        }
        return new ClientCertificate(members);
    }

    private void put(String name, Map<String, String> members) {
        String value = tokens.text(name);
        if (value != null) {
            members.put(name, value);
        }
    }
}
