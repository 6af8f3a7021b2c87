package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.UnresolvedResource;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the review did not see: it says so, rather than pass it in silence. */
final class NotReviewed implements Rule {
    /** Nested stacks, and the property that says where their template is. */
    private static final Map<String, String> NESTED =
            Map.of("AWS::CloudFormation::Stack", "TemplateURL", "AWS::Serverless::Application", "Location");

    private static final Set<String> ROUTES =
            Set.of("AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Route", "AWS::Serverless::HttpApi");

    private static final String PROCESSED =
            ": review the processed template too, which get-template --template-stage Processed prints";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "not-reviewed",
                Severity.WARNING,
                "a route that nobody has looked at passes for one that was found in order",
                List.of(),
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html");
    }

    @Override
    public void review(Subject subject, Findings findings) {
        Template template = subject.template();
        template.unresolvedResources().forEach(resource -> unresolved(resource, template, findings));
        template.foreignResources().forEach(resource -> foreign(resource, findings));
        leftOut(template, findings);
        template.resources().stream()
                .filter(resource -> NESTED.containsKey(resource.type()))
                .forEach(resource -> nested(resource, findings));
    }

    private static void unresolved(UnresolvedResource resource, Template template, Findings findings) {
        String part = HiddenDocument.part(resource, template);
        String type = resource.type() == null ? "" : " of " + resource.type();
        String name = "'" + resource.logicalId() + "'";
        findings.on(resource.logicalId(), resource.location())
                .as(isApi(resource) ? Severity.WARNING : Severity.NOTE)
                .unknown(
                        (part == null ? name + type : part + " of " + name) + " must be known to be reviewed, got '"
                                + resource.expression() + "'",
                        resource.reason() + advice(resource));
    }

    /** What a transform or a macro makes is there to see once it has run; a parameter's value is not. */
    private static String advice(UnresolvedResource resource) {
        if (resource.reason().startsWith("the OpenAPI document ")) {
            return ": write it inline";
        }
        return resource.type() == null || resource.reason().startsWith("Fn::Transform ") ? PROCESSED : "";
    }

    private static boolean isApi(UnresolvedResource resource) {
        String type = resource.type();
        return type == null || !(type.startsWith("AWS::Lambda::") || NESTED.containsKey(type));
    }

    private static void foreign(Resource resource, Findings findings) {
        findings.on(resource)
                .report(
                        "'" + resource.logicalId() + "' of " + resource.type()
                                + " must be in the template of its API to be reviewed, got API '"
                                + resource.typed().text("ApiId") + "'",
                        "declare it beside its API, or review it by hand and suppress it with a reason");
    }

    /** What a condition leaves out with these parameters may be there with others. */
    private static void leftOut(Template template, Findings findings) {
        Set<String> seen = Stream.concat(
                        template.resources().stream().map(Resource::logicalId),
                        template.unresolvedResources().stream().map(UnresolvedResource::logicalId))
                .collect(Collectors.toSet());
        if (template.document().at(List.of("Resources")) instanceof Value.Fields resources) {
            resources.fields().forEach((logicalId, declaration) -> {
                if (!seen.contains(logicalId)
                        && declaration.at(List.of("Condition")) != null
                        && mayBeCalled(declaration)) {
                    leftOut(logicalId, declaration, findings);
                }
            });
        }
    }

    private static void leftOut(String logicalId, Value declaration, Findings findings) {
        findings.on(logicalId, declaration.location())
                .as(Severity.NOTE)
                .report(
                        "'" + logicalId + "' must be reviewed wherever it is deployed, got condition '"
                                + Shown.of(declaration.at(List.of("Condition")))
                                + "' that is false with these parameters",
                        "review the template with the parameters of each environment");
    }

    private static boolean mayBeCalled(Value declaration) {
        String type = Shown.of(declaration.at(List.of("Type")));
        if (!type.equals("AWS::Serverless::Function")) {
            return ROUTES.contains(type);
        }
        return declaration.at(List.of("Properties", "Events")) instanceof Value.Fields events
                && events.fields().values().stream()
                        .anyMatch(event -> Shown.of(event.at(List.of("Type"))).equals("HttpApi"));
    }

    private static void nested(Resource resource, Findings findings) {
        String property = NESTED.getOrDefault(resource.type(), "");
        findings.on(resource)
                .as(Severity.NOTE)
                .report(
                        "nested stack '" + resource.logicalId() + "' must be reviewed by itself, got '"
                                + template(resource, property) + "'",
                        "review its template too");
    }

    /** A location may be an object too, of an application in the repository. */
    private static String template(Resource resource, String property) {
        return Shown.of(resource.properties().fields().get(property));
    }
}
