package io.github.securehttpapi.local.internal.iam;

/** Percent-encoding as Signature Version 4 has it: all but RFC 3986's unreserved characters, in upper case. */
final class UriEncoding {
    private static final String UNRESERVED = "-._~";
    private static final int HEX = 16;

    private UriEncoding() {}

    static void encode(String bytes, String unencoded, StringBuilder to) {
        for (int at = 0; at < bytes.length(); at++) {
            char octet = bytes.charAt(at);
            if (isUnreserved(octet) || unencoded.indexOf(octet) >= 0) {
                to.append(octet);
            } else {
                to.append('%').append(digit(octet >> 4)).append(digit(octet));
            }
        }
    }

    /** A plus sign is a space, as in AWS's own test suite of signatures. */
    static String decode(String encoded) throws Rejected {
        if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0) {
            return encoded;
        }
        StringBuilder bytes = new StringBuilder(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char character = encoded.charAt(at);
            if (character == '%') {
                bytes.append(octet(encoded, at));
                at += 2;
            } else {
                bytes.append(character == '+' ? ' ' : character);
            }
        }
        return bytes.toString();
    }

    private static char octet(String encoded, int at) throws Rejected {
        int high = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 1), HEX) : -1;
        int low = high < 0 ? -1 : Character.digit(encoded.charAt(at + 2), HEX);
        if (low < 0) {
            throw new Rejected("query must be percent-encoded", encoded, "write % as %25");
        }
        return (char) (high * HEX + low);
    }

    private static boolean isUnreserved(char octet) {
        return (octet >= 'A' && octet <= 'Z')
                || (octet >= 'a' && octet <= 'z')
                || (octet >= '0' && octet <= '9')
                || UNRESERVED.indexOf(octet) >= 0;
    }

    private static char digit(int value) {
        return Character.toUpperCase(Character.forDigit(value & (HEX - 1), HEX));
    }
}
