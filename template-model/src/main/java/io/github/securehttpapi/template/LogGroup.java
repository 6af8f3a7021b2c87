package io.github.securehttpapi.template;

/**
 * A log group of CloudWatch Logs.
 *
 * @param resource the resource as declared
 * @param name its name, absent where CloudFormation names it
 * @param retentionInDays how long it keeps events, for ever where absent
 * @param kmsKey the ARN of the key it is encrypted with; CloudWatch Logs' own where absent
 */
public record LogGroup(
        Resource resource, Property<String> name, Property<Integer> retentionInDays, Property<String> kmsKey) {
    static LogGroup of(Resource resource) {
        Properties properties = resource.typed();
        return new LogGroup(
                resource,
                properties.text("LogGroupName"),
                properties.wholeNumber("RetentionInDays"),
                properties.text("KmsKeyId"));
    }

    /**
     * The log group's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
