package io.github.securehttpapi.local.internal.integration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of the headers that functions answer with: they have few, so that each is looked at once. */
final class AnsweredNames {
    /** Ours: a function that answers with names from its requests must not fill the memory. */
    private static final int MAX_KNOWN = 256;

    private static final int MAX_KNOWN_LENGTH = 64;

    private final Map<String, AnsweredName> known = new ConcurrentHashMap<>();

    AnsweredName of(String written) {
        AnsweredName name = known.get(written);
        return name == null ? remembered(written) : name;
    }

    private AnsweredName remembered(String written) {
        AnsweredName name = new AnsweredName(written);
        if (written.length() <= MAX_KNOWN_LENGTH && known.size() < MAX_KNOWN) {
            known.put(written, name);
        }
        return name;
    }
}
