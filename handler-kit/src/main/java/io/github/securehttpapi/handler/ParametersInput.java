package io.github.securehttpapi.handler;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Parameters as an object of texts. A text stands for a string, for the number or the boolean that it spells, or for a
 * list of what stands between its commas, whichever the decoder asks for.
 */
final class ParametersInput extends Input {
    private static final int OUTSIDE_A_LIST = -1;

    private final Map<String, String> parameters;
    private final Iterator<Map.Entry<String, String>> members;
    private String name = "";

    /** The current member's; null at the object itself. */
    private @Nullable String value;

    /** The current element of the list that {@link #value} was taken for. */
    private String element = "";

    /** Where the next element begins. */
    private int position = OUTSIDE_A_LIST;

    ParametersInput(Map<String, String> parameters) {
        // Sorted, so that the violations of unknown parameters come in an order that stays.
        this.parameters = new TreeMap<>(parameters);
        this.members = this.parameters.entrySet().iterator();
    }

    @Override
    boolean advanceToMember() {
        if (!members.hasNext()) {
            return false;
        }
        Map.Entry<String, String> member = members.next();
        name = member.getKey();
        value = member.getValue();
        return true;
    }

    @Override
    String name() {
        return name;
    }

    @Override
    boolean advanceToElement() {
        String list = value == null ? "" : value;
        if (position == OUTSIDE_A_LIST) {
            // Nothing at all is no element, rather than an empty one.
            position = list.isEmpty() ? 1 : 0;
        }
        if (position > list.length()) {
            position = OUTSIDE_A_LIST;
            return false;
        }
        int comma = list.indexOf(',', position);
        int end = comma < 0 ? list.length() : comma;
        element = list.substring(position, end);
        position = end + 1;
        return true;
    }

    @Override
    boolean isNull() {
        return false;
    }

    @Override
    boolean isObject() {
        return value == null;
    }

    @Override
    boolean isArray() {
        return value != null && position == OUTSIDE_A_LIST;
    }

    @Override
    @Nullable String string() {
        return position == OUTSIDE_A_LIST ? value : element;
    }

    @Override
    @Nullable String wholeNumber() {
        String text = string();
        return text != null && NumberText.isWhole(text) ? text : null;
    }

    @Override
    @Nullable String number() {
        String text = string();
        return text != null && NumberText.isNumber(text) ? text : null;
    }

    @Override
    @Nullable Boolean bool() {
        String text = string();
        if ("true".equals(text)) {
            return Boolean.TRUE;
        }
        return "false".equals(text) ? Boolean.FALSE : null;
    }

    // A text is one value: whoever did not read it has nothing to leave behind.
    @Override
    void skip() {}

    @Override
    @Nullable String tag(String name, Violations found) {
        String text = parameters.get(name);
        if (text == null) {
            found.add("required", "must be present", "was", "absent");
        }
        return text;
    }
}
