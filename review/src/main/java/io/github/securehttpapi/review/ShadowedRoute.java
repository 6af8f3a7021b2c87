package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public route that takes what a protected one beside it leaves: other methods of its path, which ANY and
 * {@code $default} catch, or its path with a slash at the end, which a greedy variable catches too. Reads that are open
 * beside writes that are not, each under its method, are a design and no hole; and of two routes that match, the more
 * specific one gets the request.
 */
final class ShadowedRoute implements ApiRule {
    /** Those that do something. OPTIONS is preflight, and a HEAD that nobody declared gives away little. */
    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "DELETE", "GET");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "shadowed-route",
                Severity.WARNING,
                "a request that looks like a protected one goes to a public route beside it, and nobody asks who sent it",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Map<String, Hole> holes = new LinkedHashMap<>();
        RouteTable table = RouteTable.of(api.routes());
        for (Route route : api.routes()) {
            RoutePath path = RoutePath.of(route);
            if (Access.of(route) == Access.PROTECTED && !path.isDefault() && !Preflight.is(route)) {
                otherMethods(route, path, table, holes);
                otherPath(route, path, table, holes);
            }
        }
        holes.values().forEach(hole -> report(api, hole, subject, findings));
    }

    private static void otherMethods(Route route, RoutePath path, RouteTable table, Map<String, Hole> holes) {
        for (String method : METHODS) {
            Route taker = catchAll(table.match(method, path.segments()));
            if (taker != null && takesEveryMethod(RoutePath.of(taker))) {
                hole(taker, route, holes).byMethod(route, RoutePath.request(method, path.segments()));
            }
        }
    }

    /** A slash more, or what a greedy variable leaves out: its parent. */
    private static void otherPath(Route route, RoutePath path, RouteTable table, Map<String, Hole> holes) {
        List<String> near = path.isGreedy() ? path.parent() : path.withTrailingSlash();
        String method = path.isAny() ? METHODS.get(0) : path.method();
        Route taker = near.isEmpty() ? null : catchAll(table.match(method, near));
        if (taker != null) {
            hole(taker, route, holes).byPath(route, RoutePath.request(method, near));
        }
    }

    private static Hole hole(Route taker, Route route, Map<String, Hole> holes) {
        return holes.computeIfAbsent(taker.logicalId(), first -> new Hole(taker, route));
    }

    /** The route, if it may be open and takes more than it names. */
    private static @Nullable Route catchAll(@Nullable Route taker) {
        if (taker == null || Access.of(taker) == Access.PROTECTED) {
            return null;
        }
        RoutePath path = RoutePath.of(taker);
        return takesEveryMethod(path) || path.isGreedy() ? taker : null;
    }

    private static boolean takesEveryMethod(RoutePath path) {
        return path.isDefault() || path.isAny();
    }

    private static void report(HttpApi api, Hole hole, Subject subject, Findings findings) {
        Route open = hole.open;
        String name = "route '" + open.routeKey() + "'";
        String beside = "beside the protected '" + hole.guarded.routeKey() + "'";
        if (Access.of(open) == Access.UNKNOWN) {
            findings.on(open).unresolved(open.authorizationType(), "whether " + name + " is open " + beside);
            return;
        }
        findings.on(open)
                .as(hole.severity())
                .report(
                        name + " must not be public " + beside + ", got " + hole.requests(),
                        "give it an authorizer too, or narrow it to the methods and paths that are meant for anyone",
                        RouteAuthorization.require(subject.template(), api, open));
    }

    /** What a public route takes beside a protected one: the first whose other methods it takes, else the first. */
    private static final class Hole {
        private final Route open;
        private Route guarded;
        private @Nullable String byMethod;
        private @Nullable String byPath;

        private Hole(Route open, Route guarded) {
            this.open = open;
            this.guarded = guarded;
        }

        private void byMethod(Route route, String request) {
            if (byMethod == null) {
                byMethod = request;
                byPath = isGuarded(route) ? byPath : null;
                guarded = route;
            }
        }

        private void byPath(Route route, String request) {
            if (byPath == null && isGuarded(route)) {
                byPath = request;
            }
        }

        private boolean isGuarded(Route route) {
            return guarded.logicalId().equals(route.logicalId());
        }

        private String requests() {
            if (byMethod == null || byPath == null) {
                return "'" + (byMethod == null ? byPath : byMethod) + "', which goes to it";
            }
            return "'" + byMethod + "' and '" + byPath + "', which go to it";
        }

        /** A path that other functions serve may well be meant for anyone, and so may what has a stated reason. */
        private Severity severity() {
            boolean hole = byMethod != null || isSameFunction();
            return hole && open.publicAccess() == null ? Severity.WARNING : Severity.NOTE;
        }

        private boolean isSameFunction() {
            LambdaFunction function = function(open);
            LambdaFunction other = function(guarded);
            return function != null && other != null && function.logicalId().equals(other.logicalId());
        }

        private static @Nullable LambdaFunction function(Route route) {
            return route.integration() == null ? null : route.integration().function();
        }
    }
}
