package io.github.securehttpapi.construct;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;

/** The checks on environment variables that the CDK leaves to the deployment. */
final class FunctionEnvironment {
    /** {@code Environment}, Lambda API reference: the pattern of its keys. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]+");

    /** In bytes. "Lambda quotas", AWS Lambda developer guide: all environment variables in aggregate. */
    private static final int LARGEST = 4_096;

    /** "Working with Lambda environment variables", AWS Lambda developer guide: reserved environment variables. */
    private static final Set<String> RESERVED = Set.of(
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT");

    private FunctionEnvironment() {}

    /** A copy, in an order that does not change from run to run. */
    static Map<String, String> require(Map<String, String> variables) {
        int bytes = 0;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            requireName(variable.getKey());
            bytes += bytesOf(variable.getKey()) + bytesOf(variable.getValue());
        }
        if (bytes > LARGEST) {
            throw new IllegalArgumentException("environment must be no more than " + LARGEST + " bytes in all, got '"
                    + bytes + "': keep large values in SSM Parameter Store or S3");
        }
        return Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name in environment must be a letter and then letters, digits or '_',"
                    + " two characters at least, got '" + name + "': rename the variable");
        }
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "name in environment must not be one that Lambda sets, got '" + name + "': rename the variable");
        }
    }

    /** What is not known before deployment does not count. */
    private static int bytesOf(String text) {
        return Boolean.TRUE.equals(Token.isUnresolved(text)) ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
