package io.github.securehttpapi.handler;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes a URI that leads to a host. */
final class UriDecoder extends Decoder<URI> {
    /** In characters, chosen here: what browsers, caches and databases commonly take. */
    static final int MAX_LENGTH = 2_048;

    private final List<String> schemes;
    private final String message;

    private UriDecoder(List<String> schemes) {
        this.schemes = schemes;
        this.message = "must be a URI with a host, without user name, of at most " + MAX_LENGTH
                + " characters, that begins with " + String.join(":// or ", schemes) + "://";
    }

    static Decoder<URI> of(String scheme, String... others) {
        String[] schemes = new String[others.length + 1];
        schemes[0] = scheme;
        System.arraycopy(others, 0, schemes, 1, others.length);
        return new UriDecoder(List.of(schemes));
    }

    @Override
    @Nullable URI decode(Input input, Violations found) throws IOException {
        String text = input.stringOrViolation(found);
        if (text == null) {
            return null;
        }
        URI uri = parse(text);
        if (uri == null) {
            found.add("uri", message, "schemes", schemes);
        }
        return uri;
    }

    private @Nullable URI parse(String text) {
        // RFC 3986 knows ASCII alone; the JDK takes what looks like letters and is not.
        if (text.length() > MAX_LENGTH || !Ascii.isAscii(text)) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean sound = hasScheme(uri) && uri.getHost() != null && uri.getRawUserInfo() == null;
            return sound ? uri : null;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private boolean hasScheme(URI uri) {
        for (String scheme : schemes) {
            if (scheme.equalsIgnoreCase(uri.getScheme())) {
                return true;
            }
        }
        return false;
    }
}
