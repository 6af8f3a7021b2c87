package io.github.securehttpapi.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body or with parameters, found while they are read, and where the reading has got to. */
final class Violations {
    /**
     * How many are told, chosen here. A body of the largest size can hold a hundred thousand, and nobody reads more
     * than these.
     */
    static final int MAX_COUNT = 50;

    private final @Nullable Request request;
    private final @Nullable Messages messages;
    private final StringBuilder pointer = new StringBuilder();
    private List<Violation> list = new ArrayList<>();

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

    /** Refuses what is no JSON pointer: RFC 6901, 3. */
    static String requirePointer(String pointer) {
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

    void leave(int length) {
        pointer.setLength(length);
    }

    void add(String code, String message) {
        add(code, message, Map.of());
    }

    /** Adds a violation whose message is made of one parameter. */
    void add(String code, String message, String parameter, Object value) {
        add(code, message, Map.of(parameter, value));
    }

    void add(String code, String message, Map<String, Object> parameters) {
        if (list.size() < MAX_COUNT) {
            list.add(said(new Violation(pointer.toString(), code, message, parameters)));
        }
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

    void addAll(List<Violation> violations) {
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

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Violation> list() {
        return list;
    }
}
