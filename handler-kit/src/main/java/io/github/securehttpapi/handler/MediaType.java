package io.github.securehttpapi.handler;

import org.jspecify.annotations.Nullable;

/** Reads a {@code content-type}: RFC 9110, 8.3.1. */
final class MediaType {
    private final String text;
    private int position;
    private @Nullable String charset;

    private MediaType(String text) {
        this.text = text;
    }

    /**
     * Whether this is {@code application/json} or a type whose name ends in {@code +json} (RFC 6839, 3.1), and no
     * charset but UTF-8 is named. Other parameters are allowed, malformed ones are not. A {@code *} is none: that is
     * how an {@code accept} names several types (RFC 9110, 12.5.1).
     */
    static boolean isUtf8Json(String contentType) {
        return new MediaType(contentType).isUtf8Json();
    }

    /** Whether this is one media type, no wildcard, with parameters that are well-formed. */
    static boolean isSound(String contentType) {
        MediaType type = new MediaType(contentType);
        return type.areNamesSound() && type.areParametersSound();
    }

    /** {@code contentType} with a charset, or null if it names another one than UTF-8, or is not sound. */
    static @Nullable String inUtf8(String contentType) {
        MediaType type = new MediaType(contentType);
        if (!type.areNamesSound() || !type.areParametersSound() || !type.isUtf8()) {
            return null;
        }
        return type.charset == null ? contentType + "; charset=utf-8" : contentType;
    }

    private boolean areNamesSound() {
        String type = token();
        return !type.isEmpty() && type.indexOf('*') < 0 && accept('/') && isSubtype(token());
    }

    private static boolean isSubtype(String name) {
        return !name.isEmpty() && name.indexOf('*') < 0;
    }

    private boolean isUtf8() {
        return charset == null || charset.equalsIgnoreCase("utf-8");
    }

    private boolean isUtf8Json() {
        skipSpace();
        String type = token();
        if (!accept('/')) {
            return false;
        }
        String subtype = token();
        if (type.indexOf('*') >= 0 || subtype.indexOf('*') >= 0) {
            return false;
        }
        boolean json = (type.equalsIgnoreCase("application") && subtype.equalsIgnoreCase("json"))
                || (!type.isEmpty() && endsInJson(subtype));
        return json && areParametersSound() && isUtf8();
    }

    private static boolean endsInJson(String subtype) {
        int start = subtype.length() - "+json".length();
        return start > 0 && subtype.regionMatches(true, start, "+json", 0, "+json".length());
    }

    private boolean areParametersSound() {
        skipSpace();
        while (accept(';')) {
            skipSpace();
            if (!isEmptyParameter() && !isParameterSound()) {
                return false;
            }
            skipSpace();
        }
        return position == text.length();
    }

    // The grammar allows "application/json;" and "application/json;;charset=utf-8".
    private boolean isEmptyParameter() {
        return position == text.length() || text.charAt(position) == ';';
    }

    private boolean isParameterSound() {
        String name = token();
        if (name.isEmpty() || !accept('=')) {
            return false;
        }
        boolean quoted = accept('"');
        String value = quoted ? quotedText() : token();
        if (quoted ? !accept('"') : value.isEmpty()) {
            return false;
        }
        // The first that is not UTF-8 stays, whatever follows it.
        if (name.equalsIgnoreCase("charset") && isUtf8()) {
            charset = value;
        }
        return true;
    }

    private String token() {
        int start = position;
        while (position < text.length() && Ascii.isTokenCharacter(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    private String quotedText() {
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            value.append(text.charAt(position));
            position++;
        }
        return value.toString();
    }

    private boolean accept(char c) {
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (position < text.length() && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
            position++;
        }
    }
}
