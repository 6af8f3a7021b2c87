package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stage's access-log format: {@code $context} variables replaced, {@code -} for a missing value. */
public final class AccessLogFormat {
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z0-9_]+(?:\\.[A-Za-z0-9_:]+)*)");

    private static final String MESSAGE = "error.message";

    /** {@value #MESSAGE} in quotes of its own (API Gateway developer guide, http-api-logging-variables.html). */
    private static final String QUOTED_MESSAGE = "error.messageString";

    /** As many as most lines have. */
    private static final int USUAL_CHARACTERS = 512;

    private final List<String> literals = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();

    public AccessLogFormat(String format) {
        Matcher variable = VARIABLE.matcher(format);
        int from = 0;
        while (variable.find()) {
            literals.add(format.substring(from, variable.start()));
            variables.add(variable.group(1));
            from = variable.end();
        }
        literals.add(format.substring(from));
    }

    String line(Function<String, @Nullable String> context) {
        StringBuilder line = new StringBuilder(USUAL_CHARACTERS);
        for (int index = 0; index < variables.size(); index++) {
            line.append(literals.get(index));
            append(line, variables.get(index), context);
        }
        return line.append(literals.get(variables.size())).toString();
    }

    private static void append(StringBuilder line, String variable, Function<String, @Nullable String> context) {
        boolean quoted = variable.equals(QUOTED_MESSAGE);
        String value = context.apply(quoted ? MESSAGE : variable);
        if (value == null || value.isEmpty()) {
            line.append('-');
            return;
        }
        line.append(quoted ? "\"" : "");
        escaped(line, value);
        line.append(quoted ? "\"" : "");
    }

    /** Escaped as in a JSON text, since formats quote their variables: no request can forge a line or a field. */
    private static void escaped(StringBuilder line, String value) {
        if (isPlain(value)) {
            line.append(value);
            return;
        }
        value.codePoints().forEach(character -> {
            line.append(character == '"' || character == '\\' ? "\\" : "");
            Printable.append(line, character);
        });
    }

    /** Whether it stays as it is, as nearly every value does. */
    private static boolean isPlain(String value) {
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character < ' ' || character > '~' || character == '"' || character == '\\') {
                return false;
            }
        }
        return true;
    }
}
