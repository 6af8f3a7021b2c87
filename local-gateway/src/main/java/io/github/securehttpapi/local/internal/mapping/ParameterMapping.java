package io.github.securehttpapi.local.internal.mapping;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.Exchange;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.Properties;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An integration's {@code RequestParameters} and {@code ResponseParameters} (API Gateway developer guide,
 * http-api-parameter-mapping.html). All values are taken from what came in, before anything is changed.
 */
public final class ParameterMapping {
    private static final List<Change.Target> OF_REQUEST =
            List.of(Change.Target.HEADER, Change.Target.QUERYSTRING, Change.Target.PATH);

    private static final List<Change.Target> OF_RESPONSE = List.of(Change.Target.HEADER, Change.Target.STATUSCODE);

    private final RequestMapping request;
    private final Map<Integer, ResponseMapping> responses;

    private ParameterMapping(RequestMapping request, Map<Integer, ResponseMapping> responses) {
        this.request = request;
        this.responses = Map.copyOf(responses);
    }

    /** Reads an integration's mappings, and refuses what API Gateway would, or what is not supported. */
    public static ParameterMapping of(Integration integration) {
        String place = "integration " + integration.logicalId();
        Properties properties = integration.resource().typed();
        List<Change> changes = new ArrayList<>();
        Properties parameters = properties.object("RequestParameters");
        for (String key : keys(integration, "RequestParameters")) {
            changes.add(change(place, key, parameters, OF_REQUEST, Source.OF_REQUEST));
        }
        Map<Integer, ResponseMapping> responses = new HashMap<>();
        Properties byStatus = properties.object("ResponseParameters");
        for (String status : keys(integration, "ResponseParameters")) {
            responses.put(status(place, status), response(place, byStatus, status));
        }
        return new ParameterMapping(new RequestMapping(changes), responses);
    }

    /** The request as the integration gets it. */
    public Mapped request(Exchange exchange, Match match) {
        return request.apply(exchange, match);
    }

    /** The integration's answer as the client gets it. */
    public Reply response(Exchange exchange, Match match, Reply reply) {
        ResponseMapping mapping = responses.get(reply.status());
        return mapping == null ? reply : mapping.apply(exchange, match, reply);
    }

    private static Change change(
            String place,
            String key,
            @Nullable Properties parameters,
            List<Change.Target> targets,
            List<Source.Kind> kinds) {
        String value = parameters == null ? "" : parameters.text(key).required();
        return Change.parse(place, key, value, targets, kinds);
    }

    private static ResponseMapping response(String place, @Nullable Properties byStatus, String status) {
        Properties list = byStatus == null ? null : byStatus.object(status);
        List<Change> changes = new ArrayList<>();
        for (Properties parameter : list == null ? List.<Properties>of() : list.objects("ResponseParameters")) {
            String key = parameter.text("Destination").required();
            String value = parameter.text("Source").orElse("");
            changes.add(Change.parse(place, key, value, OF_RESPONSE, Source.OF_RESPONSE));
        }
        if (changes.isEmpty()) {
            String must = place + " must have a list of ResponseParameters for status " + status;
            throw new Refusal(must, "none", "write {\"ResponseParameters\": [{\"Destination\": …, \"Source\": …}]}");
        }
        return new ResponseMapping(place, changes);
    }

    /** CloudFormation, AWS::ApiGatewayV2::Integration ResponseParameter. */
    private static int status(String place, String text) {
        if (!text.matches("[2-5]\\d\\d")) {
            throw new Refusal(place + " must map responses by a status from 200 to 599", text, "write one such as 200");
        }
        return Integer.parseInt(text);
    }

    private static Set<String> keys(Integration integration, String property) {
        Value value = integration.resource().properties().fields().get(property);
        if (value instanceof Value.Fields fields) {
            return fields.fields().keySet();
        }
        if (value != null) {
            String got = value instanceof Value.Unresolved unknown ? unknown.expression() : "no object";
            throw new Refusal(
                    "integration " + integration.logicalId() + " must have known " + property, got, "write an object");
        }
        return Set.of();
    }
}
