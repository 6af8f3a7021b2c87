package io.github.securehttpapi.handler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Text that spaces divide. */
final class Words {
    private Words() {}

    /** The words of {@code text}, unmodifiable. By hand: a split is a regex, or at least loads its classes. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space;
            if (end > start) {
                words.add(text.substring(start, end));
            }
            start = end + 1;
        }
        return Collections.unmodifiableList(words);
    }
}
