/**
 * What routes call, and the forms in which it is called. Start at
 * {@link io.github.securehttpapi.local.internal.integration.LambdaIntegration}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.integration;

import org.jspecify.annotations.NullMarked;
