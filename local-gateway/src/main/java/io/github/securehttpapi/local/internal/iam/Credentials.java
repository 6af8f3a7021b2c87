package io.github.securehttpapi.local.internal.iam;

import org.jspecify.annotations.Nullable;

/**
 * Credentials that a request may be signed with.
 *
 * @param accessKeyId the access key's id
 * @param secretAccessKey the access key
 * @param sessionToken the token that goes with temporary credentials, or null
 */
public record Credentials(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {}
