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

    /** {@code error.message} in quotes of its own (API Gateway developer guide, http-api-logging-variables.html). */
    private static final String QUOTED_MESSAGE = "error.messageString";

    /** As many as most lines have. */
    private static final int USUAL_CHARACTERS = 512;

    private final List<String> literals = new ArrayList<>();
    private final List<Part> variables = new ArrayList<>();

    /** A variable, in quotes or as it stands. */
    private record Part(ContextVariable variable, String quote) {
        static Part of(String name) {
            return name.equals(QUOTED_MESSAGE)
                    ? new Part(ContextVariable.ERROR_MESSAGE, "\"")
                    : new Part(ContextVariable.of(name), "");
        }
    }

    public AccessLogFormat(String format) {
        Matcher variable = VARIABLE.matcher(format);
        int from = 0;
        while (variable.find()) {
            literals.add(format.substring(from, variable.start()));
            variables.add(Part.of(variable.group(1)));
            from = variable.end();
        }
        literals.add(format.substring(from));
    }

    String line(Function<ContextVariable, @Nullable String> context) {
        StringBuilder line = new StringBuilder(USUAL_CHARACTERS);
        for (int index = 0; index < variables.size(); index++) {
            line.append(literals.get(index));
            append(line, variables.get(index), context);
        }
        return line.append(literals.get(variables.size())).toString();
    }

    private static void append(StringBuilder line, Part part, Function<ContextVariable, @Nullable String> context) {
        String value = context.apply(part.variable);
        if (value == null || value.isEmpty()) {
            line.append('-');
            return;
        }
        if (part.variable.isPlain()) {
            line.append(value);
            return;
        }
        line.append(part.quote);
        escaped(line, value);
        line.append(part.quote);
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
