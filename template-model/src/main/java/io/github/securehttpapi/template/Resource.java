package io.github.securehttpapi.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as declared, for what the typed records do not show.
 *
 * @param logicalId its logical id; for what SAM or an OpenAPI document declares within another resource, a name that no
 *     other resource of the model has
 * @param type its CloudFormation type
 * @param properties its properties, intrinsic functions evaluated
 * @param metadata its metadata, as written
 * @param dependsOn the logical ids that its {@code DependsOn} names
 * @param condition the name of its condition, or null
 * @param included whether its condition holds; a resource whose condition is false is not in the model
 * @param origin where the template declares it
 * @param location where its declaration starts
 */
public record Resource(
        String logicalId,
        String type,
        Value.Fields properties,
        Value.Fields metadata,
        List<String> dependsOn,
        @Nullable String condition,
        Property<Boolean> included,
        Origin origin,
        Location location) {
    /**
     * Copies the list.
     *
     * @param logicalId the logical id
     * @param type the type
     * @param properties the properties
     * @param metadata the metadata
     * @param dependsOn the dependsOn
     * @param condition the condition
     * @param included the included
     * @param origin the origin
     * @param location the location
     */
    public Resource {
        dependsOn = List.copyOf(dependsOn);
    }

    /** One that depends on no other and has no condition of its own. */
    Resource(
            String logicalId,
            String type,
            Value.Fields properties,
            Value.Fields metadata,
            Property<Boolean> included,
            Origin origin,
            Location location) {
        this(logicalId, type, properties, metadata, List.of(), null, included, origin, location);
    }

    /**
     * Typed access to the properties.
     *
     * @return the properties
     */
    public Properties typed() {
        String path = String.join(".", origin.path());
        return new Properties(properties, origin.kind() == Origin.Kind.RESOURCE ? path + ".Properties" : path);
    }

    /**
     * Whether the template gives a property, with a value or an unresolved expression.
     *
     * @param name the property's name
     * @return whether it is there
     */
    public boolean has(String name) {
        return properties.fields().containsKey(name);
    }
}
