package io.github.securehttpapi.handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The characters of an event, as {@link java.io.InputStreamReader} would give them, but with a small buffer: its 8 KB for
 * each would be more than half of what an ordinary request allocates.
 */
final class Utf8Reader extends Reader {
    private static final int BUFFER_BYTES = 256;

    private final InputStream input;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

    /** Reports what is malformed, as all decoders do that are not told otherwise. */
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    private boolean ended;

    Utf8Reader(InputStream input) {
        this.input = input;
    }

    /**
     * As {@link Reader} has it.
     *
     * @param length at least 2, for the halves of a surrogate pair
     * @throws java.nio.charset.CharacterCodingException if the event is not UTF-8
     */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer characters = CharBuffer.wrap(buffer, offset, length);
        int start = characters.position();
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, ended);
            int count = characters.position() - start;
            if (result.isError() && count == 0) {
                result.throwException();
            }
            if (!result.isUnderflow() || ended || (count > 0 && input.available() == 0)) {
                return count == 0 ? -1 : count;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
    }

    @Override
    public void close() {
        // The stream is Lambda's to close.
    }
}
