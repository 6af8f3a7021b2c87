package io.github.securehttpapi.local.internal.mapping;

import io.github.securehttpapi.local.internal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of a mapping: one source, as in {@code $request.path}, or text with sources in <code>${…}</code>. */
final class Expression {
    private static final Pattern BRACED = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern UNBRACED = Pattern.compile("\\$(request|response|context|stageVariables)\\.");

    /** Texts and {@link Source}s, in turn. */
    private final List<Object> parts;

    private Expression(List<Object> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The expression, or a refusal of what API Gateway would not take; {@code place} is whose value it is. */
    static Expression parse(String place, String text, List<Source.Kind> kinds) {
        if (text.startsWith("$") && !text.startsWith("${")) {
            return new Expression(List.of(source(place, text, text.substring(1), kinds)));
        }
        List<Object> parts = new ArrayList<>();
        Matcher braced = BRACED.matcher(text);
        int from = 0;
        while (braced.find()) {
            parts.add(literal(place, text, text.substring(from, braced.start())));
            parts.add(source(place, text, braced.group(1), kinds));
            from = braced.end();
        }
        parts.add(literal(place, text, text.substring(from)));
        return new Expression(parts);
    }

    /** Whether it is the same for every request. */
    boolean isConstant() {
        return parts.stream().noneMatch(Source.class::isInstance);
    }

    /** The value, or null if a source has none. */
    @Nullable String evaluate(Function<Source, @Nullable String> values) {
        return evaluate(values, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** The value, with {@code ofText} applied to what the template wrote and {@code ofSource} to what came in. */
    @Nullable String evaluate(
            Function<Source, @Nullable String> values, UnaryOperator<String> ofText, UnaryOperator<String> ofSource) {
        StringBuilder value = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Source source) {
                String found = values.apply(source);
                if (found == null) {
                    return null;
                }
                value.append(ofSource.apply(found));
            } else {
                value.append(ofText.apply((String) part));
            }
        }
        return value.toString();
    }

    private static Source source(String place, String text, String reference, List<Source.Kind> kinds) {
        Source source = Source.parse(reference, kinds);
        if (source == null) {
            throw new Refusal(
                    place + " must map from what it may refer to",
                    text,
                    "write one such as " + (kinds.equals(Source.OF_REQUEST) ? "$request" : "$response")
                            + ".header.name, $context.requestId or a plain text; paths into a body have names and"
                            + " indexes only");
        }
        return source;
    }

    private static String literal(String place, String text, String literal) {
        Matcher unbraced = UNBRACED.matcher(literal);
        if (unbraced.find()) {
            String must = place + " must have its variables in braces, where there is more than one or other text";
            throw new Refusal(must, text, "write ${" + unbraced.group(1) + "…}");
        }
        return literal;
    }
}
