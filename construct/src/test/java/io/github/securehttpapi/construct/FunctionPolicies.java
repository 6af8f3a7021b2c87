package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The resource policies that Lambda would keep for the functions of a template, with names as long as they come. */
final class FunctionPolicies {
    /** "Lambda quotas", developer guide: function resource-based policy, 20 KB. */
    static final int MOST_BYTES = 20_480;

    private static final String REGION = "ap-northeast-1";
    private static final String ACCOUNT = "123456789012";

    /** {@code CreateFunction}, Lambda API reference: 64 characters; CloudFormation's own names fill them. */
    private static final String FUNCTION = "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":function:" + "f".repeat(64);

    /** {@code AddPermission}, Lambda API reference. */
    private static final int LONGEST_STATEMENT_ID = 100;

    private FunctionPolicies() {}

    /** The policies' sizes in bytes, by the reference to the function. */
    static Map<String, Integer> sizes(Synthesized shop) {
        Map<String, List<Object>> statements = new TreeMap<>();
        shop.resources("AWS::Lambda::Permission").forEach((id, permission) -> {
            Map<String, Object> properties = object(permission, "Properties");
            statements
                    .computeIfAbsent(String.valueOf(properties.get("FunctionName")), each -> new ArrayList<>())
                    .add(statement(id, properties));
        });
        return statements.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, function -> bytes(function.getValue())));
    }

    /** As {@code GetPolicy} answers; CloudFormation puts the stack before the logical id, and twelve characters after it. */
    private static Map<String, Object> statement(String logicalId, Map<String, Object> permission) {
        String id = "Shop-" + logicalId + "-ABCDEFGHIJKL";
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", id.substring(0, Math.min(id.length(), LONGEST_STATEMENT_ID)));
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("Service", permission.get("Principal")));
        statement.put("Action", permission.get("Action"));
        statement.put("Resource", FUNCTION);
        statement.put("Condition", Map.of("ArnLike", Map.of("AWS:SourceArn", resolved(permission.get("SourceArn")))));
        return statement;
    }

    private static int bytes(List<Object> statements) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Id", "default");
        policy.put("Statement", statements);
        try {
            return new JsonMapper().writeValueAsString(policy).getBytes(StandardCharsets.UTF_8).length;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("policy must be JSON", e);
        }
    }

    private static String resolved(@Nullable Object value) {
        if (value instanceof Map<?, ?> function && function.get("Fn::Join") instanceof List<?> join) {
            return ((List<?>) join.get(1))
                    .stream().map(FunctionPolicies::resolved).collect(Collectors.joining());
        }
        if (!(value instanceof Map<?, ?> reference)) {
            return String.valueOf(value);
        }
        return switch (String.valueOf(reference.get("Ref"))) {
            case "AWS::Partition" -> "aws";
            case "AWS::Region" -> REGION;
            case "AWS::AccountId" -> ACCOUNT;
            // An API's id has ten characters.
            default -> "a1b2c3d4e5";
        };
    }
}
