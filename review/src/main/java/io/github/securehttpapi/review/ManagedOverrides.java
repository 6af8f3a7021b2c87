package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What changes the route, the integration and the stage that an API with a {@code Target} has by itself: the API has no
 * properties for that, but a resource of its own does (CloudFormation, AWS::ApiGatewayV2::ApiGatewayManagedOverrides).
 */
final class ManagedOverrides {
    private static final String TYPE = "AWS::ApiGatewayV2::ApiGatewayManagedOverrides";

    private ManagedOverrides() {}

    /** The changes, before them those that declare the overrides which they write to and the template does not have. */
    static List<Change> declared(Template template, List<Change> changes) {
        List<Change> all = new ArrayList<>();
        for (HttpApi api : template.httpApis()) {
            for (Stage stage : api.stages()) {
                Origin origin = stage.resource().origin();
                if (origin.kind() == Origin.Kind.QUICK_CREATE) {
                    all.addAll(declaration(template, origin, changes));
                }
            }
        }
        all.addAll(changes);
        return all;
    }

    private static List<Change> declaration(Template template, Origin origin, List<Change> changes) {
        List<String> resource = origin.path().subList(0, 2);
        boolean written = changes.stream()
                .anyMatch(change ->
                        change.path().size() > 2 && change.path().subList(0, 2).equals(resource));
        if (!written || template.document().at(resource) != null) {
            return List.of();
        }
        return List.of(
                new Change(Raw.at(resource, "Type"), TYPE),
                new Change(Raw.at(Raw.at(resource, "Properties"), "ApiId"), Map.of("Ref", origin.logicalId())));
    }
}
