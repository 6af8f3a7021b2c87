package io.github.securehttpapi.template;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property of a resource: its value, or that it is absent, or the expression that is known only when deployed.
 *
 * @param <T> the type CloudFormation gives the property
 */
public final class Property<T> {
    private final String path;
    private final Location location;
    private final @Nullable T value;
    private final Value.@Nullable Unresolved unresolved;

    private Property(String path, Location location, @Nullable T value, Value.@Nullable Unresolved unresolved) {
        this.path = path;
        this.location = location;
        this.value = value;
        this.unresolved = unresolved;
    }

    static <T> Property<T> known(String path, Location location, T value) {
        return new Property<>(path, location, value, null);
    }

    static <T> Property<T> unresolved(String path, Value.Unresolved unresolved) {
        return new Property<>(path, unresolved.location(), null, unresolved);
    }

    static <T> Property<T> absent(String path, Location enclosing) {
        return new Property<>(path, enclosing, null, null);
    }

    /**
     * Where in the template's tree the property is.
     *
     * @return such as {@code Resources.Api.Properties.Name}
     */
    public String path() {
        return path;
    }

    /**
     * Where in the file the value starts; for an absent property, where the object that lacks it starts.
     *
     * @return the position
     */
    public Location location() {
        return location;
    }

    /**
     * The value, if the template and the given parameters determine it.
     *
     * @return the value; empty if the property is absent or unresolved
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Whether the template leaves the property out.
     *
     * @return whether there is neither a value nor an expression
     */
    public boolean isAbsent() {
        return value == null && unresolved == null;
    }

    /**
     * Whether the value is known only when deployed.
     *
     * @return whether there is an expression without a value
     */
    public boolean isUnresolved() {
        return unresolved != null;
    }

    /**
     * The resources that an unresolved expression refers to.
     *
     * @return the references; empty for a known value
     */
    public List<Value.Reference> references() {
        return unresolved == null ? List.of() : unresolved.references();
    }

    /**
     * Why the value is known only when deployed.
     *
     * @return the reason; empty if the property is absent or has a value
     */
    public Optional<String> reason() {
        return unresolved == null ? Optional.empty() : Optional.of(unresolved.reason());
    }

    Value.@Nullable Unresolved unknown() {
        return unresolved;
    }

    /**
     * The value, or what holds where the template leaves it out.
     *
     * @param absent CloudFormation's default
     * @return the value or the default
     * @throws TemplateException if the value is known only when deployed
     */
    public T orElse(T absent) {
        return isAbsent() ? absent : required();
    }

    /**
     * The value of a property that has to be there.
     *
     * @return the value
     * @throws TemplateException if it is absent or known only when deployed
     */
    public T required() {
        if (value != null) {
            return value;
        }
        String place = path + " (" + location + ")";
        throw unresolved == null
                ? new TemplateException("have a value at " + place, "", "add the property")
                : new TemplateException("have a known value at " + place, unresolved.expression(), unresolved.reason());
    }

    /** The value or expression as text, {@code -} where absent. */
    @Override
    public String toString() {
        if (unresolved != null) {
            return unresolved.expression();
        }
        return value == null ? "-" : value.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Property<?> that
                && path.equals(that.path)
                && location.equals(that.location)
                && Objects.equals(value, that.value)
                && Objects.equals(unresolved, that.unresolved);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, location, value, unresolved);
    }
}
