package io.github.securehttpapi.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a gateway has opened: last opened, first closed. */
final class Resources implements AutoCloseable {
    private final Deque<Runnable> opened = new ArrayDeque<>();

    void add(Runnable close) {
        opened.push(close);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }
}
