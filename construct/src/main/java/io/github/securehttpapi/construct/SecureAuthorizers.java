package io.github.securehttpapi.construct;

import java.util.List;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaResponseType;
import software.amazon.awscdk.services.lambda.IFunction;

/**
 * Authorizers with defaults that are safe, where the CDK's are not. The CDK's {@code HttpJwtAuthorizer}, {@code
 * HttpUserPoolAuthorizer} and {@code HttpIamAuthorizer} are used as they are.
 *
 * <pre>{@code
 * SecureHttpApi.Builder.create(this, "Api")
 *         .defaultAuthorizer(SecureAuthorizers.lambda("Partner", partnerFunction))
 *         .build();
 * }</pre>
 */
public final class SecureAuthorizers {
    private SecureAuthorizers() {}

    /**
     * A Lambda authorizer that gets payload format 2.0 and answers {@code {"isAuthorized": true}}. Its answers are cached
     * for five minutes by the {@code Authorization} header and the route key. The CDK's default leaves the route key out:
     * an answer for one route would then let the caller into every other.
     *
     * <p>So the answer may depend on those two alone. Where it depends on more, such as the {@code id} of {@code
     * /orders/{id}}, build the CDK's {@code HttpLambdaAuthorizer} with a {@code resultsCacheTtl} of 0.
     *
     * <p>The last choice of authorizers, for user stores and entitlements that no token can carry: it adds latency, an
     * answer that may be stale, and a way to fail.
     *
     * @param id the authorizer's construct id, and its name
     * @param function answers whether a request may pass
     * @return the CDK's own authorizer, for a route or an API's default
     */
    public static HttpLambdaAuthorizer lambda(String id, IFunction function) {
        return HttpLambdaAuthorizer.Builder.create(id, function)
                .responseTypes(List.of(HttpLambdaResponseType.SIMPLE))
                .identitySource(List.of("$request.header.Authorization", BoundAuthorizers.ROUTE_KEY))
                .build();
    }

    /**
     * A Lambda authorizer as {@link #lambda(String, IFunction)} makes it, that invokes the function through its alias, so that
     * it starts from its snapshot.
     *
     * @param id the authorizer's construct id, and its name
     * @param function answers whether a request may pass
     * @return the CDK's own authorizer, for a route or an API's default
     */
    public static HttpLambdaAuthorizer lambda(String id, JavaFunction function) {
        return lambda(id, function.getAlias());
    }
}
