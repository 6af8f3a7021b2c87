package io.github.securehttpapi.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the properties of one object of a template. If the whole object is unresolved, so is each of its
 * properties. What has another type than asked for is a {@link TemplateException}.
 */
public final class Properties {
    private final Value object;
    private final String path;

    Properties(Value object, String path) {
        if (!(object instanceof Value.Fields) && unresolved(object) == null) {
            throw wrong("an object", path, object, "write {…}");
        }
        this.object = object;
        this.path = path;
    }

    /** Whether the template gives a property, with a value or an unresolved expression. */
    boolean has(String name) {
        return field(name) != null;
    }

    /**
     * A text; a number or a boolean is one too, as CloudFormation has it.
     *
     * @param name the property's name
     * @return the property
     * @throws TemplateException if it has another type
     */
    public Property<String> text(String name) {
        return property(name, "text", "write it in quotes", Scalars::text);
    }

    /**
     * A boolean.
     *
     * @param name the property's name
     * @return the property
     * @throws TemplateException if it has another type
     */
    public Property<Boolean> flag(String name) {
        return property(name, "true or false", "write true or false", Scalars::flag);
    }

    /**
     * A whole number.
     *
     * @param name the property's name
     * @return the property
     * @throws TemplateException if it has another type
     */
    public Property<Integer> wholeNumber(String name) {
        return property(name, "a whole number", "write a number such as 10", Scalars::wholeNumber);
    }

    /** A finite number. */
    Property<Double> number(String name) {
        return property(name, "a number", "write a number such as 10", Properties::finite);
    }

    /** Whole seconds, not negative. */
    Property<Duration> seconds(String name) {
        return seconds(name, 0);
    }

    Property<Duration> seconds(String name, int least) {
        return property(
                name,
                "whole seconds",
                "write a number such as 10",
                value -> duration(value, least, Duration::ofSeconds));
    }

    /** Whole milliseconds, not negative. */
    Property<Duration> millis(String name) {
        return property(
                name,
                "whole milliseconds",
                "write a number such as 10000",
                value -> duration(value, 0, Duration::ofMillis));
    }

    /**
     * A list of texts; one text stands for a list of one, as CloudFormation has it. One unresolved item makes the whole
     * list unresolved.
     */
    Property<List<String>> texts(String name) {
        Value field = field(name);
        if (!(field instanceof Value.Items items)) {
            return property(name, "a list of texts", "write [\"…\"]", value -> singleton(Scalars.text(value)));
        }
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < items.items().size(); index++) {
            Value item = items.items().get(index);
            Property<String> text =
                    property(item, at(name) + "[" + index + "]", "text", "write it in quotes", Scalars::text);
            Value.Unresolved unknown = unresolved(item);
            if (unknown != null) {
                return Property.unresolved(text.path(), unknown);
            }
            texts.add(text.required());
        }
        return Property.known(at(name), items.location(), List.copyOf(texts));
    }

    /**
     * An object.
     *
     * @param name the property's name
     * @return its properties, each of them unresolved if the object is; null if it is absent
     * @throws TemplateException if it has another type
     */
    public @Nullable Properties object(String name) {
        Value field = field(name);
        return field == null ? null : new Properties(field, at(name));
    }

    /** An object, or one whose properties are all absent. */
    Properties orNone(String name) {
        Properties declared = object(name);
        return declared != null ? declared : new Properties(new Value.Fields(Map.of(), object.location()), at(name));
    }

    /**
     * A list of objects.
     *
     * @param name the property's name
     * @return the properties of each; of one object, each of them unresolved, if the list is; empty if it is absent
     * @throws TemplateException if it has another type
     */
    public List<Properties> objects(String name) {
        Value field = field(name);
        if (!(field instanceof Value.Items items)) {
            return field == null ? List.of() : List.of(new Properties(field, at(name)));
        }
        List<Properties> objects = new ArrayList<>();
        for (Value item : items.items()) {
            objects.add(new Properties(item, at(name) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /**
     * What is read of each property of an object whose keys are data, such as environment variables; none if the object
     * is absent or unresolved.
     */
    <T> Map<String, T> each(String name, BiFunction<Properties, String, T> read) {
        Properties entries = object(name);
        Map<String, T> values = new LinkedHashMap<>();
        if (entries != null && entries.object instanceof Value.Fields fields) {
            fields.fields().keySet().forEach(key -> values.put(key, read.apply(entries, key)));
        }
        return values;
    }

    private <T> Property<T> property(String name, String type, String fix, Function<Value, @Nullable T> convert) {
        Value field = field(name);
        return field == null
                ? Property.absent(at(name), object.location())
                : property(field, at(name), type, fix, convert);
    }

    private static <T> Property<T> property(
            Value value, String path, String type, String fix, Function<Value, @Nullable T> convert) {
        Value.Unresolved unknown = unresolved(value);
        if (unknown != null) {
            return Property.unresolved(path, unknown);
        }
        T converted = convert.apply(value);
        if (converted == null) {
            throw wrong(type, path, value, fix);
        }
        return Property.known(path, value.location(), converted);
    }

    private @Nullable Value field(String name) {
        if (object instanceof Value.Fields fields) {
            return fields.fields().get(name);
        }
        return object;
    }

    private String at(String name) {
        return path + "." + name;
    }

    static TemplateException wrong(String type, String path, Value got, String fix) {
        return new TemplateException(
                "have " + type + " at " + path + " (" + got.location() + ")", Expression.of(got), fix);
    }

    static Value.@Nullable Unresolved unresolved(Value value) {
        if (value instanceof Value.Reference reference) {
            String reason = "resource " + reference.logicalId() + " is known only when deployed";
            return new Value.Unresolved(reference.expression(), reason, List.of(reference), reference.location());
        }
        return value instanceof Value.Unresolved unresolved ? unresolved : null;
    }

    private static @Nullable Double finite(Value value) {
        Double number = Scalars.number(value) == null
                ? null
                : Double.valueOf(Expression.of(value).strip());
        return number != null && Double.isFinite(number) ? number : null;
    }

    private static @Nullable Duration duration(Value value, int least, Function<Long, Duration> unit) {
        Integer number = Scalars.wholeNumber(value);
        return number == null || number < least ? null : unit.apply(number.longValue());
    }

    private static @Nullable List<String> singleton(@Nullable String text) {
        return text == null ? null : List.of(text);
    }
}
