package io.github.securehttpapi.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A visit of Chromium to the page of the allowed origin and to that of the other one, which make all the fetches. */
final class Visit {
    private static final int PATIENCE_SECONDS = 60;

    private final Map<String, Result> results = new ConcurrentHashMap<>();
    private final List<Fetching> fetches;
    private final CountDownLatch left;
    private final Site allowed;
    private final Site other;
    private final Served served;

    private Visit(List<Fetching> fetches, Path folder) throws Exception {
        this.fetches = fetches;
        this.left = new CountDownLatch(fetches.size());
        this.allowed = new Site(this::keep);
        this.other = new Site(this::keep);
        this.served = new Served(folder, allowed.origin());
    }

    /** The results by the names of the fetches. */
    static Map<String, Result> of(List<Fetching> fetches, Path program, Path folder) throws Exception {
        Visit visit = new Visit(fetches, folder);
        try (visit.allowed;
                visit.other;
                visit.served) {
            visit.make(program, folder);
        }
        return Map.copyOf(visit.results);
    }

    private void make(Path program, Path folder) throws Exception {
        allowed.runs(script("allowed", other.page().toString()));
        other.runs(script("other", ""));
        try (Chromium browser = Chromium.show(allowed.page(), program, folder)) {
            assertThat(left.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s results missing, Chromium: %s", left.getCount(), browser.said())
                    .isTrue();
        }
    }

    private String script(String page, String next) {
        List<Map<String, Object>> arguments = fetches.stream()
                .filter(fetching -> fetching.page().equals(page))
                .map(fetching -> fetching.arguments(served.urls(), served.tokens()))
                .toList();
        return JSONObjectUtils.toJSONString(Map.of("fetches", arguments, "next", next));
    }

    /** The page waits for this before its next fetch, so that the lines are of this one. */
    private void keep(String json) {
        Result result = Result.of(json, served.takeAccessLog());
        results.put(result.name(), result);
        left.countDown();
    }
}
