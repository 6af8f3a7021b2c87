package io.github.securehttpapi.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In what a template is written, and so in what a change to it has to be. */
public enum Dialect {
    /** Plain CloudFormation. */
    CLOUDFORMATION,
    /** AWS SAM: the template has its transform, or resources of its types. */
    SAM,
    /** Synthesized by the CDK: a change belongs into the app. */
    CDK;

    private static final String SAM_TRANSFORM = "AWS::Serverless-";
    private static final String SAM_TYPES = "AWS::Serverless::";

    static Dialect of(Value.Fields template) {
        Map<String, Value> resources = Lookup.entries(template.fields().get("Resources"));
        if (resources.values().stream().anyMatch(Dialect::isOfCdk)) {
            return CDK;
        }
        boolean sam = isSam(template.fields().get("Transform"))
                || resources.values().stream().anyMatch(resource -> startsWith(Lookup.at(resource, "Type"), SAM_TYPES));
        return sam ? SAM : CLOUDFORMATION;
    }

    private static boolean isOfCdk(Value resource) {
        return Lookup.at(resource, "Metadata", "aws:cdk:path") != null
                || startsWith(Lookup.at(resource, "Type"), "AWS::CDK::Metadata");
    }

    private static boolean isSam(@Nullable Value transform) {
        return startsWith(transform, SAM_TRANSFORM)
                || Lookup.items(transform).stream().anyMatch(item -> startsWith(item, SAM_TRANSFORM));
    }

    private static boolean startsWith(@Nullable Value value, String prefix) {
        return value instanceof Value.Text text && text.text().startsWith(prefix);
    }
}
