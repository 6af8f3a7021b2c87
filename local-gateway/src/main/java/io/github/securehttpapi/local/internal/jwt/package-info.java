/**
 * JWT authorizers: tokens verified as API Gateway verifies them, against the keys of the real issuer or of one that this
 * gateway is itself. Start at {@link io.github.securehttpapi.local.internal.jwt.JwtAuthorizers}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.jwt;

import org.jspecify.annotations.NullMarked;
