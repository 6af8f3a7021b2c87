package io.github.securehttpapi.construct;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;
import software.constructs.MetadataEntry;
import software.constructs.Node;

/**
 * What was acknowledged in a stack and around it, and which constructs its logical ids belong to. The stack's part is read
 * from the metadata that the CDK has written beside the template: asking the constructs would be a call to the kernel for
 * each.
 */
final class AcknowledgedRules {
    private static final String KEY = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;

    private final SynthesizedTemplate template;
    private final Map<String, Set<String>> idsByPath = new HashMap<>();
    private final Map<String, Set<String>> pathsByLogicalId = new HashMap<>();

    private AcknowledgedRules(SynthesizedTemplate template) {
        this.template = template;
    }

    static AcknowledgedRules of(SynthesizedTemplate template, IConstruct app) {
        AcknowledgedRules rules = new AcknowledgedRules(template);
        rules.readStack();
        rules.readAncestors(app);
        return rules;
    }

    private void readStack() {
        AssemblyFile.beside(template.stackFile(), ".metadata.json")
                .properties()
                .forEach(construct -> construct
                        .getValue()
                        .forEach(entry -> read(construct.getKey().substring(1), entry)));
    }

    private void read(String path, JsonNode entry) {
        String type = entry.path("type").asText();
        JsonNode data = entry.path("data");
        if (type.equals(KEY)) {
            data.fieldNames().forEachRemaining(id -> acknowledge(path, id));
        } else if (type.equals("aws:cdk:logicalId")) {
            pathsByLogicalId
                    .computeIfAbsent(data.asText(), missing -> new TreeSet<>())
                    .add(path);
        }
    }

    /** The app's and the stages', which no stack's metadata has. */
    private void readAncestors(IConstruct app) {
        IConstruct construct = app;
        String path = "";
        read(path, app);
        for (String id : template.stackPath().split("/", -1)) {
            construct = construct.getNode().findChild(id);
            path = path.isEmpty() ? id : path + "/" + id;
            read(path, construct);
        }
    }

    private void read(String path, IConstruct construct) {
        Node node = construct.getNode();
        for (MetadataEntry entry : node.getMetadata()) {
            if (entry.getType().equals(KEY) && entry.getData() instanceof Map<?, ?> ids) {
                ids.keySet().forEach(id -> acknowledge(path, String.valueOf(id)));
            }
        }
    }

    /** The CDK puts {@code Annotation::}, in lower case until 2.262.1, before an id that has no prefix. */
    private void acknowledge(String path, String id) {
        idsByPath
                .computeIfAbsent(path, missing -> new HashSet<>())
                .add(id.replaceFirst("^[Aa]nnotation::", GatewayReview.NAME + "::"));
    }

    /** A rule's name at a resource, by which the CDK proposes to acknowledge it, and to which it then keeps. */
    String ruleName(String rule, String logicalId) {
        Set<String> paths = pathsByLogicalId.getOrDefault(logicalId, Set.of());
        String place = paths.size() == 1 ? paths.iterator().next() : template.stackPath() + "." + logicalId;
        return rule + "[" + place + "]";
    }

    /** Whether a rule was acknowledged for a resource: by its name there, or at the construct or one above it. */
    boolean cover(String rule, String logicalId) {
        String named = GatewayReview.NAME + "::" + ruleName(rule, logicalId).replace(' ', '-');
        if (idsByPath.values().stream().anyMatch(ids -> ids.contains(named))) {
            return true;
        }
        // Stacks that are nested may have a logical id twice: then for every construct with it, or for none.
        return pathsByLogicalId.getOrDefault(logicalId, Set.of(template.stackPath())).stream()
                .allMatch(path -> isAcknowledged(GatewayReview.NAME + "::" + rule, path));
    }

    private boolean isAcknowledged(String id, String path) {
        if (idsByPath.getOrDefault(path, Set.of()).contains(id)) {
            return true;
        }
        return !path.isEmpty() && isAcknowledged(id, path.substring(0, Math.max(path.lastIndexOf('/'), 0)));
    }
}
