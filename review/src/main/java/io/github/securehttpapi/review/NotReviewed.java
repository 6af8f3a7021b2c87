package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.UnresolvedResource;
import java.util.List;
import java.util.Map;

/** What the review did not see: it says so, rather than pass it in silence. */
final class NotReviewed implements Rule {
    /** Nested stacks, and the property that says where their template is. */
    private static final Map<String, String> NESTED =
            Map.of("AWS::CloudFormation::Stack", "TemplateURL", "AWS::Serverless::Application", "Location");

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
        template.unresolvedResources().forEach(resource -> unresolved(resource, findings));
        template.foreignResources().forEach(resource -> foreign(resource, findings));
        template.resources().stream()
                .filter(resource -> NESTED.containsKey(resource.type()))
                .forEach(resource -> nested(resource, findings));
    }

    private static void unresolved(UnresolvedResource resource, Findings findings) {
        String type = resource.type() == null ? "" : " of " + resource.type();
        findings.on(resource.logicalId(), resource.location())
                .as(isApi(resource) ? Severity.WARNING : Severity.NOTE)
                .unknown(
                        "'" + resource.logicalId() + "'" + type + " must be known to be reviewed, got '"
                                + resource.expression() + "'",
                        resource.reason() + (resource.type() == null ? PROCESSED : ""));
    }

    private static boolean isApi(UnresolvedResource resource) {
        return resource.type() == null || !resource.type().startsWith("AWS::Lambda::");
    }

    private static void foreign(Resource resource, Findings findings) {
        findings.on(resource)
                .report(
                        "'" + resource.logicalId() + "' of " + resource.type()
                                + " must be in the template of its API to be reviewed, got API '"
                                + resource.typed().text("ApiId") + "'",
                        "declare it beside its API, or review it by hand and write an exception");
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
