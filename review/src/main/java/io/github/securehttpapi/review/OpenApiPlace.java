package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Places in the OpenAPI document that an operation belongs to. */
final class OpenApiPlace {
    /** An operation's path ends in {@code paths}, the path and the method. */
    private static final int KEYS_OF_OPERATION = 3;

    private OpenApiPlace() {}

    /** The change that adds a security scheme. */
    static Change scheme(Origin operation, String name, Object scheme) {
        return new Change(path(operation, name), scheme);
    }

    /** The name for a new security scheme: the one that is wished, with a number behind it if it is taken. */
    static String freeName(Origin operation, String wished, Template template) {
        return Declared.freeName(wished, name -> template.document().at(path(operation, name)) != null);
    }

    private static List<String> path(Origin operation, String name) {
        List<String> path =
                new ArrayList<>(operation.path().subList(0, operation.path().size() - KEYS_OF_OPERATION));
        path.addAll(List.of("components", "securitySchemes", name));
        return path;
    }
}
