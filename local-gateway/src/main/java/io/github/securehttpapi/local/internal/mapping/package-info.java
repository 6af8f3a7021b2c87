/**
 * What API Gateway changes in a request on its way to the integration, and in the answer on its way back. Start at
 * {@link io.github.securehttpapi.local.internal.mapping.ParameterMapping}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.mapping;

import org.jspecify.annotations.NullMarked;
