package io.github.securehttpapi.handler;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Events of payload format 2.0, most with a fault or two, the same ones for the same seed. */
final class RandomEvents {
    private static final byte[] EVENT = """
            {"version":"2.0","routeKey":"POST /contacts","rawPath":"/contacts","rawQueryString":"a=1\\u00e9",
             "cookies":["a=b","c=d"],"headers":{"content-type":"application/json","x-request-id":"client-1","te":""},
             "queryStringParameters":{"":"1","\u00e9":"\\"\ud83d\ude00\\/","n\\u0061me":"\\ud83d\\ude00\\ud83d"},
             "requestContext":{"accountId":"123456789012","authorizer":{"jwt":{"claims":{"iat":1583348638,"x":true},
              "scopes":null},"lambda":{"limits":[1,-2.5e-3,0,-0,true,null,{"a":[[],{}]}]}},
              "http":{"method":"POST","sourceIp":"192.0.2.1","userAgent":"agent"},"timeEpoch":1583348638390},
             "body":"{\\"name\\":\\"Ada\\",\\b\\f\\n\\r\\t\\\\}","isBase64Encoded":false}""".getBytes(StandardCharsets.UTF_8);

    /** What is put in: faults, what looks like one, and what is as much as the limits allow or one more. */
    private static final String[] PIECES = {
        ",",
        ",,",
        ":",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "\\",
        "\\u12",
        "\\u0436\\u043g",
        "\\u043\u0436",
        "\\x",
        "\\\"",
        "\t",
        "\f",
        "\0",
        "\u007f",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "/**/",
        "//\n",
        "#",
        "'a'",
        "01",
        "-",
        "+1",
        ".5",
        "5.",
        "1e",
        "1e+",
        "1E-7",
        "-0",
        "0x1",
        "NaN",
        "-Infinity",
        "nul",
        "true",
        "truetrue",
        "falsea\u00e9",
        "null\ud83d\ude00",
        "\"z\":[1,{\"a\":[]},\"\"],",
        "\"z\":[[}],",
        ",\"z\":01",
        ",\"\":{}"
    };

    private static final String[] MALFORMED = {
        "ff",
        "80",
        "c3",
        "c080",
        "c1bf",
        "e08080",
        "e09fbf",
        "e282",
        "eda080",
        "edbfbf",
        "edb080eda080",
        "f08080af",
        "f08fbfbf",
        "f09f98",
        "f4908080",
        "f5808080",
        "f8808080",
        "c328",
        "e28228",
        "f09f9822"
    };

    private final Random random;
    private final RandomJson json;

    RandomEvents(long seed) {
        this.random = new Random(seed);
        this.json = new RandomJson(seed);
    }

    byte[] next() {
        byte[] event = random.nextInt(4) == 0 ? EVENT : small();
        for (int changes = random.nextInt(4) - 1; changes > 0; changes--) {
            event = changed(event);
        }
        return event;
    }

    /** In which a fault stands where it tells. */
    private byte[] small() {
        byte[] value = random.nextInt(300) == 0 ? atALimit() : json.next();
        return joined("{\"a\":".getBytes(StandardCharsets.UTF_8), value, "}".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] atALimit() {
        int more = random.nextInt(3) - 1;
        String text = switch (random.nextInt(6)) {
            case 0 -> "[".repeat(499 + more) + "]".repeat(499 + more);
            case 1 -> "{\"\":".repeat(499 + more) + "1" + "}".repeat(499 + more);
            case 2 -> "{\"" + "k".repeat(50_000 + more) + "\":1}";
            case 3 -> "{\"" + "\\u00e9\ud83d\ude00".repeat(16_667 + more) + "\":1}";
            case 4 -> "-" + "9".repeat(1_000 + more);
            default -> "-1." + "9".repeat(900) + "E-" + "9".repeat(99 + more);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] changed(byte[] event) {
        int at = random.nextInt(event.length + 1);
        return switch (random.nextInt(8)) {
            case 0 -> slice(event, 0, at);
            case 1 -> joined(slice(event, 0, at), malformed(), slice(event, at, event.length));
            case 2 -> joined(slice(event, 0, at), slice(event, at / 2, event.length));
            case 3, 4 -> joined(slice(event, 0, at), piece(), slice(event, at, event.length));
            default -> RandomJson.changed(event, random);
        };
    }

    private byte[] piece() {
        return PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
    }

    private byte[] malformed() {
        return HexFormat.of().parseHex(MALFORMED[random.nextInt(MALFORMED.length)]);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
