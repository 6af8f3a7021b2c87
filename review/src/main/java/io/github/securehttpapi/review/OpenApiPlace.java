package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Origin;
import java.util.ArrayList;
import java.util.List;

/** Places in the OpenAPI document that an operation belongs to. */
final class OpenApiPlace {
    /** An operation's path ends in {@code paths}, the path and the method. */
    private static final int KEYS_OF_OPERATION = 3;

    private OpenApiPlace() {}

    /** The change that adds a security scheme. */
    static Change scheme(Origin operation, String name, Object scheme) {
        List<String> path =
                new ArrayList<>(operation.path().subList(0, operation.path().size() - KEYS_OF_OPERATION));
        path.addAll(List.of("components", "securitySchemes", name));
        return new Change(path, scheme);
    }
}
