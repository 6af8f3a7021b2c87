package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the events of a function that concern an HTTP API. What cannot be told is reported as a route. */
final class SamEventReader {
    private final Map<String, Resource> resources;
    private final Collection<UnresolvedResource> unresolved;

    SamEventReader(Map<String, Resource> resources, Collection<UnresolvedResource> unresolved) {
        this.resources = resources;
        this.unresolved = unresolved;
    }

    List<SamEvent> read(Resource function) {
        List<SamEvent> read = new ArrayList<>();
        Value events = function.properties().fields().get("Events");
        String place = "Resources." + function.logicalId() + ".Properties.Events";
        if (events == null || events instanceof Value.Nothing || isUnknown(function, events)) {
            return read;
        }
        object(events, place).fields().forEach((id, event) -> {
            if (!isUnknown(function, event)) {
                read(function, id, object(event, place + "." + id), read);
            }
        });
        return read;
    }

    /** SAM has no HttpApi event of a state machine, but for its Api event people write it (SAM specification). */
    void reportRoutes(Resource stateMachine) {
        Lookup.entries(stateMachine.properties().fields().get("Events")).forEach((id, event) -> {
            if (Lookup.at(event, "Type") instanceof Value.Text type
                    && type.text().equals("HttpApi")) {
                String reason = "AWS SAM documents no HttpApi event of a state machine";
                report(stateMachine, new Value.Unresolved(Expression.of(event), reason, List.of(), event.location()));
            }
        });
    }

    private void read(Resource function, String id, Value.Fields event, List<SamEvent> read) {
        Value type = event.fields().get("Type");
        if (type == null || isUnknown(function, type)) {
            return;
        }
        Origin origin = Origin.event(function.logicalId(), id, event.location());
        Value properties = event.fields().get("Properties");
        Value declared = properties == null ? new Value.Fields(Map.of(), event.location()) : properties;
        if (Expression.of(type).equals("Api")) {
            refuseHttpApi(declared, origin);
        } else if (Expression.of(type).equals("HttpApi") && !isUnknown(function, declared)) {
            Value.Fields known = object(declared, String.join(".", origin.path()) + ".Properties");
            SamEvent httpApi = event(id, function, known, origin);
            if (httpApi != null) {
                read.add(httpApi);
            }
        }
    }

    private @Nullable SamEvent event(String id, Resource function, Value.Fields properties, Origin origin) {
        Value path = properties.fields().get("Path");
        Value method = properties.fields().get("Method");
        String place = String.join(".", origin.path()) + ".Properties.";
        if ((path != null && isUnknown(function, path)) || (method != null && isUnknown(function, method))) {
            return null;
        }
        String methodText = text(method, place + "Method", "write get, or any for every method");
        String pathText = text(path, place + "Path", "write it like /health");
        if (pathText.isEmpty() && !methodText.isEmpty()) {
            throw new TemplateException(
                    "have a Path at " + place + "Path (" + properties.location() + ")", "", "add it beside Method");
        }
        String used = methodText.isEmpty() ? Operation.ANY : methodText;
        return new SamEvent(
                id, function, properties, pathText.isEmpty() ? Operation.DEFAULT_ROUTE : pathText, used, origin);
    }

    private static String text(@Nullable Value value, String place, String fix) {
        if (value == null || value instanceof Value.Text) {
            return value == null ? "" : Expression.of(value);
        }
        throw Properties.wrong("text", place, value, fix);
    }

    /** A REST API's event on an HTTP API, which SAM refuses. */
    private void refuseHttpApi(Value properties, Origin origin) {
        Value api = Lookup.at(properties, "RestApiId");
        Resource referred = api instanceof Value.Reference reference ? resources.get(reference.logicalId()) : null;
        if (api != null && referred != null && referred.type().equals(Desugaring.SAM_API)) {
            throw Properties.wrong(
                    "a reference to an AWS::Serverless::Api",
                    String.join(".", origin.path()) + ".Properties.RestApiId",
                    api,
                    "write Type: HttpApi and ApiId for an HTTP API");
        }
    }

    private boolean isUnknown(Resource function, Value value) {
        Value.Unresolved unknown = Lookup.unresolved(value);
        if (unknown != null) {
            report(function, unknown);
        }
        return unknown != null;
    }

    private void report(Resource function, Value.Unresolved unknown) {
        unresolved.add(UnresolvedResource.of(function.logicalId(), Desugaring.ROUTE, unknown));
    }

    private static Value.Fields object(Value value, String place) {
        if (value instanceof Value.Fields fields) {
            return fields;
        }
        throw Properties.wrong("an object", place, value, "write {…}");
    }
}
