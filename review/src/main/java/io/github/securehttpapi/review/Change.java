package io.github.securehttpapi.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change to a template: the value to stand at a place, in place of what stands there now. Objects on the way that
 * the template does not have yet are made.
 *
 * @param path the keys from the root of the template, such as {@code Resources}, {@code Api}, {@code Properties}; an item
 *     of a list by its index
 * @param value text, a number, a boolean, or a map or list of them, as JSON would hold it, intrinsic functions in their
 *     long form; null to remove what stands there
 */
public record Change(List<String> path, @Nullable Object value) {
    /**
     * Copies the path.
     *
     * @param path the path
     * @param value the value
     */
    public Change {
        path = List.copyOf(path);
    }

    /**
     * The place as RFC 6901 writes it.
     *
     * @return such as {@code /Resources/Api/Properties}
     */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        path.forEach(key -> pointer.append('/').append(key.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }
}
