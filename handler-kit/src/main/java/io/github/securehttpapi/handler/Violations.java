package io.github.securehttpapi.handler;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a body, found while it is read, and where the reading has got to. */
final class Violations {
    /**
     * How many are told, chosen here. A body of the largest size can hold a hundred thousand, and nobody reads more
     * than these.
     */
    static final int MAX_COUNT = 50;

    private final StringBuilder pointer = new StringBuilder();
    private List<Violation> list = new ArrayList<>();

    /** What a name becomes in a JSON pointer: RFC 6901, 3. */
    static String pointerSegment(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
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
        if (list.size() < MAX_COUNT) {
            list.add(new Violation(pointer.toString(), code, message));
        }
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
