package io.github.securehttpapi.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The logical ids that SAM gives to what it makes, for templates that refer to it (SAM developer guide, generated
 * CloudFormation resources).
 */
final class SamNames {
    /** SAM's: as many digits of a hash distinguish its logical ids. */
    private static final int HASH_LENGTH = 10;

    private final Map<String, String> generated = new HashMap<>();

    /** Reads a template whose values are resolved by the given function. */
    SamNames(@Nullable Value resources, Function<Value, @Nullable Value> resolve) {
        Lookup.entries(resources).forEach((logicalId, declaration) -> {
            Value type = Lookup.at(declaration, "Type");
            Value properties = Lookup.at(declaration, "Properties");
            if (type instanceof Value.Text text && text.text().equals(Desugaring.SAM_FUNCTION)) {
                Value alias = Lookup.at(properties, "AutoPublishAlias");
                addFunction(logicalId, alias == null ? null : resolve.apply(alias));
            } else if (type instanceof Value.Text text && Desugaring.isHttpApi(text.text())) {
                Value stage = Lookup.at(properties, "StageName");
                addApi(logicalId, stage == null ? null : resolve.apply(stage));
            }
        });
    }

    private void addFunction(String function, @Nullable Value alias) {
        generated.put(function + "Role", function + "Role");
        if (alias != null) {
            generated.put(alias(function, alias), alias(function, alias));
            generated.put(function + ".Alias", alias(function, alias));
        }
    }

    private void addApi(String api, @Nullable Value stage) {
        generated.put(stage(api, stage), stage(api, stage));
        generated.put(api + ".Stage", stage(api, stage));
    }

    /** The logical id that a name refers to, or null if SAM makes nothing of that name. */
    @Nullable String get(String name) {
        return generated.get(name);
    }

    static String alias(String function, Value alias) {
        return function + "Alias" + (alias instanceof Value.Text text ? text.text() : "");
    }

    static String stage(String api, @Nullable Value name) {
        String text = Lookup.isGiven(name) ? "" : Stage.DEFAULT;
        if (name instanceof Value.Text given && !given.text().isEmpty()) {
            text = given.text();
        }
        if (text.equals(Stage.DEFAULT)) {
            return api + "ApiGatewayDefaultStage";
        }
        boolean alphanumeric = !text.isEmpty() && text.chars().allMatch(Character::isLetterOrDigit);
        return alphanumeric ? api + text + "Stage" : api + "Stage" + (text.isEmpty() ? "" : hash(text));
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
