package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Value;
import java.util.List;

/** A stage that no deployment leads to: neither does it deploy by itself, nor does the template deploy to it. */
final class StageAutoDeploy implements ApiRule {
    private static final String DEPLOYMENT = "AWS::ApiGatewayV2::Deployment";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "stage-auto-deploy",
                Severity.WARNING,
                "a route that was closed in the template stays open, since no change is ever deployed",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        boolean deploys = deploys(subject.template().document());
        for (Stage stage : api.stages()) {
            if (stage.autoDeploy().isUnresolved()) {
                findings.on(stage.resource())
                        .unresolved(stage.autoDeploy(), "whether changes reach stage '" + stage.name() + "'");
            } else if (!stage.autoDeploy().orElse(false)
                    && !deploys
                    && !stage.resource().has("DeploymentId")) {
                report(stage, findings);
            }
        }
    }

    /** Whether the template has a deployment, of whichever API: which one it is for may not be told. */
    private static boolean deploys(Value.Fields document) {
        return document.fields().get("Resources") instanceof Value.Fields resources
                && resources.fields().values().stream().anyMatch(StageAutoDeploy::isDeployment);
    }

    private static boolean isDeployment(Value resource) {
        return resource instanceof Value.Fields fields
                && fields.fields().get("Type") instanceof Value.Text type
                && type.text().equals(DEPLOYMENT);
    }

    private static void report(Stage stage, Findings findings) {
        findings.on(stage.resource())
                .report(
                        "stage '" + stage.name() + "' must deploy changes, got AutoDeploy '"
                                + stage.autoDeploy().orElse(false) + "' and no " + DEPLOYMENT,
                        "have it deploy each change by itself",
                        Placement.of(stage.resource()).set("AutoDeploy", true));
    }
}
