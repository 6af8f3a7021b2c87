package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a reader reads of an event, line by line, and what it says at the end. Values are read, skipped or copied by lot. */
abstract class EventTrace {
    private static final JsonFactory JACKSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.MAX_EVENT_DEPTH)
                    .maxNameLength(Json.MAX_EVENT_NAME_LENGTH)
                    .maxNumberLength(Json.MAX_EVENT_NUMBER_LENGTH)
                    .maxStringLength(Json.MAX_EVENT_STRING_LENGTH)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final List<String> lines = new ArrayList<>();
    private final Random lots;

    EventTrace(Random lots) {
        this.lots = lots;
    }

    /** Begins the value that stands by itself, and returns its kind as {@link JsonScanner} has it. */
    abstract char begin() throws IOException;

    /** Begins the next value of the container, and adds its name in an object. Zero at the end. */
    abstract char next(char container) throws IOException;

    abstract String scalar(char kind) throws IOException;

    abstract void skip() throws IOException;

    abstract String json() throws IOException;

    final List<String> lines() {
        try {
            char kind = add(begin());
            if (kind == JsonScanner.OBJECT) {
                read(kind);
                add(begin());
            }
        } catch (CharacterCodingException notUtf8) {
            add("event must be UTF-8");
        } catch (StreamConstraintsException overALimit) {
            add(String.valueOf(MalformedEventException.overALimit(0).getMessage()));
        } catch (JsonProcessingException malformed) {
            add("event must be JSON");
        } catch (MalformedEventException malformed) {
            add(String.valueOf(malformed.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines;
    }

    private void read(char kind) throws IOException {
        switch (lots.nextInt(16)) {
            case 0 -> skip();
            case 1 -> add(json());
            default -> readWhole(kind);
        }
    }

    private void readWhole(char kind) throws IOException {
        if (kind != JsonScanner.OBJECT && kind != JsonScanner.ARRAY) {
            add(scalar(kind));
            return;
        }
        for (char element = next(kind); element != JsonScanner.NONE; element = next(kind)) {
            read(add(element));
        }
        add("end");
    }

    final void add(String line) {
        lines.add(line);
    }

    private char add(char kind) {
        add(String.valueOf(kind));
        return kind;
    }

    /** The same for the same value, with whatever spaces and escapes it came, but not for another number of its size. */
    static String tokens(JsonParser parser) throws IOException {
        StringBuilder tokens = new StringBuilder();
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            tokens.append(token).append(parser.getText());
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && parser.nextToken() != null);
        return tokens.toString();
    }

    /** What the kit reads. */
    static final class OfScanner extends EventTrace {
        private final JsonScanner scanner;

        OfScanner(byte[] document, Random lots) {
            super(lots);
            this.scanner = new JsonScanner(document);
        }

        @Override
        char begin() {
            scanner.begin();
            return scanner.kind();
        }

        @Override
        char next(char container) {
            if (container == JsonScanner.ARRAY) {
                return scanner.nextElement() ? scanner.kind() : JsonScanner.NONE;
            }
            if (!scanner.nextMember()) {
                return JsonScanner.NONE;
            }
            add(scanner.name());
            return scanner.kind();
        }

        @Override
        String scalar(char kind) {
            return kind == JsonScanner.TEXT ? scanner.text() : scanner.scalar();
        }

        @Override
        void skip() {
            scanner.skip();
        }

        @Override
        String json() throws IOException {
            try (JsonParser parser = JACKSON.createParser(new String(scanner.json(), StandardCharsets.UTF_8))) {
                parser.nextToken();
                return tokens(parser);
            }
        }
    }

    /** What Jackson reads, told to be as strict as it can, over a decoder of UTF-8 that is strict. */
    static final class OfJackson extends EventTrace {
        private final JsonParser parser;

        OfJackson(byte[] document, Random lots) {
            super(lots);
            try {
                this.parser = JACKSON.createParser(new Characters(document));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        char begin() throws IOException {
            return kind(parser.nextToken());
        }

        @Override
        char next(char container) throws IOException {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                token = parser.nextToken();
                add(name);
            }
            return kind(token);
        }

        private static char kind(JsonToken token) {
            if (token == null) {
                return JsonScanner.NONE;
            }
            return switch (token) {
                case START_OBJECT -> JsonScanner.OBJECT;
                case START_ARRAY -> JsonScanner.ARRAY;
                case VALUE_STRING -> JsonScanner.TEXT;
                case VALUE_TRUE -> JsonScanner.TRUE;
                case VALUE_FALSE -> JsonScanner.FALSE;
                case VALUE_NULL -> JsonScanner.NULL;
                case VALUE_NUMBER_INT -> JsonScanner.INTEGER;
                case VALUE_NUMBER_FLOAT -> JsonScanner.FRACTION;
                default -> JsonScanner.NONE;
            };
        }

        @Override
        String scalar(char kind) throws IOException {
            return parser.getText();
        }

        @Override
        void skip() throws IOException {
            parser.skipChildren();
        }

        @Override
        String json() throws IOException {
            return tokens(parser);
        }
    }

    /** The characters before the first that is malformed, and then the fault. */
    private static final class Characters extends FilterReader {
        private final boolean malformed;

        Characters(byte[] document) {
            this(document, CharBuffer.allocate(document.length));
        }

        private Characters(byte[] document, CharBuffer buffer) {
            this(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document), buffer, true)
                            .isError(),
                    buffer.flip().toString());
        }

        private Characters(boolean malformed, String characters) {
            super(new StringReader(characters));
            this.malformed = malformed;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count < 0 && malformed) {
                throw new MalformedInputException(1);
            }
            return count;
        }
    }
}
