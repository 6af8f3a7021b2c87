package io.github.securehttpapi.local.internal.iam;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The canonical form of a request, which is what is signed (IAM user guide, reference_sigv-create-signed-request.html). */
final class CanonicalRequest {
    private CanonicalRequest() {}

    static String of(
            SignedRequest request, List<String> signedHeaders, Predicate<QueryParameter> isSigned, String payloadHash) {
        StringBuilder text = new StringBuilder(request.method()).append('\n');
        path(request.rawPath(), text);
        text.append('\n');
        query(request.query(), isSigned, text);
        text.append('\n');
        for (String name : signedHeaders) {
            header(name, request.headers().getAll(name), text);
        }
        text.append('\n').append(String.join(";", signedHeaders)).append('\n').append(payloadHash);
        return text.toString();
    }

    /** Without dot segments and repeated slashes; then encoded once more, as for every service but S3. */
    private static void path(String rawPath, StringBuilder text) {
        Deque<String> segments = new ArrayDeque<>();
        String last = "";
        for (String segment : rawPath.split("/", -1)) {
            last = segment;
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        boolean directory = last.isEmpty() || last.equals(".") || last.equals("..");
        UriEncoding.encode("/" + String.join("/", segments), "/", text);
        text.append(directory && !segments.isEmpty() ? "/" : "");
    }

    private static void query(List<QueryParameter> parameters, Predicate<QueryParameter> isSigned, StringBuilder text) {
        List<QueryParameter> encoded = new ArrayList<>();
        for (QueryParameter parameter : parameters) {
            if (isSigned.test(parameter)) {
                encoded.add(new QueryParameter(encode(parameter.name()), encode(parameter.value())));
            }
        }
        encoded.sort(QueryParameter.BY_NAME_THEN_VALUE);
        String separator = "";
        for (QueryParameter parameter : encoded) {
            text.append(separator).append(parameter.name()).append('=').append(parameter.value());
            separator = "&";
        }
    }

    private static String encode(String bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length());
        UriEncoding.encode(bytes, "", encoded);
        return encoded.toString();
    }

    private static void header(String name, List<String> values, StringBuilder text) {
        text.append(name).append(':');
        String separator = "";
        for (String value : values) {
            text.append(separator);
            squeeze(value, text);
            separator = ",";
        }
        text.append('\n');
    }

    /** Without white space at the ends, and with one space where there are several in a row. */
    private static void squeeze(String value, StringBuilder text) {
        boolean space = false;
        boolean begun = false;
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == ' ' || character == '\t') {
                space = begun;
            } else {
                text.append(space ? " " : "").append(character);
                space = false;
                begun = true;
            }
        }
    }
}
