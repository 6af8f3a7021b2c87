package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which route a request goes to: a full match before a greedy one, that before {@code $default} (API Gateway developer
 * guide, http-api-develop-routes.html); segment by segment a literal before a variable before a greedy variable, and the
 * method itself before ANY. A tree of segments, so that a request costs its path's length and not the number of routes.
 */
final class RouteTable {
    private final Node root = new Node();
    private @Nullable Route byDefault;

    private RouteTable() {}

    static RouteTable of(List<Route> routes) {
        RouteTable table = new RouteTable();
        routes.forEach(table::add);
        return table;
    }

    private void add(Route route) {
        RoutePath path = RoutePath.of(route);
        if (path.isDefault()) {
            byDefault = route;
            return;
        }
        Node at = root;
        for (String segment : path.isGreedy() ? path.parent() : path.segments()) {
            at = at.child(segment);
        }
        (path.isGreedy() ? at.greedy : at.full).putIfAbsent(path.method(), route);
    }

    /** The route, or null if the gateway answers 404. */
    @Nullable Route match(String method, List<String> segments) {
        Route full = full(root, method, segments);
        if (full != null) {
            return full;
        }
        Route greedy = greedy(root, method, segments);
        return greedy == null ? byDefault : greedy;
    }

    private static @Nullable Route full(Node at, String method, List<String> rest) {
        if (rest.isEmpty()) {
            return among(at.full, method);
        }
        return below(at, rest, (child, left) -> full(child, method, left));
    }

    private static @Nullable Route greedy(Node at, String method, List<String> rest) {
        if (rest.isEmpty()) {
            return null;
        }
        Route deeper = below(at, rest, (child, left) -> greedy(child, method, left));
        // A greedy variable does not match an empty remainder, recorded from API Gateway.
        boolean empty = rest.stream().allMatch(String::isEmpty);
        return deeper == null && !empty ? among(at.greedy, method) : deeper;
    }

    private static @Nullable Route below(Node at, List<String> rest, Search search) {
        String segment = rest.get(0);
        List<String> left = rest.subList(1, rest.size());
        Node literal = at.literals.get(segment);
        Route found = literal == null ? null : search.in(literal, left);
        return found == null && at.variable != null && !segment.isEmpty() ? search.in(at.variable, left) : found;
    }

    private static @Nullable Route among(Map<String, Route> routes, String method) {
        Route exact = routes.get(method);
        return exact == null ? routes.get(RoutePath.ANY) : exact;
    }

    /** Looks for the rest of a path below a node. */
    private interface Search {
        @Nullable Route in(Node node, List<String> left);
    }

    /** The routes whose paths agree so far. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node variable;
        private final Map<String, Route> full = new HashMap<>();
        private final Map<String, Route> greedy = new HashMap<>();

        private Node child(String segment) {
            if (!RoutePath.isVariable(segment)) {
                return literals.computeIfAbsent(segment, absent -> new Node());
            }
            Node child = variable == null ? new Node() : variable;
            variable = child;
            return child;
        }
    }
}
