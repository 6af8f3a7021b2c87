package io.github.securehttpapi.handler;

import java.util.BitSet;

/** The characters that a string may be made of, written as in a regular expression's brackets: {@code A-Za-z0-9_-}. */
final class CharacterSet {
    private final BitSet characters = new BitSet();

    private CharacterSet() {}

    static CharacterSet of(String spelled) {
        if (spelled.isEmpty()) {
            throw new IllegalArgumentException("characters must not be empty: name one, such as 'A-Z'");
        }
        CharacterSet set = new CharacterSet();
        int i = 0;
        while (i < spelled.length()) {
            // A hyphen at either end stands for itself.
            boolean range = i + 2 < spelled.length() && spelled.charAt(i + 1) == '-';
            set.add(spelled, i, range ? i + 2 : i);
            i += range ? 3 : 1;
        }
        return set;
    }

    private void add(String spelled, int first, int last) {
        char from = spelled.charAt(first);
        char to = spelled.charAt(last);
        if (from > to || Character.isSurrogate(from) || Character.isSurrogate(to)) {
            throw new IllegalArgumentException("characters must be ranges upwards, of characters to U+FFFF, got '"
                    + spelled.substring(first, last + 1) + "': put a hyphen that is meant itself at the end");
        }
        characters.set(from, to + 1);
    }

    boolean areAllOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!characters.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
