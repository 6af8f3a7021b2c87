package io.github.securehttpapi.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body or with parameters, found while they are read, and where the reading has got to. */
final class Violations {
    /**
     * How many are told, chosen here. A body of the largest size can hold a hundred thousand, and nobody reads more
     * than these.
     */
    static final int MAX_COUNT = 50;

    /** RFC 6901, 3: a tilde has 0 or 1 behind it. */
    private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");

    private final @Nullable Request request;
    private final @Nullable Messages messages;
    private final StringBuilder pointer = new StringBuilder();
    private List<Violation> list = new ArrayList<>();

    /** How many have been put aside, to be told before any that are found now. */
    private int held;

    /** How many have been found, whether they will be told or not. */
    private int count;

    Violations() {
        this.request = null;
        this.messages = null;
    }

    /** Violations of a request, in words of its own. */
    Violations(Request request, Messages messages) {
        this.request = request;
        this.messages = messages;
    }

    /** What a name becomes in a JSON pointer: RFC 6901, 3. */
    static String pointerSegment(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * A JSON pointer, in which a tilde that escapes nothing stands for itself: what a handler made of a name that a client
     * sent is told to that client, not refused.
     */
    static String pointer(String pointer) {
        String begun = requireBegun(pointer);
        return begun.indexOf('~') < 0 ? begun : STRAY_TILDE.matcher(begun).replaceAll("~0");
    }

    /** Refuses what is no JSON pointer: RFC 6901, 3. */
    static String requirePointer(String pointer) {
        requireBegun(pointer);
        for (int tilde = pointer.indexOf('~'); tilde >= 0; tilde = pointer.indexOf('~', tilde + 1)) {
            if (!pointer.startsWith("0", tilde + 1) && !pointer.startsWith("1", tilde + 1)) {
                throw new IllegalArgumentException("pointer must have 0 or 1 after each '~', got '" + pointer
                        + "': write '~0' for a tilde in a name, and '~1' for a slash");
            }
        }
        return pointer;
    }

    private static String requireBegun(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException(
                    "pointer must be empty or begin with '/', got '" + pointer + "': write '/" + pointer + "'");
        }
        return pointer;
    }

    /** Enters a member, and returns what {@link #leave} wants in order to leave it. */
    int enter(String pointerSegment) {
        int length = pointer.length();
        pointer.append(pointerSegment);
        return length;
    }

    /** Enters an element, and returns what {@link #leave} wants in order to leave it. */
    int enter(int index) {
        int length = pointer.length();
        pointer.append('/').append(index);
        return length;
    }

    void leave(int length) {
        pointer.setLength(length);
    }

    void add(String code, String message) {
        add(code, message, Map.of());
    }

    /** Adds a violation whose message is made of one parameter. */
    void add(String code, String message, String parameter, Object value) {
        // Not made where nobody will see it: a body can hold a hundred thousand violations.
        add(code, message, isFull() ? Map.of() : Map.of(parameter, value));
    }

    void add(String code, String message, Map<String, Object> parameters) {
        count++;
        if (!isFull()) {
            list.add(said(new Violation(pointer.toString(), code, message, parameters)));
        }
    }

    /** Whether a violation that is found now will not be told. */
    boolean isFull() {
        return held + list.size() >= MAX_COUNT;
    }

    /** Counts a violation that will not be told. */
    void addUntold() {
        count++;
    }

    private Violation said(Violation violation) {
        if (request == null || messages == null) {
            return violation;
        }
        String message = messages.message(violation, request);
        return message == null
                ? violation
                : new Violation(violation.pointer(), violation.code(), message, violation.parameters());
    }

    /** Puts violations back. */
    void addAll(@Nullable List<Violation> violations) {
        if (violations == null) {
            return;
        }
        for (Violation violation : violations) {
            if (list.size() < MAX_COUNT) {
                list.add(violation);
            }
        }
    }

    /** Takes out everything found so far, for the caller to put back in an order of its own. */
    List<Violation> take() {
        if (list.isEmpty()) {
            return List.of();
        }
        List<Violation> taken = list;
        list = new ArrayList<>();
        return taken;
    }

    /** Takes out everything found so far, for {@link #release} to put back before anything that was found meanwhile. */
    List<Violation> hold() {
        List<Violation> taken = take();
        held += taken.size();
        return taken;
    }

    /** Puts back what {@link #hold} took out, once what was found meanwhile has been taken out itself. */
    void release(List<Violation> taken) {
        held -= taken.size();
        if (!taken.isEmpty()) {
            list = taken;
        }
    }

    /** How many have been found so far, told or not: more than before means that something is wrong. */
    int count() {
        return count;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Violation> list() {
        return list;
    }
}
