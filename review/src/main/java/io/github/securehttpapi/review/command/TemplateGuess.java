package io.github.securehttpapi.review.command;

import io.github.securehttpapi.template.TemplateException;
import io.github.securehttpapi.template.Value;
import java.nio.charset.StandardCharsets;

/** Whether a file that a directory happens to hold was meant to be a template. */
final class TemplateGuess {
    private static final byte[] START = "AWS::".getBytes(StandardCharsets.US_ASCII);

    private TemplateGuess() {}

    /** Whether it names the type of an AWS resource, {@code AWS::SERVICE::}: a template does, well-formed or not. */
    static boolean namesType(byte[] content) {
        for (int i = 0; i + START.length < content.length; i++) {
            if (content[i] == START[0] && startsAt(content, i) && endsService(content, i + START.length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a document of another kind after all: a list, or one without resources. */
    static boolean isOtherDocument(TemplateFile file, byte[] content) {
        try {
            return !(Value.read(file.name(), content).fields().get("Resources") instanceof Value.Fields);
        } catch (TemplateException notRead) {
            return opensList(content);
        }
    }

    private static boolean opensList(byte[] content) {
        int at = 0;
        while (at < content.length && content[at] <= ' ' && content[at] > 0) {
            at++;
        }
        return at < content.length && content[at] == '[';
    }

    private static boolean startsAt(byte[] content, int index) {
        for (int i = 1; i < START.length; i++) {
            if (content[index + i] != START[i]) {
                return false;
            }
        }
        return true;
    }

    /** Not a pseudo parameter such as {@code AWS::Region}. */
    private static boolean endsService(byte[] content, int from) {
        int at = from;
        while (at < content.length && isAlphanumeric(content[at])) {
            at++;
        }
        return at > from && at + 1 < content.length && content[at] == ':' && content[at + 1] == ':';
    }

    private static boolean isAlphanumeric(byte character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9');
    }
}
