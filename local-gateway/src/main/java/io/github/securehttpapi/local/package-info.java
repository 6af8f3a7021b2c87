/**
 * The local gateway, which serves the HTTP API of a synthesized template on localhost as API Gateway would: start at
 * {@link io.github.securehttpapi.local.LocalGateway}, or run {@link io.github.securehttpapi.local.command.LocalGatewayCommand}.
 *
 * <p>Requests are routed, throttled, turned into payload format 2.0 events and handed to the functions' own handler
 * classes, in this process and without an AWS account. Public routes, JWT, IAM and Lambda authorizers and
 * {@code RequestStreamHandler}s are served; whatever is not supported is refused at start, by name, and never left open.
 *
 * <p>A template that does not tell all of its routes is refused as well, since a public route may answer in the place of
 * one that is missing. On one point the gateway is stricter than the cloud: a browser's request for a page of another
 * origin reaches a function only if the CORS configuration allows that origin.
 *
 * <p>Not verified against API Gateway, and therefore not to be relied on: the status of a preflight from an origin that
 * is not allowed (204 here); CORS headers on the gateway's own errors; 400 for malformed percent-encoding; 431 for a
 * request line and headers over 10,240 bytes; 500 for an answer that is not JSON, whose status is text or whose headers
 * have characters outside ISO-8859-1; inference from {@code {"statusCode":null}} as if it were not there; {@code +} as
 * a space in {@code queryStringParameters}; an encoded slash inside one path segment; a full match before a greedy one
 * with more literal segments, which is documented but not recorded; a greedy capture without the slash of an empty
 * segment; no bucket for the stage itself, and no request through one whose rate or burst is missing or 0; {@code -} for
 * a missing access-log variable; most of what {@code www-authenticate} says, and how tokens are taken
 * that RFC 7519 allows but issuers do not make; what of Signature Version 4 and of Lambda authorizers only the reference page lists; which
 * connection headers the event leaves out; the end of a
 * connection after 30 seconds' pause within a request, or 75 seconds without one.
 */
@NullMarked
package io.github.securehttpapi.local;

import org.jspecify.annotations.NullMarked;
