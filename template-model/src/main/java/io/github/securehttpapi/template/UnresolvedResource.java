package io.github.securehttpapi.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that no API of the model shows, since what it declares, or for which API, is known only when deployed.
 * An API's routes, stages and authorizers may be more, fewer or others than the model has wherever there is one.
 *
 * @param logicalId its key in {@code Resources}; a key of the template itself, such as {@code Transform}, where a macro
 *     may declare anything
 * @param type its CloudFormation type, or null if that is not known either
 * @param expression what has no value
 * @param reason why it has none
 * @param location where the expression starts
 */
public record UnresolvedResource(
        String logicalId, @Nullable String type, String expression, String reason, Location location) {
    /** A function of SAM's may have an event, and that may need an API which SAM then makes by itself. */
    private static final Set<String> API_TYPES =
            Set.of(Membership.API, Desugaring.SAM_API, Desugaring.SAM_FUNCTION, Desugaring.ROUTE);

    boolean mayBeApi() {
        return type == null || API_TYPES.contains(type) || type.endsWith(DeclarationReader.MODULE);
    }

    static UnresolvedResource of(String logicalId, @Nullable String type, Value.Unresolved unknown) {
        return new UnresolvedResource(logicalId, type, unknown.expression(), unknown.reason(), unknown.location());
    }
}
