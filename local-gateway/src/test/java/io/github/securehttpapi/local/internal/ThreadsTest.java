package io.github.securehttpapi.local.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ThreadsTest {
    private static final ThreadLocal<@Nullable String> CALLER = new InheritableThreadLocal<>();

    @Test
    void threadHadTheValuesAndTheClassesOfTheFunctionThatHadItStarted() throws Exception {
        List<@Nullable Object> found = Collections.synchronizedList(new ArrayList<>());
        Thread starter = Thread.currentThread();
        ClassLoader before = starter.getContextClassLoader();
        try (URLClassLoader function = new URLClassLoader(new URL[0])) {
            CALLER.set("alice");
            starter.setContextClassLoader(function);
            Thread thread = new Threads("test").newThread(() -> {
                found.add(CALLER.get());
                found.add(Thread.currentThread().getContextClassLoader());
            });
            thread.start();
            thread.join();
        } finally {
            CALLER.remove();
            starter.setContextClassLoader(before);
        }
        assertThat(found).containsExactly(null, Threads.class.getClassLoader());
    }
}
