package io.github.securehttpapi.review;

import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is done to the text of an access log's format. */
final class FormatEdits {
    private static final Pattern DANGLING_COMMA = Pattern.compile(",(\\s*[}\\]])");
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    private FormatEdits() {}

    /** Takes away what keeps it from being JSON: single quotes, a comma too many, missing quotes; else all of it. */
    static String asJson(String text) {
        String doubled = text.contains("\"") ? text : text.replace('\'', '"');
        String closed = DANGLING_COMMA.matcher(doubled).replaceAll("$1");
        String quoted = quoting(closed, variable -> !variable.isJson());
        return LogFormat.of(quoted).isJson() ? quoted : LogFormat.of(text).asJson();
    }

    /** Puts quotes around the variables that have none. */
    static String quoting(String text, Predicate<LogFormat.Variable> which) {
        return LogFormat.of(text).with(variable -> {
            boolean bare = !variable.quoted() && which.test(variable);
            return bare ? "\"" + variable + "\"" : variable.toString();
        });
    }

    /** Adds variables to the end of a JSON object; another format is written anew. */
    static UnaryOperator<String> adding(Collection<String> names) {
        String members = names.stream()
                .map(name -> ContextVariables.member(ContextVariables.key(name), name))
                .collect(Collectors.joining(","));
        return text -> {
            LogFormat format = LogFormat.of(text);
            int end = text.lastIndexOf('}');
            if (!format.isJson() || end < 0) {
                return LogFormat.of(text + members).asJson();
            }
            String before = text.substring(0, end).stripTrailing();
            return before + (before.endsWith("{") ? "" : ",") + members + text.substring(end);
        };
    }

    static UnaryOperator<String> replacing(String name, String by) {
        return text -> LogFormat.of(text)
                .with(variable -> variable.name().equals(name) ? "$context." + by : variable.toString());
    }

    /** Drops the members of a JSON object that are made of a variable; elsewhere a dash takes its place. */
    static UnaryOperator<String> dropping(Collection<String> names) {
        return text -> {
            String left = text;
            for (String name : names) {
                String variable = Pattern.quote("$context." + name);
                String member = "\\s*\"[^\"\\\\]*+\"\\s*:\\s*(?:\"" + variable + "\"|" + variable + "(?=\\s*[,}]))\\s*";
                left = left.replaceAll("," + member, "").replaceAll("\\{" + member + ",?", "{");
            }
            return LogFormat.of(left).with(variable -> names.contains(variable.name()) ? "-" : variable.toString());
        };
    }

    static String onOneLine(String text) {
        return LINE_BREAK.matcher(text.strip()).replaceAll(" ");
    }

    /** Without the white space between the members of a JSON object. */
    static String compact(String text) {
        StringBuilder compact = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            quoted ^= character == '"' && !(index > 0 && text.charAt(index - 1) == '\\');
            if (quoted || !Character.isWhitespace(character)) {
                compact.append(character);
            }
        }
        return compact.toString();
    }
}
