package io.github.securehttpapi.docs;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a Markdown file.
 *
 * @param line the number of its line, from 1
 * @param target what stands in the parentheses
 */
record Link(Markdown document, int line, String target) {
    /** Where the project is read by whom it was not cloned by; what is copied out of it links back by this address. */
    private static final Pattern HOME =
            Pattern.compile("https://github\\.com/securehttpapi/secure-http-api/(?:blob|tree)/main/?(.*)");

    private static final Pattern SCHEME = Pattern.compile("[a-z]+:.*");

    /** Whether it leads out of the project. */
    boolean isExternal() {
        return SCHEME.matcher(target).matches() && !isHomeward();
    }

    /** Whether it leads to a file of the project by its public address. */
    boolean isHomeward() {
        return HOME.matcher(target).matches();
    }

    /** The file of the project that it leads to, which may be the one that it is in. */
    Path file() {
        Matcher home = HOME.matcher(target);
        String path = withoutFragment(home.matches() ? home.group(1) : target);
        if (home.matches()) {
            return Markdown.ROOT.resolve(path).normalize();
        }
        return path.isEmpty()
                ? document.file()
                : document.file().resolveSibling(path).normalize();
    }

    private static String withoutFragment(String path) {
        return path.replaceFirst("#.*", "");
    }

    /** The heading that it leads to, or nothing. */
    String fragment() {
        int start = target.indexOf('#');
        return start < 0 ? "" : target.substring(start + 1);
    }

    URI uri() {
        return URI.create(target);
    }

    @Override
    public String toString() {
        return document + ":" + line + " " + target;
    }
}
