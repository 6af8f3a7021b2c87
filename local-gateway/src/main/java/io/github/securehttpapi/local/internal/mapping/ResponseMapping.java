package io.github.securehttpapi.local.internal.mapping;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.Exchange;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Reply;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mappings for one status of an integration's answers. */
final class ResponseMapping {
    private static final String STATUS = "[2-5]\\d\\d";

    private final List<Change> changes;

    ResponseMapping(String place, List<Change> changes) {
        this.changes = List.copyOf(changes);
        for (Change change : changes) {
            String value = change.value().isConstant() ? change.value().evaluate(source -> null) : null;
            if (change.target() == Change.Target.STATUSCODE && value != null && !value.matches(STATUS)) {
                String must = place + " must map to a status from 200 to 599";
                throw new Refusal(must, value, "write one such as 403");
            }
        }
    }

    Reply apply(Exchange exchange, Match match, Reply reply) {
        RequestValues values = new RequestValues(exchange, match, reply);
        List<@Nullable String> found = new ArrayList<>();
        changes.forEach(change -> found.add(change.value().evaluate(values::get)));
        int status = reply.status();
        HttpHeaders headers = reply.headers().copy();
        for (int at = 0; at < changes.size(); at++) {
            Change change = changes.get(at);
            String value = found.get(at);
            if (change.target() == Change.Target.HEADER) {
                RequestMapping.header(headers, change, value);
            } else if (value != null && value.matches(STATUS)) {
                status = Integer.parseInt(value);
            }
        }
        return new Reply(status, headers, reply.body());
    }
}
