package io.github.securehttpapi.local.internal.lambdaauth;

import java.util.List;
import java.util.Locale;

/**
 * An IAM policy for {@code execute-api:Invoke}.
 *
 * @param statements its statements
 */
record Policy(List<Statement> statements) {
    private static final String INVOKE = "execute-api:invoke";

    /** {@code arn:partition:service:region:account:resource}. */
    private static final int ARN_PARTS = 6;

    /**
     * A statement.
     *
     * @param allows whether its effect is {@code Allow} rather than {@code Deny}
     * @param actions the patterns of {@code Action} or {@code NotAction}
     * @param resources the patterns of {@code Resource} or {@code NotResource}
     * @param conditional whether it has a {@code Condition}
     */
    record Statement(boolean allows, Patterns actions, Patterns resources, boolean conditional) {}

    /**
     * Patterns of which one has to match, or none.
     *
     * @param patterns the patterns
     * @param negated whether none may match
     */
    record Patterns(List<String> patterns, boolean negated) {}

    /**
     * Whether the route may be invoked: an explicit deny outweighs every allow, and what nothing allows is denied (IAM
     * user guide, reference_policies_evaluation-logic.html). Conditions are not evaluated: they never allow, always
     * deny.
     */
    boolean allows(String arn) {
        boolean allowed = false;
        for (Statement statement : statements) {
            if (applies(statement, arn)) {
                if (!statement.allows()) {
                    return false;
                }
                allowed |= !statement.conditional();
            }
        }
        return allowed;
    }

    private static boolean applies(Statement statement, String arn) {
        return matchesAction(statement.actions()) && matchesResource(statement.resources(), arn);
    }

    /** Actions are not case-sensitive. */
    private static boolean matchesAction(Patterns actions) {
        boolean any = actions.patterns().stream()
                .anyMatch(pattern -> Wildcards.match(pattern.toLowerCase(Locale.ROOT), INVOKE));
        return any != actions.negated();
    }

    private static boolean matchesResource(Patterns resources, String arn) {
        return resources.patterns().stream().anyMatch(pattern -> matchesArn(pattern, arn)) != resources.negated();
    }

    /** Part by part; what an incomplete ARN lacks is any (IAM user guide, reference_policies_elements_resource.html). */
    private static boolean matchesArn(String pattern, String arn) {
        String[] expected = pattern.split(":", ARN_PARTS);
        String[] got = arn.split(":", ARN_PARTS);
        for (int part = 0; part < expected.length; part++) {
            if (!Wildcards.match(expected[part], got[part])) {
                return false;
            }
        }
        return expected.length > 1 || pattern.equals("*");
    }
}
