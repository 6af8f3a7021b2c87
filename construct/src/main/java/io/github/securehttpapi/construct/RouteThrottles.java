package io.github.securehttpapi.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Lazy;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.constructs.IDependable;

/**
 * The throttles of single routes, for which the CDK has the stage's raw property alone. The stage depends on those routes:
 * a deployment fails with "Unable to find Route by key" if their settings come first.
 */
final class RouteThrottles {
    private final CfnStage stage;
    private final Map<String, Object> settings = new TreeMap<>();
    private final List<IDependable> routes = new ArrayList<>();

    RouteThrottles(CfnStage stage) {
        this.stage = stage;
    }

    void add(RouteKey key, IDependable route, ThrottleSettings throttle) {
        if (routes.isEmpty()) {
            defineAtSynthesis();
        }
        settings.put(key.toString(), Throttle.toRouteSettings(throttle));
        routes.add(route);
    }

    /** Once for all routes, when they are all there: a call to the kernel for each route would cost more than the route. */
    private void defineAtSynthesis() {
        stage.setRouteSettings(Lazy.any(() -> settings));
        Aspects.of(stage).add(node -> stage.getNode().addDependency(routes.toArray(new IDependable[0])));
    }
}
