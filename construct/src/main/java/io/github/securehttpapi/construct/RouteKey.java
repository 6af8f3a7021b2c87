package io.github.securehttpapi.construct;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;

/**
 * A method and a path that API Gateway will take, such as {@code GET /contacts/{id}}, or {@code $default}.
 *
 * @param method the HTTP method
 * @param path the path: literal segments, {@code {variables}}, and at the end perhaps a greedy {@code {variable+}}
 */
record RouteKey(HttpMethod method, String path) {
    /**
     * What a segment may hold: {@code pchar} of RFC 3986. Percent-encoding is left out, since it is unsure whether API
     * Gateway decodes a path before it looks for the route; so are {@code .} and {@code ..}, which clients take away.
     */
    private static final Pattern LITERAL = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~!$&'()*+,;=:@-]+");

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9._:-]+)(\\+?)}");

    /** Hyphens that could be taken for a slash's, or for part of them. */
    private static final Pattern HYPHENS = Pattern.compile("--|/-|-/");

    /** The route for whatever no other route matches. */
    static final RouteKey DEFAULT = new RouteKey(HttpMethod.ANY, "$default");

    /** OPTIONS is no method that a page asks for: it is how browsers ask. */
    private static final List<String> METHODS = List.of("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT");

    RouteKey {
        if (!path.equals("$default") || method != HttpMethod.ANY) {
            requirePath(path);
        }
    }

    private boolean isDefault() {
        return path.equals("$default");
    }

    /** The methods that a page can have a browser send here. */
    List<String> browserMethods() {
        if (method == HttpMethod.ANY) {
            return METHODS;
        }
        return method == HttpMethod.OPTIONS ? List.of() : List.of(method.name());
    }

    /**
     * The routes that keep preflight from ending at this one, which takes every method and so OPTIONS too. Greedy
     * variables match no empty remainder.
     */
    List<RouteKey> preflightKeys() {
        if (method != HttpMethod.ANY) {
            return List.of();
        }
        return isDefault()
                ? List.of(new RouteKey(HttpMethod.OPTIONS, "/"), new RouteKey(HttpMethod.OPTIONS, "/{proxy+}"))
                : List.of(new RouteKey(HttpMethod.OPTIONS, path));
    }

    HttpRouteKey toHttpRouteKey() {
        return isDefault() ? HttpRouteKey.DEFAULT : HttpRouteKey.with(path, method);
    }

    /**
     * Whether the CDK's {@code addRoutes} gives such a route an id that will do: it has no {@code $default}, and it writes
     * {@code --} for each slash, so that {@code /a/b} and {@code /a--b} come to the same.
     */
    boolean isShortcut() {
        return path.indexOf('{') < 0 && !isDefault() && !HYPHENS.matcher(path).find();
    }

    /**
     * The id of the route's construct, without the names of variables. Were they in it, giving one another name would make
     * CloudFormation add the route under its new key before it removes the old one, which API Gateway refuses.
     */
    String toConstructId() {
        return isShortcut()
                ? method + path.replace("/", "--")
                : shape().replace(" /", " ").replace('/', ' ');
    }

    /** The method and path as permissions to invoke a function have them, after API and stage. */
    String toArnSuffix() {
        if (isDefault()) {
            return path;
        }
        return (method == HttpMethod.ANY ? "*" : method)
                + VARIABLE.matcher(path).replaceAll("*");
    }

    /** The key without the names of its variables: what it matches, and what no two routes of an API may share. */
    String shape() {
        return isDefault() ? path : VARIABLE.matcher(toString()).replaceAll("{$2}");
    }

    @Override
    public String toString() {
        return isDefault() ? path : method + " " + path;
    }

    private static void requirePath(String path) {
        if (!path.startsWith("/")) {
            throw refused(path, "must start with '/'", "write '/" + path + "'");
        }
        if (path.equals("/")) {
            return;
        }
        if (path.endsWith("/")) {
            throw refused(path, "must not end with '/'", "drop the trailing slash, which API Gateway tells apart");
        }
        requireSegments(path);
    }

    private static void requireSegments(String path) {
        Set<String> variables = new HashSet<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            Matcher variable = VARIABLE.matcher(segments[i]);
            if (variable.matches()) {
                if (!variables.add(variable.group(1))) {
                    throw refused(path, "must name each variable once", "rename one '{" + variable.group(1) + "}'");
                }
                if (!variable.group(2).isEmpty() && i < segments.length - 1) {
                    throw refused(path, "must have a greedy variable last", "drop what follows '" + segments[i] + "'");
                }
            } else if (!LITERAL.matcher(segments[i]).matches()) {
                throw refused(
                        path,
                        "must consist of literal segments and whole-segment variables",
                        "correct the segment '" + segments[i] + "'");
            }
        }
    }

    /** No token passes the rules above, so that only a path that broke one is worth a call to the kernel. */
    private static IllegalArgumentException refused(String path, String rule, String fix) {
        if (Boolean.TRUE.equals(Token.isUnresolved(path))) {
            return new IllegalArgumentException(
                    "path must be known at synthesis, got '" + path + "': write it as a literal");
        }
        return new IllegalArgumentException("path " + rule + ", got '" + path + "': " + fix);
    }
}
