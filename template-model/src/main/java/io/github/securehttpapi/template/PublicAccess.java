package io.github.securehttpapi.template;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a route is public, from {@code Metadata.SecureHttpApi.PublicAccess}, which {@code SecureHttpApi} writes on a
 * route and others may write by hand.
 *
 * <p>On an {@code AWS::ApiGatewayV2::Route} it is an object for that route. SAM functions and APIs, and APIs with an
 * OpenAPI document, declare many routes: there it is a list, or one object, of which each entry names its route, and one
 * that names none is for none. What a function says of its routes goes before what their API says.
 *
 * <pre>{@code
 * Contacts:
 *   Type: AWS::Serverless::Function
 *   Metadata:
 *     SecureHttpApi:
 *       PublicAccess:
 *         - Route: GET /health
 *           Reason: load balancer probe
 *           Owner: platform
 *           Until: 2027-01-31
 * }</pre>
 *
 * @param reason the reason
 * @param owner who answers for it, or null
 * @param until the day after which it has to be looked at again, or null
 */
public record PublicAccess(
        String reason, @Nullable String owner, @Nullable LocalDate until) {}
