package io.github.securehttpapi.local.internal.lambdaauth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a policy document. A statement that cannot be understood in full makes it malformed. */
final class PolicyReader {
    private @Nullable String effect;
    private Policy.@Nullable Patterns actions;
    private Policy.@Nullable Patterns resources;
    private boolean conditional;

    private PolicyReader() {}

    /** The parser stands at the document's value, and afterwards at its end. */
    static Policy read(JsonParser json) throws IOException, Malformed {
        expect(json, JsonToken.START_OBJECT, "'policyDocument' must be an object");
        List<Policy.Statement> statements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("Statement")) {
                statements(json, statements);
            } else {
                json.skipChildren();
            }
        }
        if (statements.isEmpty()) {
            throw new Malformed("'policyDocument' must have a 'Statement'");
        }
        return new Policy(List.copyOf(statements));
    }

    static void expect(JsonParser json, JsonToken token, String must) throws Malformed {
        if (json.currentToken() != token) {
            throw new Malformed(must);
        }
    }

    private static void statements(JsonParser json, List<Policy.Statement> statements) throws IOException, Malformed {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            statements.add(new PolicyReader().statement(json));
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            statements.add(new PolicyReader().statement(json));
        }
    }

    private Policy.Statement statement(JsonParser json) throws IOException, Malformed {
        expect(json, JsonToken.START_OBJECT, "'Statement' must be an object or a list of objects");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "Effect" -> effect = json.getText();
                case "Action", "NotAction" -> actions = patterns(json, name, actions);
                case "Resource", "NotResource" -> resources = patterns(json, name, resources);
                case "Condition" -> conditional = true;
                case "Sid" -> {}
                default -> throw new Malformed("'Statement' must not have '" + name + "'");
            }
            json.skipChildren();
        }
        boolean allows = "Allow".equals(effect);
        if (!allows && !"Deny".equals(effect)) {
            throw new Malformed("'Effect' must be 'Allow' or 'Deny'");
        }
        if (actions == null || resources == null) {
            throw new Malformed("'Statement' must have an 'Action' and a 'Resource'");
        }
        return new Policy.Statement(allows, actions, resources, conditional);
    }

    private static Policy.Patterns patterns(JsonParser json, String name, Policy.@Nullable Patterns other)
            throws IOException, Malformed {
        if (other != null) {
            throw new Malformed("'Statement' must not have '" + name + "' and its opposite");
        }
        List<String> patterns = new ArrayList<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                patterns.add(pattern(json, name));
            }
        } else {
            patterns.add(pattern(json, name));
        }
        return new Policy.Patterns(List.copyOf(patterns), name.startsWith("Not"));
    }

    private static String pattern(JsonParser json, String name) throws IOException, Malformed {
        expect(json, JsonToken.VALUE_STRING, "'" + name + "' must be text or a list of texts");
        return json.getText();
    }
}
