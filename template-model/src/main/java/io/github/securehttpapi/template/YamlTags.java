package io.github.securehttpapi.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tags of a template stand for: YAML's own types, and the short forms of CloudFormation's functions. */
final class YamlTags {
    static final String TEXT = "tag:yaml.org,2002:str";
    static final String LIST = "tag:yaml.org,2002:seq";
    static final String OBJECT = "tag:yaml.org,2002:map";

    /** The tag of a scalar that is to be taken as written (YAML 1.1, non-specific tag). */
    static final String AS_WRITTEN = "!";

    private static final String STANDARD = "tag:yaml.org,2002:";

    private static final Map<String, Class<? extends Value>> SCALARS = Map.of(
            STANDARD + "null", Value.Nothing.class,
            STANDARD + "bool", Value.Flag.class,
            STANDARD + "int", Value.Numeric.class,
            STANDARD + "float", Value.Numeric.class);

    /** CloudFormation template reference: intrinsic functions, and those for rules. */
    private static final Set<String> FUNCTIONS = Set.of(
            "And",
            "Base64",
            "Cidr",
            "Contains",
            "EachMemberEquals",
            "EachMemberIn",
            "Equals",
            "FindInMap",
            "ForEach",
            "GetAtt",
            "GetAZs",
            "GetStackOutput",
            "If",
            "ImportValue",
            "Join",
            "Length",
            "Not",
            "Or",
            "RefAll",
            "Select",
            "Split",
            "Sub",
            "ToJsonString",
            "Transform",
            "ValueOf",
            "ValueOfAll");

    private static final Set<String> UNPREFIXED = Set.of("Condition", "Ref");

    private YamlTags() {}

    /** The type a tag makes of a scalar, null if it makes none. */
    static @Nullable Class<? extends Value> scalar(String tag) {
        return SCALARS.get(tag);
    }

    /** The long name of the function that a tag is short for, null if it is for none. */
    static @Nullable String function(String tag) {
        String name = tag.startsWith("!") ? tag.substring(1) : "";
        if (UNPREFIXED.contains(name)) {
            return name;
        }
        return FUNCTIONS.contains(name) ? "Fn::" + name : null;
    }

    /** The long form: {@code !GetAtt A.B} takes what stands before its first dot for the resource. */
    static Value.Fields longForm(String function, Value argument) {
        Location location = argument.location();
        Value arguments = argument;
        if (function.equals("Fn::GetAtt")
                && argument instanceof Value.Text name
                && name.text().contains(".")) {
            String[] parts = name.text().split("\\.", 2);
            arguments = new Value.Items(
                    List.of(new Value.Text(parts[0], location), new Value.Text(parts[1], location)), location);
        }
        return new Value.Fields(Map.of(function, arguments), location);
    }

    static String shown(String tag) {
        return tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
    }
}
