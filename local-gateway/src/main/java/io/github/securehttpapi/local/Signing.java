package io.github.securehttpapi.local;

import java.util.List;

/**
 * How to sign requests to IAM routes.
 *
 * @param credentials what they may be signed with, none if there is no such route
 * @param region the region they are signed for
 */
record Signing(List<TestCredentials> credentials, String region) {}
