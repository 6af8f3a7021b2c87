package io.github.securehttpapi.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stage's access-log format: {@code $context} variables replaced, {@code -} for a missing value. */
final class AccessLogFormat {
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z0-9_]+(?:\\.[A-Za-z0-9_:]+)*)");

    private final List<String> literals = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();

    AccessLogFormat(String format) {
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
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < variables.size(); index++) {
            line.append(literals.get(index));
            append(line, context.apply(variables.get(index)));
        }
        return line.append(literals.get(variables.size())).toString();
    }

    /** Escaped as in a JSON text, since formats quote their variables: no request can forge a line or a field. */
    private static void append(StringBuilder line, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            line.append('-');
            return;
        }
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == '"' || character == '\\') {
                line.append('\\').append(character);
            } else if (Character.isISOControl(character) || character == '\u2028' || character == '\u2029') {
                line.append("\\u").append("%04x".formatted((int) character));
            } else {
                line.append(character);
            }
        }
    }
}
