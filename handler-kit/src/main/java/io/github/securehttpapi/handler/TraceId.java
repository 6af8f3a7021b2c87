package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import org.jspecify.annotations.Nullable;

/** The id of the X-Ray trace that an invocation belongs to. */
final class TraceId {
    /** Where Lambda's runtime keeps the trace header: "Using environment variables", Lambda developer guide. */
    private static final String PROPERTY = "com.amazonaws.xray.traceHeader";

    private static final String ROOT = "Root=";

    /** In characters, chosen here: an id of X-Ray has 35. */
    private static final int MAX_LENGTH = 64;

    private TraceId() {}

    /** The {@code Root} of the trace header, or null if there is none that looks like an id. */
    static @Nullable String of(Context context) {
        String header = header(context);
        int root = header == null ? -1 : header.indexOf(ROOT);
        if (header == null || root < 0) {
            return null;
        }
        int start = root + ROOT.length();
        int semicolon = header.indexOf(';', start);
        String id = header.substring(start, semicolon < 0 ? header.length() : semicolon);
        return isId(id) ? id : null;
    }

    private static @Nullable String header(Context context) {
        String header = null;
        try {
            header = context.getXrayTraceId();
        } catch (NoSuchMethodError olderRuntime) {
            // Lambda loads its own aws-lambda-java-core first, and this method came with 1.4.0.
        }
        return header == null ? System.getProperty(PROPERTY) : header;
    }

    private static boolean isId(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (!Ascii.isAlphanumeric(id.charAt(i)) && id.charAt(i) != '-') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= MAX_LENGTH;
    }
}
