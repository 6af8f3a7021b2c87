package io.github.securehttpapi.template;

import org.jspecify.annotations.Nullable;

/**
 * An {@code AWS::Serverless::HttpApi} while its events are added.
 *
 * @param declared the API as declared
 * @param definition its operations and security schemes
 * @param auth its authorizers
 * @param isManaged whether SAM writes the whole OpenAPI document, in which no route may be declared twice
 * @param hidden why its OpenAPI document is not known, or null if it is
 */
record SamApi(
        Resource declared, Definition definition, SamAuth auth, boolean isManaged, Value.@Nullable Unresolved hidden) {
    Origin origin() {
        return definition.api().origin();
    }
}
