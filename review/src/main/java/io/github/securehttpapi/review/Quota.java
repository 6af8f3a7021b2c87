package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Value;
import java.util.List;

/** More of something than an API may have. What to give up is the team's to say. */
final class Quota implements ApiRule {
    private static final int MAX_ROUTES = 300;
    private static final int MAX_INTEGRATIONS = 300;
    private static final int MAX_STAGES = 10;
    private static final int MAX_AUTHORIZERS = 10;
    private static final int MAX_SCOPES = 10;

    private static final String RAISE =
            "split the API, or have AWS raise this API's quota, and suppress it with a reason that says so";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "quota",
                Severity.ERROR,
                "the deployment fails, often after months of growth and on the day that it matters",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        raisable(api, "routes", api.routes().size(), MAX_ROUTES, findings);
        raisable(api, "stages", api.stages().size(), MAX_STAGES, findings);
        raisable(api, "authorizers", api.authorizers().size(), MAX_AUTHORIZERS, findings);
        int integrations = (int) subject.template().resources().stream()
                .filter(resource -> isIntegrationOf(resource, api))
                .count();
        if (integrations > MAX_INTEGRATIONS) {
            findings.on(api.resource())
                    .report(
                            count(api, "integrations", integrations, MAX_INTEGRATIONS),
                            "let the routes of one function share an integration, or split the API");
        }
        api.routes().forEach(route -> scopes(route, findings));
    }

    private static void raisable(HttpApi api, String things, int number, int most, Findings findings) {
        if (number > most) {
            findings.on(api.resource()).as(Severity.WARNING).report(count(api, things, number, most), RAISE);
        }
    }

    private static String count(HttpApi api, String things, int number, int most) {
        return "API '" + api.logicalId() + "' must have at most " + most + " " + things + ", got '" + number + "'";
    }

    private static boolean isIntegrationOf(Resource resource, HttpApi api) {
        return resource.type().equals("AWS::ApiGatewayV2::Integration")
                && resource.typed().text("ApiId").references().stream()
                        .anyMatch(reference -> reference.logicalId().equals(api.logicalId()));
    }

    /** A list of which one scope is known only when deployed still has a known length. */
    private static void scopes(Route route, Findings findings) {
        Property<List<String>> scopes = route.scopes();
        Value listed = route.resource().properties().fields().get("AuthorizationScopes");
        String name = "route '" + route.routeKey() + "'";
        if (listed instanceof Value.Items items) {
            if (items.items().size() > MAX_SCOPES) {
                findings.on(route)
                        .at(items.location())
                        .report(
                                name + " must have at most 10 scopes, got '"
                                        + items.items().size() + "'",
                                "give what is always granted together one scope of its own");
            }
        } else if (scopes.isUnresolved()) {
            findings.on(route).unresolved(scopes, "whether " + name + " has at most 10 scopes");
        }
    }
}
