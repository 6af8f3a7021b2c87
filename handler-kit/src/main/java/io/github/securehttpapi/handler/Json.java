package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/** How this kit reads and writes JSON. RFC 8259 leaves limits to the implementation: these are ours. */
final class Json {
    /** Objects and arrays within each other, in a body. Far above what a request nests, far below what a stack holds. */
    static final int MAX_DEPTH = 64;

    /** A member's name in a body, in UTF-16 units, after unescaping. */
    static final int MAX_NAME_LENGTH = 256;

    /** A number in a body, in characters. {@link Double#MAX_VALUE} in plain digits has 309. */
    static final int MAX_NUMBER_LENGTH = 400;

    /** A string in a body, in UTF-16 units, after unescaping. Reached only where {@link HandlerOptions} allow more. */
    static final int MAX_STRING_LENGTH = 1024 * 1024;

    /**
     * A string in an event, in UTF-16 units. The body is such a string, at most 10 MB of it (source: API Gateway's
     * payload quota), and base64 makes four characters of three bytes.
     */
    static final int MAX_EVENT_STRING_LENGTH = (10 * 1024 * 1024 + 2) / 3 * 4;

    /** Deeper than any context of an authorizer, and harmless: an event's unknown members are skipped by iteration. */
    static final int MAX_EVENT_DEPTH = 500;

    /** A member's name in an event, in UTF-16 units: Jackson's default, and far above the gateway's quota on headers. */
    static final int MAX_EVENT_NAME_LENGTH = 50_000;

    /** A number in an event, in characters: Jackson's default. */
    static final int MAX_EVENT_NUMBER_LENGTH = 1_000;

    /** For what is written: bodies of responses, and the event that {@link Priming} makes up. */
    static final JsonFactory OUTPUT = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    /**
     * For bodies, which anyone writes. A table of names that outlives a request is a table that a client fills: no
     * canonical names, none interned. Names that come twice are found by {@link MemberNames}.
     */
    static final JsonFactory BODIES = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .build())
            .build();

    private Json() {}
}
