package io.github.securehttpapi.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a route calls. What API Gateway changes in requests and responses on the way, {@code RequestParameters} and
 * {@code ResponseParameters}, is in {@code resource().typed()}.
 *
 * @param resource the resource as declared
 * @param type such as {@code AWS_PROXY}
 * @param subtype an AWS service action, such as {@code SQS-SendMessage}
 * @param uri what is called, usually unresolved with a reference to a function, alias or version
 * @param payloadFormatVersion {@code 1.0} or {@code 2.0}
 * @param timeout how long API Gateway waits, 30 s where absent
 * @param function the function that {@code uri} leads to, through an alias or version too; null if it leads to none
 *     in this template
 */
public record Integration(
        Resource resource,
        Property<String> type,
        Property<String> subtype,
        Property<String> uri,
        Property<String> payloadFormatVersion,
        Property<Duration> timeout,
        @Nullable LambdaFunction function) {
    /**
     * The integration's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
