package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.UnresolvedResource;
import io.github.securehttpapi.template.Value;

/** Refuses to serve a route table that may be wrong: a route that is left out may leave a public one in its place. */
final class Certainty {
    private Certainty() {}

    /** Unresolved functions and permissions are no routes: whatever leads to them is refused or warned of by name. */
    static void check(Template template) {
        for (UnresolvedResource unresolved : template.unresolvedResources()) {
            String type = unresolved.type();
            if (type == null || !type.startsWith("AWS::Lambda::")) {
                String must = "resource " + unresolved.logicalId() + " (" + unresolved.location()
                        + ") must be known for the route table to be right";
                throw new Refusal(must, shortened(unresolved.expression()), unresolved.reason());
            }
        }
    }

    static void check(HttpApi api) {
        certain(api.resource());
        api.routes().forEach(route -> certain(route.resource()));
        for (Stage stage : api.stages()) {
            certain(stage.resource());
            named(stage);
            known(stage, "RouteSettings");
            known(stage, "StageVariables");
        }
    }

    /** The stage's name is the start of every path. */
    private static void named(Stage stage) {
        Property<String> name = stage.resource().typed().text("StageName");
        if (name.isUnresolved()) {
            String must = "resource " + stage.logicalId() + " (" + name.location()
                    + ") must be known for the route table to be right";
            throw new Refusal(must, shortened(name.toString()), name.reason().orElse(""));
        }
    }

    /** The model has no entries for an object that is not known, as if there were none. */
    private static void known(Stage stage, String property) {
        Value value = stage.resource().properties().fields().get(property);
        String must = "stage " + stage.name() + " must have known " + property;
        if (value instanceof Value.Unresolved unknown) {
            throw new Refusal(must, shortened(unknown.expression()), unknown.reason());
        }
        if (value instanceof Value.Reference reference) {
            throw new Refusal(must, reference.expression(), "write an object");
        }
    }

    private static void certain(Resource resource) {
        resource.included().orElse(true);
    }

    private static String shortened(String expression) {
        return expression.length() <= 200 ? expression : expression.substring(0, 200) + "…";
    }
}
