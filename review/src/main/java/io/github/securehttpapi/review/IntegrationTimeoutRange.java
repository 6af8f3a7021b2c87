package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** An integration that waits for shorter or longer than API Gateway does. */
final class IntegrationTimeoutRange implements ApiRule {
    /** AWS::ApiGatewayV2::Integration, TimeoutInMillis. */
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "integration-timeout-range",
                Severity.ERROR,
                "the deployment fails",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Set<String> judged = new HashSet<>();
        api.routes().stream()
                .map(Route::integration)
                .filter(Objects::nonNull)
                .filter(integration -> judged.add(integration.logicalId()))
                .forEach(integration -> judge(integration, findings));
    }

    private static void judge(Integration integration, Findings findings) {
        Property<Duration> timeout = integration.timeout();
        String name = name(integration);
        if (timeout.isUnresolved()) {
            findings.on(integration.resource()).unresolved(timeout, "whether " + name + " waits for 50 ms to 30 s");
            return;
        }
        Duration wait = timeout.orElse(LONGEST);
        if (wait.compareTo(SHORTEST) < 0) {
            report(integration, findings, SHORTEST, "wait for as long as the backend takes");
        } else if (wait.compareTo(LONGEST) > 0) {
            report(integration, findings, LONGEST, "wait for 30 s, and answer 202 at once to what takes longer");
        }
    }

    private static void report(Integration integration, Findings findings, Duration nearest, String advice) {
        Property<Duration> timeout = integration.timeout();
        findings.on(integration.resource())
                .at(timeout)
                .report(
                        name(integration) + " must wait for 50 ms to 30 s, got '"
                                + timeout.required().toMillis() + "' ms",
                        advice,
                        change(integration, nearest));
    }

    private static Change change(Integration integration, Duration wait) {
        Placement place = Placement.of(integration.resource());
        int millis = Math.toIntExact(wait.toMillis());
        Origin.Kind kind = integration.resource().origin().kind();
        return kind == Origin.Kind.OPENAPI
                ? place.in("x-amazon-apigateway-integration").set("timeoutInMillis", millis)
                : place.set("TimeoutInMillis", millis);
    }

    /** One that is declared with its route, in SAM or OpenAPI, has no id there that its author would know. */
    private static String name(Integration integration) {
        Origin origin = integration.resource().origin();
        List<String> path = origin.path();
        return switch (origin.kind()) {
            case OPENAPI -> "integration of '" + path.get(path.size() - 1) + " " + path.get(path.size() - 2) + "'";
            case SAM_EVENT -> "integration of event '" + path.get(path.size() - 1) + "'";
            case QUICK_CREATE -> "integration of API '" + origin.logicalId() + "'";
            case RESOURCE, SAM_API, SAM_IMPLICIT_API, SAM_FUNCTION -> "integration '" + integration.logicalId() + "'";
        };
    }
}
