package io.github.securehttpapi.handler;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Documents that are JSON or nearly so, the same ones for the same seed. */
final class RandomJson {
    private static final int MAX_DEPTH = 5;

    private static final String[] NAMES = {
        "",
        "a",
        "b",
        "name",
        "email",
        "n\\u0061me",
        "\\ud83d\\ude00",
        "\u00e9",
        "/~",
        "\\ud83d",
        "x".repeat(256),
        "x".repeat(257)
    };

    private static final String[] STRINGS = {
        "", "a", " Ada ", "ada@example.com", "\\n", "\\u0000", "\u00e9", "\ud83d\ude00", "\\ud83d\\ude00", "\\ud83d",
        "\\ude00", "\\x41", "\\u12", "\n", "\0", "\u007f", "\u2028", "\ufeff", "\\/", "\\\""
    };

    private static final String[] SCALARS = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-1",
        "1.5",
        "1e3",
        "1E+3",
        "-2.5e-3",
        "9007199254740993",
        "1e400",
        "9".repeat(400),
        "9".repeat(401),
        "0." + "3".repeat(400),
        "NaN",
        "Infinity",
        "-",
        "+1",
        ".5",
        "5.",
        "01",
        "1e",
        "0x1",
        "nul",
        "nulll",
        "True",
        "'a'",
        "undefined",
        "1_000",
        "\u0661"
    };

    private static final String[] SPACES = {"", "", "", "", " ", "\n", "\t\r", "\f", "\u00a0", "/**/", "//\n", "#\n"};

    private static final byte[] TELLING =
            "\"\\{}[]:,u0dD8-+.eE \u0000\n/*\u00e9\ud83d\ude00\ufeff".getBytes(StandardCharsets.UTF_8);

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    /** One document in its bytes. Half of them have bytes changed, put in, or left out. */
    byte[] next() {
        StringBuilder json = new StringBuilder();
        space(json);
        value(json, 0);
        space(json);
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(4) - 1; changes > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private void value(StringBuilder json, int depth) {
        int kind = random.nextInt(depth < MAX_DEPTH ? 6 : 3);
        switch (kind) {
            case 0 -> json.append(usually(SCALARS, 13));
            case 1, 2 -> json.append('"').append(usually(STRINGS, 9)).append('"');
            case 3 -> elements(json, depth);
            case 4 -> members(json, depth);
            default -> contact(json);
        }
    }

    private void elements(StringBuilder json, int depth) {
        json.append('[');
        for (int i = random.nextInt(4); i > 0; i--) {
            value(json, depth + 1);
            json.append(i > 1 || random.nextInt(40) == 0 ? "," : "");
            space(json);
        }
        json.append(']');
    }

    private void members(StringBuilder json, int depth) {
        json.append('{');
        for (int i = random.nextInt(5); i > 0; i--) {
            json.append('"').append(usually(NAMES, 9)).append('"');
            space(json);
            json.append(':');
            value(json, depth + 1);
            json.append(i > 1 || random.nextInt(40) == 0 ? "," : "");
            space(json);
        }
        json.append('}');
    }

    private void contact(StringBuilder json) {
        json.append("{\"name\":\"").append(usually(STRINGS, 9)).append("\",\"email\":\"a@b.c\"}");
    }

    private void space(StringBuilder json) {
        json.append(usually(SPACES, 7));
    }

    /** One of the first {@code good}, but for every twentieth: a document with one fault tells more than one with ten. */
    private String usually(String[] texts, int good) {
        return texts[random.nextInt(random.nextInt(20) == 0 ? texts.length : good)];
    }

    /** A copy with up to two bytes left out in one place, and up to two put in. */
    static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int left = random.nextInt(3);
        int put = random.nextInt(3);
        int rest = Math.min(bytes.length, at + left);
        byte[] changed = new byte[at + put + bytes.length - rest];
        System.arraycopy(bytes, 0, changed, 0, at);
        for (int i = 0; i < put; i++) {
            changed[at + i] =
                    random.nextInt(3) > 0 ? TELLING[random.nextInt(TELLING.length)] : (byte) random.nextInt(256);
        }
        System.arraycopy(bytes, rest, changed, at + put, bytes.length - rest);
        return changed;
    }
}
