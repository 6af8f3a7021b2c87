package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.backend.Backends;
import io.github.securehttpapi.local.internal.gateway.AccessLogFormat;
import io.github.securehttpapi.local.internal.gateway.CorsPolicy;
import io.github.securehttpapi.local.internal.gateway.Endpoint;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.RoutePattern;
import io.github.securehttpapi.local.internal.gateway.ServedApi;
import io.github.securehttpapi.local.internal.gateway.ServedStage;
import io.github.securehttpapi.local.internal.gateway.TokenBucket;
import io.github.securehttpapi.template.AccessLog;
import io.github.securehttpapi.template.Cors;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Puts an API of a template to work. */
final class Assembly {
    private final Plan plan;
    private final HttpApi api;
    private final Authorizers authorizers;

    Assembly(Plan plan, Authorizers authorizers) {
        this.plan = plan;
        this.api = plan.api();
        this.authorizers = authorizers;
    }

    ServedApi assemble(
            Functions functions, Backends backends, Permissions permissions, @Nullable LongSupplier throttleClock) {
        Identity identity = plan.identity();
        HttpProxies proxies = new HttpProxies(api.stages(), backends);
        Integrations integrations = new Integrations(functions, proxies, plan.stubs(), permissions, identity);
        List<Endpoint> endpoints = new ArrayList<>();
        for (Route route : api.routes()) {
            RoutePattern pattern = RoutePattern.of(route.routeKey());
            endpoints.add(new Endpoint(route.routeKey(), pattern, authorizers.of(route), integrations.of(route)));
        }
        Map<String, ServedStage> stages = new HashMap<>();
        for (Stage stage : api.stages()) {
            stages.put(stage.name(), stage(stage, throttleClock));
        }
        Cors cors = api.cors();
        return new ServedApi(identity, stages, endpoints, cors == null ? null : new CorsPolicy(cors));
    }

    List<ServedRoute> table(boolean throttled) {
        List<ServedRoute> table = new ArrayList<>();
        for (Stage stage : api.stages()) {
            for (Route route : api.routes()) {
                ServedRoute.Bucket bucket = throttled ? bucket(stage, route.routeKey()) : null;
                table.add(served(stage.name(), route, bucket));
            }
        }
        return List.copyOf(table);
    }

    private ServedRoute served(String stage, Route route, ServedRoute.@Nullable Bucket bucket) {
        String integration = "stub";
        String target = "";
        Integration called = route.integration();
        boolean stubbed = plan.stubs().has(route);
        if (!stubbed && called != null && HttpProxies.isProxy(called)) {
            integration = "HTTP proxy";
            target = HttpProxies.target(called);
        } else if (!stubbed) {
            LambdaFunction function = Support.function(route);
            integration = function.logicalId();
            target = plan.code().handler(function);
        }
        return new ServedRoute(stage, route.routeKey(), authorizers.description(route), bucket, integration, target);
    }

    private ServedStage stage(Stage stage, @Nullable LongSupplier throttleClock) {
        Map<String, String> variables = new LinkedHashMap<>();
        stage.variables().forEach((name, value) -> variables.put(name, value.required()));
        Map<String, TokenBucket> buckets = new HashMap<>();
        for (Route route : api.routes()) {
            ServedRoute.Bucket bucket = bucket(stage, route.routeKey());
            if (bucket != null && throttleClock != null) {
                buckets.put(route.routeKey(), new TokenBucket(bucket.rateLimit(), bucket.burstLimit(), throttleClock));
            }
        }
        AccessLog log = stage.accessLog();
        AccessLogFormat format =
                log == null ? null : new AccessLogFormat(log.format().required());
        return new ServedStage(stage.name(), Map.copyOf(variables), Map.copyOf(buckets), format);
    }

    /** A route's settings replace the stage's rather than merge with them: a number that is missing is 0. */
    private static ServedRoute.@Nullable Bucket bucket(Stage stage, String routeKey) {
        Throttle own = stage.routeSettings().get(routeKey);
        boolean ofRoute = own != null && !own.isAbsent();
        Throttle throttle = ofRoute ? own : stage.defaultThrottle();
        if (throttle == null || throttle.isAbsent()) {
            return null;
        }
        return new ServedRoute.Bucket(
                throttle.rateLimit().orElse(0.0), throttle.burstLimit().orElse(0), ofRoute);
    }
}
