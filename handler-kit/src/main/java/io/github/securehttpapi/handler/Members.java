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
    private final Slot[] slots;
    private final Violations found;
    private final List<Violation> foundBefore;
    private final List<Violation> unknown = new ArrayList<>();
    private final boolean ignoresUnknown;
    private boolean sound = true;

    Members(Field<?>[] fields, boolean ignoresUnknown, Violations found) {
        this.ignoresUnknown = ignoresUnknown;
        this.found = found;
        this.foundBefore = found.take();
        this.slots = new Slot[fields.length];
        for (int i = 0; i < fields.length; i++) {
            slots[i] = new Slot(fields[i]);
        }
    }

    void read(Input input) throws IOException {
        List<String> tags = input.takeTags();
        while (input.advanceToMember()) {
            String name = input.name();
            Slot slot = slot(name);
            if (slot != null) {
                read(slot, input);
                continue;
            }
            if (!ignoresUnknown && !tags.contains(name)) {
                addUnknown(name);
            }
            input.skip();
        }
        for (Slot slot : slots) {
            if (!slot.present) {
                fill(slot);
            }
        }
        found.addAll(foundBefore);
        for (Slot slot : slots) {
            report(slot.violations);
        }
        report(unknown);
    }

    private @Nullable Slot slot(String name) {
        for (Slot slot : slots) {
            if (slot.field.name().equals(name)) {
                return slot;
            }
        }
        return null;
    }

    private void addUnknown(String name) {
        if (unknown.size() < Violations.MAX_COUNT) {
            int length = found.enter(Violations.pointerSegment(name));
            found.add("unknown_field", "must not be present: no such field");
            found.leave(length);
            unknown.addAll(found.take());
        }
    }

    private void read(Slot slot, Input input) throws IOException {
        int length = found.enter(slot.field.pointerSegment());
        slot.value = slot.field.decode(input, found);
        slot.present = true;
        slot.violations = found.take();
        found.leave(length);
    }

    private void fill(Slot slot) {
        int length = found.enter(slot.field.pointerSegment());
        slot.value = slot.field.absent(found);
        slot.violations = found.take();
        found.leave(length);
    }

    private void report(List<Violation> violations) {
        sound &= violations.isEmpty();
        found.addAll(violations);
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
    // A slot's value came out of its field's own decoder or is its fallback: the compiler saw that type there. It is
    // null only where A allows it, once the members are sound.
    @SuppressWarnings({"unchecked", "NullAway"})
    public <A extends @Nullable Object> A get(Field<A> field) {
        for (Slot slot : slots) {
            if (slot.field == field) {
                return (A) slot.value;
            }
        }
        throw new IllegalStateException("field must be one of this object, got '" + field.name() + "'");
    }

    private static final class Slot {
        final Field<?> field;
        boolean present;

        @Nullable Object value;

        List<Violation> violations = List.of();

        Slot(Field<?> field) {
            this.field = field;
        }
    }
}
