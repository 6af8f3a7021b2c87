package io.github.securehttpapi.template;

/**
 * A statement of a function's resource policy.
 *
 * @param resource the resource as declared
 * @param action such as {@code lambda:InvokeFunction}
 * @param principal such as {@code apigateway.amazonaws.com}
 * @param functionName the function, alias or version, usually unresolved with a reference to it
 * @param sourceArn who may call, usually unresolved with a reference to the API
 */
public record LambdaPermission(
        Resource resource,
        Property<String> action,
        Property<String> principal,
        Property<String> functionName,
        Property<String> sourceArn) {
    /**
     * The permission's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }

    /**
     * Whether API Gateway may invoke a function on behalf of an API. What the source ARN says about stages, methods and
     * paths is not looked at.
     *
     * @param apiLogicalId the API's logical id
     * @param functionLogicalId the logical id of the function, alias or version that is invoked
     * @return whether this statement allows it, as far as the template tells
     */
    public boolean allows(String apiLogicalId, String functionLogicalId) {
        boolean invoke = action.value().stream()
                .anyMatch(text -> text.equals("lambda:InvokeFunction") || text.equals("lambda:*"));
        return invoke
                && principal.value().stream().anyMatch("apigateway.amazonaws.com"::equals)
                && refersTo(functionName, functionLogicalId)
                && (sourceArn.isAbsent() || refersTo(sourceArn, apiLogicalId));
    }

    private static boolean refersTo(Property<String> property, String logicalId) {
        return property.references().stream()
                .anyMatch(reference -> reference.logicalId().equals(logicalId));
    }
}
