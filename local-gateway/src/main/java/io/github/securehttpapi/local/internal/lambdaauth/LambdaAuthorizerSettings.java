package io.github.securehttpapi.local.internal.lambdaauth;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.event.PayloadFormat;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a Lambda authorizer is set up.
 *
 * @param name its name, for messages
 * @param payloadFormatVersion {@code 1.0} or {@code 2.0}
 * @param simpleResponses whether its function answers with a verdict rather than with a policy
 * @param identitySources where the caller's identity is read from, as the template has them
 * @param resultTtl for how long an answer is kept, zero for not at all
 */
public record LambdaAuthorizerSettings(
        String name,
        String payloadFormatVersion,
        boolean simpleResponses,
        List<String> identitySources,
        Duration resultTtl) {
    /** API reference of API Gateway V2, CreateAuthorizer, authorizerResultTtlInSeconds. */
    private static final Duration LONGEST_TTL = Duration.ofHours(1);

    /** Refuses what API Gateway refuses at deployment. */
    public LambdaAuthorizerSettings {
        identitySources = List.copyOf(identitySources);
        String authorizer = "authorizer " + name;
        PayloadFormat format = PayloadFormat.of(payloadFormatVersion);
        if (format == null) {
            throw new Refusal(
                    authorizer + " must have the payload format version 1.0 or 2.0",
                    payloadFormatVersion,
                    "write AuthorizerPayloadFormatVersion: '2.0'");
        }
        if (simpleResponses && format != PayloadFormat.VERSION_2) {
            throw new Refusal(
                    authorizer + " must have the payload format version 2.0 for simple responses",
                    payloadFormatVersion,
                    "write AuthorizerPayloadFormatVersion: '2.0'");
        }
        if (resultTtl.compareTo(LONGEST_TTL) > 0) {
            throw new Refusal(
                    authorizer + " must keep its results for an hour at most",
                    Long.toString(resultTtl.toSeconds()),
                    "write AuthorizerResultTtlInSeconds: 3600 or less");
        }
        if (!resultTtl.isZero() && identitySources.isEmpty()) {
            throw new Refusal(
                    authorizer + " must have an identity source to keep its results by",
                    "none",
                    "API Gateway refuses it, add one or write AuthorizerResultTtlInSeconds: 0");
        }
        identitySources.forEach(expression -> IdentitySource.of(name, expression));
    }

    PayloadFormat format() {
        return Objects.requireNonNull(PayloadFormat.of(payloadFormatVersion));
    }

    List<IdentitySource> sources() {
        return identitySources.stream()
                .map(expression -> IdentitySource.of(name, expression))
                .toList();
    }
}
