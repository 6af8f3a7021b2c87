/**
 * The CDK construct for an API Gateway HTTP API that is safe by default: start at {@link
 * io.github.securehttpapi.construct.SecureHttpApi}, to which {@link io.github.securehttpapi.construct.SecureRoute}s are
 * added.
 *
 * <ul>
 *   <li>Who may call: {@link io.github.securehttpapi.construct.SecureAuthorizers} beside the CDK's own authorizers, {@link
 *       io.github.securehttpapi.construct.PublicAccess} for anyone, {@link io.github.securehttpapi.construct.Cors} for pages
 *       in a browser.
 *   <li>Where it answers: {@link io.github.securehttpapi.construct.ApiDomain}, with {@link
 *       io.github.securehttpapi.construct.MutualTls}.
 *   <li>What answers: {@link io.github.securehttpapi.construct.JavaFunction}, or any function or integration of the CDK.
 *   <li>What is seen of it: {@link io.github.securehttpapi.construct.AccessLogField}s and {@link
 *       io.github.securehttpapi.construct.ApiAlarms}.
 *   <li>What judges it, and any other HTTP API of the app: {@link io.github.securehttpapi.construct.GatewayReview}.
 *   <li>Whether it should be an HTTP API at all: {@link io.github.securehttpapi.construct.ApiChoice}.
 * </ul>
 */
@NullMarked
package io.github.securehttpapi.construct;

import org.jspecify.annotations.NullMarked;
