package io.github.securehttpapi.local;

import io.github.securehttpapi.template.AccessLog;
import io.github.securehttpapi.template.Cors;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.PublicAccess;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Puts an API of a template to work. */
final class Assembly {
    /** API Gateway's default integration timeout for HTTP APIs (CloudFormation, TimeoutInMillis). */
    private static final Duration DEFAULT_INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

    private final HttpApi api;
    private final Map<String, String> parameters;
    private final Map<String, FunctionHost> hosts = new LinkedHashMap<>();

    Assembly(HttpApi api, Map<String, String> parameters) {
        this.api = api;
        this.parameters = parameters;
    }

    /** The functions' hosts, also when assembling failed half-way. */
    List<FunctionHost> hosts() {
        return List.copyOf(hosts.values());
    }

    ServedApi assemble(
            Assets assets, Executor threads, Consumer<String> functionLog, @Nullable LongSupplier throttleClock) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Route route : api.routes()) {
            LambdaFunction function = Support.function(route);
            FunctionHost host =
                    hosts.computeIfAbsent(function.logicalId(), id -> host(function, assets, threads, functionLog));
            RoutePattern pattern = RoutePattern.of(route.routeKey());
            endpoints.add(new Endpoint(route.routeKey(), pattern, host, timeout(route.integration())));
        }
        Map<String, ServedStage> stages = new HashMap<>();
        for (Stage stage : api.stages()) {
            stages.put(stage.name(), stage(stage, throttleClock));
        }
        Cors cors = api.cors();
        Identity identity = new Identity(parameters.getOrDefault("AWS::AccountId", ""), api.logicalId());
        return new ServedApi(identity, stages, endpoints, cors == null ? null : new CorsPolicy(cors));
    }

    List<ServedRoute> table(boolean throttled) {
        List<ServedRoute> table = new ArrayList<>();
        for (Stage stage : api.stages()) {
            for (Route route : api.routes()) {
                LambdaFunction function = Support.function(route);
                ServedRoute.Bucket bucket = throttled ? bucket(stage, route.routeKey()) : null;
                String handler = function.handler().required();
                table.add(new ServedRoute(
                        stage.name(), route.routeKey(), access(route), bucket, function.logicalId(), handler));
            }
        }
        return List.copyOf(table);
    }

    private FunctionHost host(LambdaFunction function, Assets assets, Executor threads, Consumer<String> functionLog) {
        String id = function.logicalId();
        HandlerCode code = HandlerCode.load(
                id,
                function.handler().required(),
                assets.code(id, function.codeKey().required()));
        return new FunctionHost(FunctionSettings.of(function, parameters), code, threads, functionLog);
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

    private static String access(Route route) {
        PublicAccess access = route.publicAccess();
        String reason = access == null ? "no reason given" : access.reason();
        return "public: " + reason + (route.resource().has("AuthorizerId") ? " (authorizer not applied)" : "");
    }

    private static Duration timeout(@Nullable Integration integration) {
        return integration == null
                ? DEFAULT_INTEGRATION_TIMEOUT
                : integration.timeout().orElse(DEFAULT_INTEGRATION_TIMEOUT);
    }
}
