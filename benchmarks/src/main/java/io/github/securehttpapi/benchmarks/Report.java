package io.github.securehttpapi.benchmarks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All of a run.
 *
 * @param environment the machine, the versions and the time, by name and in the order to show them in
 * @param results of the parts that ran
 * @param skipped parts that this machine has not what it takes for, and what that is
 * @param failed parts that broke, and how
 */
record Report(
        Map<String, String> environment,
        List<Result> results,
        Map<String, String> skipped,
        Map<String, String> failed) {
    Report {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        results = List.copyOf(results);
        skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }

    long aims() {
        return claims().stream().filter(claim -> claim.aim() != null).count();
    }

    long missed() {
        return claims().stream().filter(Claim::missed).count();
    }

    /** Whether a run may end well: what broke never may, and what is strict takes every aim measured and met. */
    boolean passes(boolean strict) {
        return failed.isEmpty() && (!strict || (skipped.isEmpty() && missed() == 0));
    }

    /** What is said of a run that may not. */
    String objection(boolean strict) {
        return strict
                ? "benchmarks must run, and all aims be measured and met, got %d failed, %d skipped and %d missed"
                        .formatted(failed.size(), skipped.size(), missed())
                : "benchmarks must run, got %d failed".formatted(failed.size());
    }

    private List<Claim> claims() {
        return results.stream().flatMap(result -> result.claims().stream()).toList();
    }
}
