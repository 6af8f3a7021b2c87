/**
 * The local gateway, which serves the HTTP API of a synthesized template on localhost as API Gateway would: start at
 * {@link io.github.securehttpapi.local.LocalGateway}, or run {@link io.github.securehttpapi.local.LocalGatewayCommand}.
 *
 * <p>Requests are routed, throttled, turned into payload format 2.0 events and handed to the functions' own handler
 * classes, in this process and without an AWS account. Public routes and {@code RequestStreamHandler}s are served;
 * whatever is not supported is refused at start, by name, and never left open.
 *
 * <p>Not verified against API Gateway, and therefore not to be relied on: the status of a preflight from an origin that
 * is not allowed (204 here); CORS headers on the gateway's own errors; 400 for malformed percent-encoding; 431 for a
 * request line and headers over 10,240 bytes; 500 for an answer that is not JSON or whose status is text; {@code +} as
 * a space in {@code queryStringParameters}; an encoded slash inside one path segment; no bucket for the stage itself;
 * {@code -} for a missing access-log variable; which connection headers the event leaves out.
 */
@NullMarked
package io.github.securehttpapi.local;

import org.jspecify.annotations.NullMarked;
