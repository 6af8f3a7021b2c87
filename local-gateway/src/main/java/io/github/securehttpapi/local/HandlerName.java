package io.github.securehttpapi.local;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells the name of a handler from the path of its code. */
final class HandlerName {
    private static final String IDENTIFIER = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final Pattern HANDLER =
            Pattern.compile("%1$s(\\.%1$s)*(::%1$s)?".formatted(IDENTIFIER), Pattern.UNICODE_CHARACTER_CLASS);

    private HandlerName() {}

    /** Whether it has the form of a path, or there is such a file. */
    static boolean isPath(String text) {
        if (text.contains("/") || text.contains("\\") || text.endsWith(".jar") || text.endsWith(".zip")) {
            return true;
        }
        try {
            return !text.isEmpty() && Files.exists(Path.of(text));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException none) {
            throw new LocalGatewayException("handler must be a path or a class", text, "correct the path");
        }
    }

    static String of(String logicalId, String text) {
        if (!HANDLER.matcher(text).matches()) {
            throw new LocalGatewayException(
                    "handler of " + logicalId + " must be a jar, a directory or a class",
                    text,
                    "write a path, or a class such as com.example.Handler or com.example.Handler::handle");
        }
        return text;
    }
}
