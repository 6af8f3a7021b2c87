package io.github.securehttpapi.review;

import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a function that a template holds in itself.
 *
 * @param text the code, or the expression that makes it
 * @param reason why it is known only when deployed; empty if it is known
 * @param location where it stands
 */
record InlineCode(String text, String reason, Location location) {
    private static final Pattern CORS_HEADER =
            Pattern.compile("access-control-(allow|expose|max)-[a-z-]+", Pattern.CASE_INSENSITIVE);

    static @Nullable InlineCode of(LambdaFunction function) {
        Value code = function.resource().properties().fields().get("Code");
        Value text = code instanceof Value.Fields fields ? fields.fields().get("ZipFile") : null;
        if (text instanceof Value.Text known) {
            return new InlineCode(known.text(), "", known.location());
        }
        return text instanceof Value.Unresolved unknown
                ? new InlineCode(unknown.expression(), unknown.reason(), unknown.location())
                : null;
    }

    /** The first CORS header that it names, or null. */
    @Nullable String corsHeader() {
        Matcher header = CORS_HEADER.matcher(text);
        return header.find() ? header.group() : null;
    }

    /** Whether nothing of it is known. Code with a hole for a name is code enough. */
    boolean isUnknown() {
        return !reason.isEmpty() && text.matches("\\$\\{[^}]*}");
    }
}
