package io.github.securehttpapi.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of one template and what messages call it; with the limits and the errors that both readers share. */
final class Source {
    /** CloudFormation quotas: a template is at most 1 MB (cloudformation-limits.html). */
    static final int MAX_BYTES = 1_048_576;

    /** Ours: several times what a template needs, and far from a stack overflow. */
    static final int MAX_DEPTH = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int BYTE_ORDER_MARK_BYTES = 3;

    private final String name;
    private final byte[] content;

    /** The content is not copied: it is read before the caller has it back. */
    Source(String name, byte[] content) {
        if (content.length > MAX_BYTES) {
            String limit = "be at most " + MAX_BYTES + " bytes, CloudFormation's own limit";
            throw new TemplateException(limit, name, "split the stack");
        }
        this.name = name;
        this.content = content;
    }

    static Source of(Path file) {
        if (Files.isDirectory(file)) {
            throw new TemplateException("be a file", file.toString(), "name the *.template.json in that directory");
        }
        if (Files.notExists(file)) {
            throw new TemplateException("be a readable file", file.toString(), "no such file, run cdk synth first");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new Source(file.toString(), in.readNBytes(MAX_BYTES + 1));
        } catch (IOException unreadable) {
            throw new TemplateException("be a readable file", file.toString(), String.valueOf(unreadable.getMessage()));
        }
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    boolean isNamedJson() {
        return name.endsWith(".json");
    }

    /** Whether the first character that is no white space opens an object, as JSON does and YAML may. */
    boolean opensWithBrace() {
        int at = 0;
        if (content.length >= BYTE_ORDER_MARK_BYTES
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF) {
            at = BYTE_ORDER_MARK_BYTES;
        }
        while (at < content.length
                && (content[at] == ' ' || content[at] == '\t' || content[at] == '\r' || content[at] == '\n')) {
            at++;
        }
        return at < content.length && content[at] == '{';
    }

    /** The content as text, without its byte order mark. */
    String text(Syntax syntax) {
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content), text, true);
        String decoded = text.flip().toString();
        String unmarked = decoded.isEmpty() || decoded.charAt(0) != BYTE_ORDER_MARK ? decoded : decoded.substring(1);
        if (result.isError()) {
            throw not(syntax, place(unmarked, unmarked.length()), "not UTF-8, save the file in that encoding");
        }
        return unmarked;
    }

    /** Where a character stands, lines and columns counted from 1. */
    static Location place(String text, int index) {
        int line = 1;
        int start = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', start)) {
            line++;
            start = at + 1;
        }
        return new Location(line, text.codePointCount(start, index) + 1);
    }

    TemplateException not(Syntax syntax, @Nullable Location where, String problem) {
        String place = where == null ? "" : where + " ";
        return new TemplateException("be " + syntax, name, place + Excerpt.of(problem));
    }

    Value.Fields object(Syntax syntax, Value root) {
        if (root instanceof Value.Fields fields) {
            return fields;
        }
        String example = syntax == Syntax.JSON ? "name the *.template.json of a stack" : "name the template of a stack";
        throw new TemplateException("be a " + syntax + " object", name, example);
    }
}
