package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.util.Arrays;

/**
 * The names of the objects that are being read, to find one that comes twice. Jackson's own detection makes a hash set
 * for every object, which for a body of many small ones is ten times their size.
 */
final class MemberNames {
    /** Up to so many names are compared one by one; more are sorted, so that no choice of names takes long. */
    private static final int FEW = 16;

    private static final int INITIAL_SIZE = 16;

    private static final int INITIAL_DEPTH = 4;

    private String[] names = new String[INITIAL_SIZE];
    private int size;

    /** Where the names of each object begin, the innermost last. */
    private int[] starts = new int[INITIAL_DEPTH];

    private int depth;

    void enterObject() {
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, depth * 2);
        }
        starts[depth++] = size;
    }

    void add(String name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
        }
        names[size++] = name;
    }

    /** Forgets the names of the innermost object, unless one of them came twice. */
    void leaveObject(JsonParser parser) throws JsonParseException {
        int start = starts[--depth];
        if (size - start <= FEW ? isOneTwiceOfFew(start) : isOneTwice(start)) {
            throw new JsonParseException(parser, "a name came twice");
        }
        Arrays.fill(names, start, size, "");
        size = start;
    }

    private boolean isOneTwiceOfFew(int start) {
        for (int i = start; i < size; i++) {
            for (int j = start; j < i; j++) {
                if (names[i].equals(names[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOneTwice(int start) {
        Arrays.sort(names, start, size);
        for (int i = start + 1; i < size; i++) {
            if (names[i].equals(names[i - 1])) {
                return true;
            }
        }
        return false;
    }
}
