package io.github.securehttpapi.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.securehttpapi.template.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The format of an access log: its text, what is not known of it left as <code>${…}</code>. */
final class LogFormat {
    private static final JsonFactory JSON = new JsonFactory();

    /** Names of claims have colons and hyphens; after other variables those are the format's own. */
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\."
            + "(authorizer\\.claims\\.[\\w.:-]*\\w|authorizer(?:\\.[\\w-]*\\w){1,9}|\\w+(?:\\.\\w+){0,9})");

    private static final String PREFIX = "$context.";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

    /** What is a number whenever there is a value. */
    private static final Set<String> NUMBERS = Set.of(
            "dataProcessed",
            "error.messageString",
            "integration.integrationStatus",
            "integration.latency",
            "integration.status",
            "integrationLatency",
            "integrationStatus",
            "requestTimeEpoch",
            "responseLatency",
            "responseLength",
            "status");

    /** How much of a format a message shows. */
    private static final int EXCERPT = 24;

    private final String text;
    private final List<Variable> variables;

    private LogFormat(String text, List<Variable> variables) {
        this.text = text;
        this.variables = List.copyOf(variables);
    }

    static LogFormat of(Property<String> property) {
        String text = property.toString();
        boolean computed = property.isUnresolved() && text.startsWith("{\"Fn::");
        return computed ? new LogFormat(text, List.of()) : of(text);
    }

    static LogFormat of(String text) {
        List<Variable> variables = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        boolean quoted = false;
        for (int from = 0; variable.find(); from = variable.end()) {
            quoted ^= quotes(text, from, variable.start());
            boolean open = text.startsWith("${", variable.end()) || text.startsWith(".${", variable.end());
            if (!open) {
                variables.add(new Variable(variable.group(1), variable.start(), quoted));
            }
        }
        return new LogFormat(text, variables);
    }

    /** Whether the quotes between two places leave a string open, or close one. */
    private static boolean quotes(String text, int from, int to) {
        boolean odd = false;
        for (int index = from; index < to; index++) {
            char character = text.charAt(index);
            odd ^= character == '"';
            index += character == '\\' ? 1 : 0;
        }
        return odd;
    }

    /**
     * A variable where the format names it.
     *
     * @param name without {@code $context.}
     * @param start where it starts
     * @param quoted whether it stands between quotes
     */
    record Variable(String name, int start, boolean quoted) {
        private int end() {
            return start + PREFIX.length() + name.length();
        }

        @Override
        public String toString() {
            return PREFIX + name;
        }

        /** Whether JSON takes the value as it is: a number, or text that brings its own quotes. */
        boolean isJson() {
            return NUMBERS.contains(name);
        }
    }

    String text() {
        return text;
    }

    List<Variable> variables() {
        return variables;
    }

    Set<String> names() {
        return variables.stream().map(Variable::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isJson() {
        return flaw().isEmpty();
    }

    /** Why it is not JSON, and where. */
    Optional<String> flaw() {
        Optional<Variable> bare = variables.stream()
                .filter(variable -> !variable.quoted() && !variable.isJson())
                .findFirst();
        Optional<String> syntax = syntaxFlaw();
        return syntax.or(
                () -> bare.map(variable -> "'" + variable + "' without quotes at character " + (variable.start() + 1)));
    }

    private Optional<String> syntaxFlaw() {
        if (!text.strip().startsWith("{")) {
            return Optional.of("'" + excerpt(0) + "'");
        }
        try (JsonParser parser = JSON.createParser(masked())) {
            parser.nextToken();
            parser.skipChildren();
            JsonToken more = parser.nextToken();
            return more == null
                    ? Optional.empty()
                    : at(parser.currentTokenLocation().getCharOffset());
        } catch (JsonProcessingException notJson) {
            return at(notJson.getLocation().getCharOffset());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a String throws none", impossible);
        }
    }

    private Optional<String> at(long offset) {
        int position = (int) Math.max(0, Math.min(offset, text.length() - 1));
        return Optional.of("'" + excerpt(position) + "' at character " + (position + 1));
    }

    private String excerpt(int from) {
        String rest = text.substring(from).replaceAll("\\s+", " ");
        return rest.length() <= EXCERPT ? rest : rest.substring(0, EXCERPT) + "…";
    }

    /** Each variable as a zero of the same length: valid between quotes and without, and no place moves. */
    private String masked() {
        String values = VARIABLE.matcher(text).replaceAll(LogFormat::zero);
        return PLACEHOLDER.matcher(values).replaceAll(LogFormat::zero);
    }

    private static String zero(MatchResult match) {
        return "0" + " ".repeat(match.end() - match.start() - 1);
    }

    /** The text with each variable replaced. */
    String with(Function<Variable, String> replacement) {
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (Variable variable : variables) {
            replaced.append(text, from, variable.start()).append(replacement.apply(variable));
            from = variable.end();
        }
        return replaced.append(text.substring(from)).toString();
    }

    /** The standard fields and whatever else this format has that HTTP APIs have. */
    String asJson() {
        Map<String, String> fields = ContextVariables.standard();
        for (String name : names()) {
            if (ContextVariables.has(name)) {
                fields.putIfAbsent(ContextVariables.key(name), name);
            }
        }
        return ContextVariables.format(fields);
    }
}
