package io.github.securehttpapi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template without what changes from build to build: the SHA-256 of an asset, which names its object in the bootstrap
 * bucket; the hash that the CDK appends to the logical id of a function's current version; the usage statistics of
 * {@code AWS::CDK::Metadata}. Keys are sorted on the way.
 */
final class NormalizedTemplate {
    /** Where a template names assets. A hash anywhere else may mean something: a thumbprint, a digest to check. */
    private static final Set<String> ASSET_KEYS =
            Set.of("ImageUri", "S3Key", "SourceObjectKeys", "TemplateURL", "aws:asset:path");

    /** {@code cdk.AssetHashType}: hexadecimal SHA-256. */
    private static final Pattern ASSET_HASH = Pattern.compile("(?<![0-9a-fA-F])[0-9a-f]{64}(?![0-9a-fA-F])");

    /** {@code lambda.Function.currentVersion}: the construct's logical id, then a hexadecimal MD5 of what it deploys. */
    private static final Pattern VERSION_ID = Pattern.compile("(.*CurrentVersion[0-9A-F]{8})[0-9a-f]{32}");

    private final Map<String, String> renamed;

    private NormalizedTemplate(Map<String, String> renamed) {
        this.renamed = renamed;
    }

    static JsonNode of(JsonNode template) {
        return new NormalizedTemplate(versionNames(template)).normalize(template, false);
    }

    private static Map<String, String> versionNames(JsonNode template) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
            Matcher id = VERSION_ID.matcher(resource.getKey());
            if ("AWS::Lambda::Version".equals(resource.getValue().path("Type").textValue()) && id.matches()) {
                names.put(resource.getKey(), id.group(1) + "[hash]");
            }
        }
        return names;
    }

    private JsonNode normalize(JsonNode node, boolean asset) {
        if (node.isObject()) {
            return normalizeObject(node, asset);
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(normalize(element, asset)));
            return array;
        }
        return node.isTextual() ? TextNode.valueOf(normalizeText(node.textValue(), asset)) : node;
    }

    private JsonNode normalizeObject(JsonNode node, boolean asset) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String key = property.getKey();
            sorted.put(
                    renamed.getOrDefault(key, key), normalize(property.getValue(), asset || ASSET_KEYS.contains(key)));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.setAll(sorted);
        if ("AWS::CDK::Metadata".equals(node.path("Type").textValue())) {
            object.remove("Properties");
        }
        return object;
    }

    private String normalizeText(String text, boolean asset) {
        return asset ? ASSET_HASH.matcher(text).replaceAll("[asset]") : renamed.getOrDefault(text, text);
    }
}
