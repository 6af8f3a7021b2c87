package io.github.securehttpapi.local.internal.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The probing of one route: what was found, and how much time is left. */
final class RouteProbe {
    /** Ours: the first request may have to load the function's classes. */
    private static final int PATIENCE_AT_FIRST = 6;

    /** Ours: with so many requests unanswered, the rest of the route's would only take time. */
    private static final int MAX_LATE = 3;

    /** Ours: of findings of one kind, so many are told of one by one. */
    private static final int MAX_OF_A_KIND = 5;

    private final RawHttp http;
    private final ProbedRoute route;
    private final long deadline;
    private final Duration patience;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> byRule = new HashMap<>();
    private ProbeCredentials credentials = ProbeCredentials.NONE;
    private int requests;
    private int late;
    private int unsent;

    RouteProbe(RawHttp http, ProbedRoute route, long deadline, Duration patience) {
        this.patience = patience;
        this.http = http;
        this.route = route;
        this.deadline = deadline;
    }

    void unlock(ProbeCredentials key) {
        credentials = key;
    }

    int requests() {
        return requests;
    }

    /** Sends the first request, which may take longer. */
    void first(Shot shot) {
        send(shot, patience.multipliedBy(PATIENCE_AT_FIRST));
    }

    /** Sends a request, and looks at the answer. */
    Answer shoot(Shot shot) {
        return send(shot, patience);
    }

    /** Sends a request that must not get through. */
    void locked(Shot shot) {
        Answer answer = send(shot, patience.multipliedBy(PATIENCE_AT_FIRST));
        if (answer.status() >= 200 && answer.status() < 400) {
            add(new Finding(route.routeKey(), "let nobody in without credentials", answer.toString(), shot.what()));
        }
    }

    /** What was found, with a line for what was not told of one by one, or not sent. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        byRule.forEach((rule, count) -> {
            if (count > MAX_OF_A_KIND) {
                String got = (count - MAX_OF_A_KIND) + " more like it";
                all.add(new Finding(route.routeKey(), rule, got, "other requests"));
            }
        });
        if (unsent > 0) {
            String got = unsent + " requests unsent";
            all.add(new Finding(route.routeKey(), "answer in time to be probed", got, "all before"));
        }
        return all;
    }

    private Answer send(Shot shot, Duration atMost) {
        if (late >= MAX_LATE || System.nanoTime() - deadline > 0) {
            unsent++;
            return Answer.none("not sent");
        }
        requests++;
        List<String> key = credentials.headers(route.routeKey(), shot.method(), shot.target(), shot.body());
        Shot sent = key.isEmpty() ? shot : shot.with(key);
        Answer answer = http.send(sent, atMost);
        late += RawHttp.isTooLate(answer) ? 1 : 0;
        Inspection.of(route.routeKey(), sent, answer).forEach(this::add);
        return answer;
    }

    private void add(Finding finding) {
        if (byRule.merge(finding.rule(), 1, Integer::sum) <= MAX_OF_A_KIND) {
            findings.add(finding);
        }
    }
}
