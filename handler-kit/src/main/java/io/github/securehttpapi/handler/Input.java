package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decoders read from, value by value, front to back: JSON, where a value says what it is, or the parameters of a
 * request, where it is text that stands for what is wanted.
 */
abstract class Input {
    private List<String> tags = List.of();

    abstract boolean isNull();

    abstract boolean isObject();

    abstract boolean isArray();

    /** Moves to the value of the next member of the object begun. False at the object's end. */
    abstract boolean advanceToMember() throws IOException;

    /** Moves to the next element of the array begun. False at the array's end. */
    abstract boolean advanceToElement() throws IOException;

    /** The name of the member whose value is the current one. */
    abstract String name() throws IOException;

    /** The current value if it is a string, else null. */
    abstract @Nullable String string() throws IOException;

    /** The current value if it is a number written without fraction and exponent, as JSON writes it, else null. */
    abstract @Nullable String wholeNumber() throws IOException;

    /** The current value if it is a number, as JSON writes it, else null. */
    abstract @Nullable String number() throws IOException;

    /** The current value if it is true or false, else null. */
    abstract @Nullable Boolean bool() throws IOException;

    /** Moves to the end of the current value. */
    abstract void skip() throws IOException;

    /**
     * Reads ahead, without moving, to the string that a member of the current object holds.
     *
     * @return the string, or null after adding what is wrong to {@code found}
     */
    abstract @Nullable String tag(String name, Violations found) throws IOException;

    /** The current value if it is a string; else skips it, adds the violation, and returns null. */
    final @Nullable String stringOrViolation(Violations found) throws IOException {
        String text = string();
        if (text == null) {
            refuseType("string", "must be a string", found);
        }
        return text;
    }

    /** Skips the current value, which is of the wrong type. */
    final void refuseType(String expected, String message, Violations found) throws IOException {
        found.add("type", message, "expected", expected);
        skip();
    }

    /** Lets the object that is decoded next have a member that is none of its fields: it told which object this is. */
    final void allowTag(String name) {
        List<String> extended = new ArrayList<>(tags);
        extended.add(name);
        tags = extended;
    }

    /** What the object begun may have beside its fields. Asked for once: objects within it get none of it. */
    final List<String> takeTags() {
        List<String> taken = tags;
        tags = List.of();
        return taken;
    }
}
