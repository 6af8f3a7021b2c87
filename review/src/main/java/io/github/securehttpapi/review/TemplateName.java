package io.github.securehttpapi.review;

import java.nio.file.Path;

/** A template's name as a committed file has it: the same on every machine, from whichever directory it was read. */
final class TemplateName {
    private TemplateName() {}

    /** Relative to where the review runs, with slashes; the file's own name if it lies elsewhere. */
    static String of(String name) {
        Path path = Path.of(name).normalize();
        Path here = Path.of("").toAbsolutePath();
        if (path.isAbsolute()) {
            path = path.startsWith(here) ? here.relativize(path) : path.getFileName();
        }
        return path.toString().replace('\\', '/');
    }

    /** Whether two names may be of one template: the same, or the longer ends in the shorter. */
    static boolean same(String first, String second) {
        String one = "/" + first.replace('\\', '/');
        String other = "/" + second.replace('\\', '/');
        return one.endsWith(other) || other.endsWith(one);
    }
}
