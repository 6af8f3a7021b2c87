package io.github.securehttpapi.template;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An {@code HttpApi} event of a function: a route, and the permission to call the function for it.
 *
 * @param id its key in the function's {@code Events}
 * @param function the function
 * @param properties its properties
 * @param path its path, {@code $default} where it has none
 * @param method its method as written; {@link Operation#ANY} where it has none
 * @param origin where it is declared
 */
record SamEvent(String id, Resource function, Value.Fields properties, String path, String method, Origin origin) {
    @Nullable Value property(String name) {
        return properties.fields().get(name);
    }

    /** SAM writes the stage's route settings under this key, whatever the key of the route. */
    String settingsKey() {
        return method.equals(Operation.ANY) ? path : method.toUpperCase(Locale.ROOT) + " " + path;
    }

    String operationKey() {
        return Operation.key(path, Operation.method(method));
    }

    boolean isDefaultRoute() {
        return path.equals(Operation.DEFAULT_ROUTE);
    }

    String place(String property) {
        return String.join(".", origin.path()) + ".Properties." + property;
    }
}
