package io.github.securehttpapi.template;

/**
 * A resource as declared, for what the typed records do not show.
 *
 * @param logicalId its logical id; for what SAM or an OpenAPI document declares within another resource, a name that no
 *     other resource of the model has
 * @param type its CloudFormation type
 * @param properties its properties, intrinsic functions evaluated
 * @param metadata its metadata, as written
 * @param included whether its condition holds; a resource whose condition is false is not in the model
 * @param origin where the template declares it
 * @param location where its declaration starts
 */
public record Resource(
        String logicalId,
        String type,
        Value.Fields properties,
        Value.Fields metadata,
        Property<Boolean> included,
        Origin origin,
        Location location) {
    /**
     * Typed access to the properties.
     *
     * @return the properties
     */
    public Properties typed() {
        return new Properties(properties, "Resources." + logicalId + ".Properties");
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
