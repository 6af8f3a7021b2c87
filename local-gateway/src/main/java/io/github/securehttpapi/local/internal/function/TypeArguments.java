package io.github.securehttpapi.local.internal.function;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a class, or what it extends, says that an interface's type parameters are. */
final class TypeArguments {
    private TypeArguments() {}

    /** The type arguments, or none if the class implements the raw interface. */
    static List<Type> of(Class<?> type, Class<?> implemented) {
        List<Type> found = of(type, implemented, Map.of());
        return found == null ? List.of() : found;
    }

    private static @Nullable List<Type> of(Type type, Class<?> implemented, Map<Type, Type> known) {
        Class<?> declared = type instanceof ParameterizedType of ? (Class<?>) of.getRawType() : (Class<?>) type;
        List<Type> arguments = arguments(type, known);
        if (declared == implemented) {
            return arguments;
        }
        if (!implemented.isAssignableFrom(declared)) {
            return null;
        }
        Map<Type, Type> variables = new HashMap<>();
        for (int index = 0; index < arguments.size(); index++) {
            variables.put(declared.getTypeParameters()[index], arguments.get(index));
        }
        for (Type parent : parents(declared)) {
            List<Type> found = of(parent, implemented, variables);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<Type> arguments(Type type, Map<Type, Type> known) {
        return type instanceof ParameterizedType of
                ? Arrays.stream(of.getActualTypeArguments())
                        .map(argument ->
                                argument instanceof TypeVariable<?> ? known.getOrDefault(argument, argument) : argument)
                        .toList()
                : List.of();
    }

    private static List<Type> parents(Class<?> type) {
        List<Type> parents = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            parents.add(type.getGenericSuperclass());
        }
        return parents;
    }
}
