package io.github.securehttpapi.handler;

/** Classes of ASCII characters that the grammars of HTTP and e-mail are made of. */
final class Ascii {
    private Ascii() {}

    static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Whether {@code c} may stand in a token: a header name, a media type, a parameter's name. RFC 9110, 5.6.2. */
    static boolean isTokenCharacter(char c) {
        return isAlphanumeric(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
