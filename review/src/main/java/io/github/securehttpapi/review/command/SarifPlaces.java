package io.github.securehttpapi.review.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The URIs of templates: relative to where the command runs, which in CI is the repository, as code scanning wants them. */
final class SarifPlaces {
    private final Path directory;

    SarifPlaces(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    String uri(String template) {
        Path file = directory.resolve(template).normalize();
        if (!file.startsWith(directory)) {
            return uri("file", "", TemplateFile.name(file));
        }
        return uri(null, null, TemplateFile.name(directory.relativize(file)));
    }

    @SuppressWarnings("NullAway") // null is how the JDK writes a URI without scheme and authority
    private static String uri(@Nullable String scheme, @Nullable String authority, String path) {
        try {
            // A colon in the first segment would be taken for the end of a scheme (RFC 3986, 4.2).
            String unambiguous = scheme == null && path.contains(":") ? "./" + path : path;
            return new URI(scheme, authority, unambiguous, null, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a path is quoted as it needs to be", impossible);
        }
    }
}
