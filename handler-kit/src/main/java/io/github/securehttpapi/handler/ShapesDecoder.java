package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes an object that has one of several shapes: a member says which, wherever it stands. */
final class ShapesDecoder<T> extends Decoder<T> {
    private final String member;
    private final String pointerSegment;
    private final Map<String, Decoder<? extends T>> shapes = new HashMap<>();
    private final List<String> tags;

    private ShapesDecoder(String member, List<Shape<? extends T>> shapes) {
        this.member = Objects.requireNonNull(member, "member must not be null");
        this.pointerSegment = Violations.pointerSegment(member);
        List<String> inOrder = new ArrayList<>();
        for (Shape<? extends T> shape : shapes) {
            if (this.shapes.put(shape.tag(), shape.decoder()) != null) {
                throw new IllegalArgumentException(
                        "shapes must have tags of their own, got '" + shape.tag() + "' twice");
            }
            inOrder.add(shape.tag());
        }
        this.tags = List.copyOf(inOrder);
    }

    static <T> Decoder<T> of(String member, List<Shape<? extends T>> shapes) {
        return new ShapesDecoder<>(member, shapes);
    }

    @Override
    @Nullable T decode(Input input, Violations found) throws IOException {
        if (!input.isObject()) {
            input.refuseType("object", "must be an object", found);
            return null;
        }
        Decoder<? extends T> shape = shape(input, found);
        if (shape == null) {
            input.takeTags();
            input.skip();
            return null;
        }
        input.allowTag(member);
        T value = shape.decode(input, found);
        // Of a shape that is no object after all, nobody has asked for them.
        input.takeTags();
        return value;
    }

    private @Nullable Decoder<? extends T> shape(Input input, Violations found) throws IOException {
        int length = found.enter(pointerSegment);
        String tag = input.tag(member, found);
        Decoder<? extends T> shape = tag == null ? null : shapes.get(tag);
        if (tag != null && shape == null) {
            ChoiceDecoder.refuse(tags, found);
        }
        found.leave(length);
        return shape;
    }
}
