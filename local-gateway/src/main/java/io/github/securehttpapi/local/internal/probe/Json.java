package io.github.securehttpapi.local.internal.probe;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the probe writes and reads of JSON. */
final class Json {
    /** Names that many APIs have. */
    private static final List<String> COMMON =
            List.of("id", "name", "email", "message", "title", "type", "status", "value", "count", "date", "url");

    /** RFC 6901 pointers of a problem's violations, to a field of the body. */
    private static final Pattern POINTER = Pattern.compile("\"pointer\"\\s*:\\s*\"#?/(\\w{1,64})\"");

    private Json() {}

    static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** Fields that the answer to a body without any tells of. */
    static List<String> fields(String answer) {
        return POINTER.matcher(answer)
                .results()
                .map(pointer -> pointer.group(1))
                .distinct()
                .toList();
    }

    /** Those fields, and common ones. */
    static List<String> andCommon(List<String> fields) {
        return Stream.concat(fields.stream(), COMMON.stream()).distinct().toList();
    }

    /** An object whose fields all have this value, which is JSON. */
    static String object(List<String> fields, String value) {
        return fields.stream().map(field -> quoted(field) + ":" + value).collect(Collectors.joining(",", "{", "}"));
    }
}
