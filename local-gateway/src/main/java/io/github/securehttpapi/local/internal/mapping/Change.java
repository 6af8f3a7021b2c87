package io.github.securehttpapi.local.internal.mapping;

import io.github.securehttpapi.local.internal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a mapping.
 *
 * @param action what it does
 * @param target to what
 * @param name the name of the header, in lower case, or of the query parameter; empty where there is none
 * @param value the value
 */
record Change(Action action, Target target, String name, Expression value) {
    private static final Pattern KEY =
            Pattern.compile("(append|overwrite|remove):(?:(header|querystring)\\.(.+)|(path|statuscode))");

    /** What may be done. */
    enum Action {
        APPEND,
        OVERWRITE,
        REMOVE
    }

    /** What may be changed. */
    enum Target {
        HEADER,
        QUERYSTRING,
        PATH,
        STATUSCODE
    }

    /** The change, or a refusal of what API Gateway would not take; {@code place} is whose mapping it is. */
    static Change parse(String place, String key, String value, List<Target> targets, List<Source.Kind> kinds) {
        Matcher parts = KEY.matcher(key);
        String known = targets.contains(Target.PATH)
                ? "overwrite:header.name, append:querystring.name or overwrite:path"
                : "append:header.name or overwrite:statuscode";
        if (!parts.matches()) {
            throw new Refusal(place + " must map to what can be changed", key, "write one such as " + known);
        }
        Action action = Action.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        String where = parts.group(2) == null ? parts.group(4) : parts.group(2);
        Target target = Target.valueOf(where.toUpperCase(Locale.ROOT));
        boolean single = target == Target.PATH || target == Target.STATUSCODE;
        if (!targets.contains(target) || (single && action != Action.OVERWRITE)) {
            throw new Refusal(place + " must map to what can be changed", key, "write one such as " + known);
        }
        String name = parts.group(3) == null ? "" : parts.group(3);
        if (target == Target.HEADER) {
            header(place, key, name);
            name = name.toLowerCase(Locale.ROOT);
        }
        // what is removed has no value, whatever the template writes
        String text = action == Action.REMOVE ? "" : value;
        return new Change(action, target, name, Expression.parse(place + " " + key, text, kinds));
    }

    private static void header(String place, String key, String name) {
        if (!HeaderNames.isName(name)) {
            throw new Refusal(place + " must map to a header's name", key, "write it like overwrite:header.x-name");
        }
        if (HeaderNames.isReserved(name)) {
            throw new Refusal(place + " must not map to a reserved header", key, "API Gateway refuses it, remove it");
        }
    }
}
