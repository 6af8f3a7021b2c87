package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class Utf8Test {
    /** The least and the greatest that may come next, and what touches them on either side. */
    private static final byte[] NEXT = {0, 0x7f, (byte) 0x80, (byte) 0xbf, (byte) 0xc0, (byte) 0xff};

    @Test
    void readsEveryCharacterBeyondAscii() {
        for (int codePoint = 0x80; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                byte[] octets = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);

                assertThat(Utf8.length(octets, 0)).isEqualTo(octets.length);
                assertThat(Utf8.codePoint(octets, 0, octets.length)).isEqualTo(codePoint);
            }
        }
    }

    @Test
    void takesWhatTheJdkTakesAndNothingElse() {
        byte[] octets = new byte[4];
        for (int start = 0x8000; start <= 0xffff; start++) {
            octets[0] = (byte) (start >> 8);
            octets[1] = (byte) start;
            for (byte third : NEXT) {
                octets[2] = third;
                for (byte fourth : NEXT) {
                    octets[3] = fourth;
                    assertThat(Utf8.length(octets, 0))
                            .as("%x %x %x", start, third, fourth)
                            .isEqualTo(ofJdk(octets));
                }
            }
        }
    }

    private static int ofJdk(byte[] octets) {
        for (int length = 2; length <= octets.length; length++) {
            CharBuffer characters = CharBuffer.allocate(2);
            boolean error = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, length), characters, true)
                    .isError();
            if (!error) {
                return length;
            }
        }
        return 0;
    }

    @Test
    void takesNoSequenceThatIsCutShort() {
        byte[] octets = "a\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
        for (int length = 2; length < octets.length; length++) {
            assertThat(Utf8.length(Arrays.copyOf(octets, length), 1)).isZero();
        }
        assertThat(Utf8.length(octets, 1)).isEqualTo(4);
    }
}
