package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.UnresolvedResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what one rule finds.
 *
 * <pre>{@code
 * findings.on(route).at(location).report("route 'GET /x' must …, got '…'", "give it …", change);
 * }</pre>
 */
final class Findings {
    private final RuleDescription rule;
    private final Template template;
    private final List<Finding> found;

    Findings(RuleDescription rule, Template template, List<Finding> found) {
        this.rule = rule;
        this.template = template;
        this.found = found;
    }

    /** A finding about a route, at its declaration unless told otherwise. */
    Entry on(Route route) {
        return new Entry(
                route.resource().origin().logicalId(),
                route.routeKey(),
                route.resource().location());
    }

    /** A finding about a route that another resource has to be changed for, such as its stage. */
    Entry on(Route route, Resource changed) {
        return new Entry(
                changed.origin().logicalId(), route.routeKey(), route.resource().location());
    }

    /** A finding about a resource, at its declaration unless told otherwise. */
    Entry on(Resource resource) {
        return on(resource, resource.location());
    }

    Entry on(Resource resource, Location location) {
        return new Entry(resource.origin().logicalId(), null, location);
    }

    /** A finding about something that is no resource of the model, such as a section of the template. */
    Entry on(String logicalId, Location location) {
        return new Entry(logicalId, null, location);
    }

    /** One finding in the making. */
    final class Entry {
        private final String resource;
        private @Nullable String route;
        private Location location;
        private Severity severity = rule.severity();

        private Entry(String resource, @Nullable String route, Location location) {
            this.resource = resource;
            this.route = route;
            this.location = location;
        }

        Entry at(Location other) {
            location = other;
            return this;
        }

        /** The route that the finding is about, where that is not what it points to. */
        Entry about(String routeKey) {
            route = routeKey;
            return this;
        }

        Entry at(Property<?> property) {
            return at(property.location());
        }

        /** A lighter severity than the rule's. */
        Entry as(Severity lighter) {
            severity = lighter;
            return this;
        }

        void report(String message, String fix, Change... changes) {
            report(message, fix, List.of(changes));
        }

        void report(String message, String fix, List<Change> changes) {
            add(severity, message, fix, changes.stream().filter(this::isNew).toList(), false);
        }

        /**
         * The rule cannot judge, since a property is known only when deployed: a note, or the severity that was set.
         *
         * @param question what it would have told, such as {@code whether route 'GET /x' has an authorizer}
         */
        void unresolved(Property<?> property, String question) {
            location = property.location();
            String fix = property.reason().orElse("write a value that the template determines");
            unresolved(property.path(), property.toString(), fix, question);
        }

        /** The same of what is no property of the model, such as an item of a list, at the place that was set. */
        void unresolved(String path, String expression, String fix, String question) {
            String message =
                    "cannot tell " + question + ": " + path + " is known only when deployed, got '" + expression + "'";
            add(severity == rule.severity() ? Severity.NOTE : severity, message, fix, List.of(), true);
        }

        /**
         * The rule cannot judge, since a declaration that may decide is known only when deployed: a note, or the severity
         * that was set.
         */
        void unresolved(UnresolvedResource hidden, String question) {
            location = hidden.location();
            String message = "cannot tell " + question + ": " + hidden.logicalId()
                    + " is known only when deployed, got '" + hidden.expression() + "'";
            add(severity == rule.severity() ? Severity.NOTE : severity, message, hidden.reason(), List.of(), true);
        }

        /** Something cannot be judged at all, since it is known only when deployed: at the severity that is set. */
        void unknown(String message, String fix) {
            add(severity, message, fix, List.of(), true);
        }

        /** A parameter that the template has stays as it is, with its default. */
        private boolean isNew(Change change) {
            List<String> path = change.path();
            boolean declaresParameter = path.size() == 2 && path.get(0).equals("Parameters") && change.value() != null;
            return !declaresParameter || template.document().at(path) == null;
        }

        private void add(Severity weight, String message, String fix, List<Change> changes, boolean unresolved) {
            found.add(new Finding(
                    rule.id(),
                    weight,
                    route,
                    resource,
                    message,
                    Fragment.fix(
                            template.document(), template.syntax(), fix, ManagedOverrides.declared(template, changes)),
                    location,
                    unresolved));
        }
    }
}
