package io.github.securehttpapi.local.internal.lambdaauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ResultCacheTest {
    private static final Answer ANSWER = new Answer(true, null, "null", Map.of());

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final ResultCache cache = new ResultCache(Duration.ofSeconds(5), nanos::get);

    @Test
    void keepsAnAnswerForItsTimeAlsoWhenTheClockOverflows() {
        cache.keep(key("a"), ANSWER, 1);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
        assertThat(cache.find(key("a"))).isSameAs(ANSWER);
        nanos.addAndGet(1);
        assertThat(cache.find(key("a"))).isNull();
    }

    @Test
    void tellsStagesAndIdentitiesApart() {
        cache.keep(new ResultCache.Key("blue", List.of("a", "b")), ANSWER, 1);
        assertThat(cache.find(new ResultCache.Key("blue", List.of("a", "b")))).isSameAs(ANSWER);
        assertThat(cache.find(new ResultCache.Key("green", List.of("a", "b")))).isNull();
        assertThat(cache.find(new ResultCache.Key("blue", List.of("a,b")))).isNull();
        assertThat(cache.find(new ResultCache.Key("blue", List.of("b", "a")))).isNull();
    }

    @Test
    void keepsNothingWithoutATime() {
        ResultCache none = new ResultCache(Duration.ZERO, nanos::get);
        none.keep(key("a"), ANSWER, 1);
        assertThat(none.find(key("a"))).isNull();
    }

    @Test
    void dropsTheLeastRecentlyUsed() {
        cache.keep(key("first"), ANSWER, 1);
        cache.keep(key("second"), ANSWER, 1);
        for (int number = 2; number < ResultCache.MAX_ANSWERS; number++) {
            cache.keep(key("number " + number), ANSWER, 1);
        }
        assertThat(cache.find(key("first"))).isSameAs(ANSWER);
        cache.keep(key("one more"), ANSWER, 1);
        assertThat(cache.find(key("first"))).isSameAs(ANSWER);
        assertThat(cache.find(key("second"))).isNull();
    }

    @Test
    void passesOverLongAnswers() {
        cache.keep(key("long"), ANSWER, ResultCache.MAX_ANSWER_BYTES + 1);
        cache.keep(key("longest"), ANSWER, ResultCache.MAX_ANSWER_BYTES);
        assertThat(cache.find(key("long"))).isNull();
        assertThat(cache.find(key("longest"))).isSameAs(ANSWER);
    }

    private static ResultCache.Key key(String identity) {
        return new ResultCache.Key("$default", List.of(identity));
    }
}
