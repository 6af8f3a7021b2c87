package io.github.securehttpapi.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stage of an HTTP API.
 *
 * @param resource the resource as declared
 * @param name the stage's name, such as {@code $default}; the expression, such as {@code ${Stage}}, if it is known only when deployed
 * @param autoDeploy whether a change is deployed at once
 * @param defaultThrottle what sizes the bucket of each route that has no settings of its own, or null
 * @param routeSettings throttles by route key
 * @param detailedMetrics whether each route has metrics of its own, false where absent
 * @param accessLog the access log, or null
 * @param variables the stage variables
 */
public record Stage(
        Resource resource,
        String name,
        Property<Boolean> autoDeploy,
        @Nullable Throttle defaultThrottle,
        Map<String, Throttle> routeSettings,
        Property<Boolean> detailedMetrics,
        @Nullable AccessLog accessLog,
        Map<String, Property<String>> variables) {
    /** The stage that adds nothing to the path. */
    public static final String DEFAULT = "$default";

    /**
     * Copies the maps.
     *
     * @param resource the resource
     * @param name the name
     * @param autoDeploy the auto deploy
     * @param defaultThrottle the default throttle
     * @param routeSettings the route settings
     * @param detailedMetrics the detailed metrics
     * @param accessLog the access log
     * @param variables the variables
     */
    public Stage {
        routeSettings = Collections.unmodifiableMap(new LinkedHashMap<>(routeSettings));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * The stage's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
