/**
 * Lambda authorizers: asks an authorizer's function, understands and keeps its answers. Start at
 * {@link io.github.securehttpapi.local.internal.lambdaauth.LambdaAuthorizer}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.lambdaauth;

import org.jspecify.annotations.NullMarked;
