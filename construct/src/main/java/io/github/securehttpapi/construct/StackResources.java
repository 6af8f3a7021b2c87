package io.github.securehttpapi.construct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnPolicy;
import software.amazon.awscdk.services.iam.Policy;
import software.constructs.Construct;
import software.constructs.IConstruct;
import software.constructs.IValidation;

/**
 * Counts the resources of an API's stack at synthesis. The CDK counts them too, but later and without a remedy.
 *
 * @param api a construct of that stack
 * @param known how many resources of the stack have to do with the API, as far as it can tell without the kernel
 */
record StackResources(Construct api, IntSupplier known) implements IValidation {
    /** The CDK's context key for another limit; 0 for none. */
    private static final String LIMIT = "@aws-cdk/core:stackResourceLimit";

    /** "AWS CloudFormation quotas", user guide: resources in a template; cannot be raised. */
    private static final int MOST = 500;

    /** Of the limit: where an API has less than that, it is spared the count, and the CDK's own message says what fills it. */
    private static final double LARGE_SHARE = 0.8;

    @Override
    public List<String> validate() {
        Stack stack = Stack.of(api);
        int limit = limit(stack.getNode().tryGetContext(LIMIT));
        if (limit <= 0 || known.getAsInt() < LARGE_SHARE * limit) {
            return List.of();
        }
        List<CfnResource> resources = resourcesOf(stack);
        if (resources.size() <= limit) {
            return List.of();
        }
        // From here on each resource costs calls to the kernel, so that only a stack that is too large pays for them.
        resources.removeIf(StackResources::isLeftOut);
        return resources.size() <= limit ? List.of() : List.of(tooMany(stack, limit, resources));
    }

    /** As the CDK reads it: what is no number switches the check off. */
    private static int limit(@Nullable Object context) {
        if (context == null) {
            return MOST;
        }
        try {
            return (int) Double.parseDouble(context.toString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static List<CfnResource> resourcesOf(Stack stack) {
        List<IConstruct> tree = stack.getNode().findAll();
        List<CfnResource> resources = new ArrayList<>();
        int next = 1;
        while (next < tree.size()) {
            IConstruct node = tree.get(next);
            if (node instanceof Stack another) {
                // All that is below it follows it, and is in a template of its own.
                next += another.getNode().findAll().size();
            } else {
                if (node instanceof CfnResource resource) {
                    resources.add(resource);
                }
                next++;
            }
        }
        return resources;
    }

    /** The CDK renders no policy without statements. */
    private static boolean isLeftOut(CfnResource resource) {
        return resource instanceof CfnPolicy
                && resource.getNode().getScope() instanceof Policy policy
                && Boolean.TRUE.equals(policy.getDocument().getIsEmpty());
    }

    private static String tooMany(Stack stack, int limit, List<CfnResource> resources) {
        Map<String, Integer> counts = new TreeMap<>();
        resources.forEach(resource -> counts.merge(resource.getCfnResourceType(), 1, Integer::sum));
        String kinds = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return "stack '" + stack.getNode().getPath() + "' must have at most " + limit + " resources, got '"
                + resources.size() + "' (" + kinds
                + "): let routes share functions, or define functions in another stack"
                + " or a nested stack";
    }
}
