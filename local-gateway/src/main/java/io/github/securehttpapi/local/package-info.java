/**
 * The local gateway, which serves the HTTP API of a template on localhost as API Gateway would: start at
 * {@link io.github.securehttpapi.local.LocalGateway}, or run
 * {@link io.github.securehttpapi.local.command.LocalGatewayCommand}.
 *
 * <p>Requests are routed, throttled and authorized, by JWT, IAM and Lambda authorizers, and reach the functions' own
 * Java handlers or HTTP proxies' backends: in this process, and without an AWS account. What is not supported is refused
 * at start, by name, and never left open; so is a template that does not tell all of its routes, since a public route may
 * answer in the place of one that is missing.
 *
 * <p>On two points the gateway is stricter than the cloud: it answers only to {@code localhost}, and a browser's request
 * for a page of another origin reaches a function only if the CORS configuration allows that origin. What of its
 * behaviour is not verified against API Gateway, and therefore not to be relied on, is listed in
 * {@code docs/reference/local-gateway.md}.
 *
 * <p>{@link io.github.securehttpapi.local.LocalGateway} and {@link io.github.securehttpapi.local.ServedRoute} are {@linkplain
 * io.github.securehttpapi.template.Experimental experimental}, since the gateway's settings follow what it learns to serve:
 * tests are better off with {@code LocalHttpApi} of the testing module, and scripts with the command.
 */
@NullMarked
package io.github.securehttpapi.local;

import org.jspecify.annotations.NullMarked;
