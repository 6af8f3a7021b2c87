package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object while it is decoded. {@link Decoders#objectOf} hands them out.
 *
 * <p>They come in the order that the client chose; the violations leave in the order of the fields, those of unknown
 * members last.
 */
public final class Members {
    private final Field<?>[] fields;
    private final boolean ignoresUnknown;
    private final Violations found;
    private final @Nullable Object[] values;
    private final boolean[] present;

    /** By field, where there are any: a body can hold a hundred thousand objects. */
    private @Nullable List<Violation> @Nullable [] violations;

    private @Nullable List<Violation> unknown;
    private boolean sound;

    Members(Field<?>[] fields, boolean ignoresUnknown, Violations found) {
        this.fields = fields;
        this.ignoresUnknown = ignoresUnknown;
        this.found = found;
        this.values = new @Nullable Object[fields.length];
        this.present = new boolean[fields.length];
    }

    void read(Input input) throws IOException {
        int before = found.count();
        List<Violation> foundBefore = found.hold();
        readMembers(input);
        for (int i = 0; i < fields.length; i++) {
            if (!present[i]) {
                fill(i);
            }
        }
        found.release(foundBefore);
        report();
        sound = found.count() == before;
    }

    private void readMembers(Input input) throws IOException {
        List<String> tags = input.takeTags();
        while (input.advanceToMember()) {
            String name = input.name();
            int index = indexOf(name);
            if (index >= 0) {
                read(index, input);
                continue;
            }
            if (!ignoresUnknown && !tags.contains(name)) {
                addUnknown(name);
            }
            input.skip();
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void addUnknown(String name) {
        if (found.isFull() || (unknown != null && unknown.size() == Violations.MAX_COUNT)) {
            found.addUntold();
            return;
        }
        int length = found.enter(Violations.pointerSegment(name));
        found.add("unknown_field", "must not be present: no such field");
        found.leave(length);
        List<Violation> taken = found.take();
        if (unknown == null) {
            unknown = new ArrayList<>();
        }
        unknown.addAll(taken);
    }

    private void read(int index, Input input) throws IOException {
        int length = found.enter(fields[index].pointerSegment());
        values[index] = fields[index].decode(input, found);
        present[index] = true;
        keep(index);
        found.leave(length);
    }

    private void fill(int index) {
        int length = found.enter(fields[index].pointerSegment());
        values[index] = fields[index].absent(found);
        keep(index);
        found.leave(length);
    }

    // An array of lists has to be made of raw ones; it is filled with lists of violations alone.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void keep(int index) {
        List<Violation> taken = found.take();
        if (!taken.isEmpty()) {
            if (violations == null) {
                violations = new List[fields.length];
            }
            violations[index] = taken;
        }
    }

    private void report() {
        if (violations != null) {
            for (List<Violation> ofField : violations) {
                found.addAll(ofField);
            }
        }
        found.addAll(unknown);
    }

    boolean areSound() {
        return sound;
    }

    /**
     * The value of a field.
     *
     * @param field one of the fields that the object was declared with: the same instance, since names have no type
     * @param <A> what it holds
     * @return its value
     * @throws IllegalStateException if {@code field} is none of them
     */
    // A value came out of its field's own decoder or is its fallback: the compiler saw that type there. It is null only
    // where A allows it, once the members are sound.
    @SuppressWarnings({"unchecked", "NullAway"})
    public <A extends @Nullable Object> A get(Field<A> field) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == field) {
                return (A) values[i];
            }
        }
        throw new IllegalStateException("field must be one of this object, got '" + field.name() + "'");
    }
}
