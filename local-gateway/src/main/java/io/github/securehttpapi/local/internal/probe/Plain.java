package io.github.securehttpapi.local.internal.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * A request that is as the route wants it, as far as the probe knows: hostile ones differ from it in one place, so that
 * they get as far as that.
 */
final class Plain {
    private final String method;
    private final String path;
    private final List<String> headers;
    private final byte[] body;

    Plain(String method, String path, List<String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    String path() {
        return path;
    }

    Shot with(String what, List<String> further) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(further);
        return new Shot(what, method, path, all, body);
    }

    Shot to(String what, String target) {
        return new Shot(what, method, target, headers, body);
    }

    /** With another body in the place of its own. */
    Shot with(String what, List<String> others, byte[] otherBody) {
        return new Shot(what, method, path, others, otherBody);
    }
}
