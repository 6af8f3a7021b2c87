package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.template.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP API at work: its stages and, most specific first, its routes. */
public final class ServedApi {
    private final Identity identity;
    private final Map<String, ServedStage> stages;
    private final List<Endpoint> endpoints;
    private final @Nullable CorsPolicy cors;

    public ServedApi(
            Identity identity, Map<String, ServedStage> stages, List<Endpoint> endpoints, @Nullable CorsPolicy cors) {
        this.identity = identity;
        this.stages = Map.copyOf(stages);
        this.endpoints = endpoints.stream()
                .sorted(Comparator.comparing(Endpoint::pattern, RoutePattern.MOST_SPECIFIC_FIRST))
                .toList();
        this.cors = cors;
    }

    Identity identity() {
        return identity;
    }

    @Nullable CorsPolicy cors() {
        return cors;
    }

    /** The stage that is named by the first segment, else {@code $default}, else null. */
    @Nullable ServedStage stage(RequestTarget target) {
        ServedStage named = stages.get(target.segments().get(0));
        return named == null || named.name().equals(Stage.DEFAULT) ? stages.get(Stage.DEFAULT) : named;
    }

    /** The stage whose access log tells of requests that reach no stage: {@code $default}, or the only one. */
    @Nullable ServedStage fallback() {
        return stages.size() == 1 ? stages.values().iterator().next() : stages.get(Stage.DEFAULT);
    }

    @Nullable Match match(String method, RequestTarget target, ServedStage stage) {
        List<String> path = routed(target, stage);
        for (Endpoint endpoint : endpoints) {
            Map<String, String> parameters = endpoint.pattern().match(method, path);
            if (parameters != null) {
                return new Match(target, stage, endpoint, parameters);
            }
        }
        return null;
    }

    /** The path without the stage's name; a path of nothing else is {@code /}. */
    static List<String> routed(RequestTarget target, ServedStage stage) {
        List<String> segments = target.segments();
        if (stage.name().equals(Stage.DEFAULT)) {
            return segments;
        }
        return segments.size() == 1 ? List.of("") : segments.subList(1, segments.size());
    }
}
