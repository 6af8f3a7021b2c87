package io.github.securehttpapi.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run has come to so far. */
final class Results {
    private final Map<String, String> environment;
    private final List<Result> results = new ArrayList<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();
    private final Map<String, String> failed = new LinkedHashMap<>();

    Results(Map<String, String> environment) {
        this.environment = new LinkedHashMap<>(environment);
    }

    /** What a part does. */
    @FunctionalInterface
    interface Part {
        void run() throws Exception;
    }

    /** Runs a part, which loses none of what the others measured, whatever becomes of it; only an interrupt ends all. */
    void part(String name, Part part) throws InterruptedException {
        System.out.println("running " + name);
        try {
            part.run();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (UnavailableException missing) {
            skip(name, String.valueOf(missing.getMessage()));
        } catch (Throwable broken) { // an Error of one part, as of a class that is not there, is no other part's
            fail(name, broken);
        }
    }

    void add(Result result) {
        results.add(result);
    }

    /** Something that was found out on the way, as the version of a tool. */
    void environment(String name, String value) {
        environment.put(name, value);
    }

    void skip(String part, String why) {
        System.out.println("SKIPPED " + part + ": " + why);
        skipped.put(part, why);
    }

    private void fail(String part, Throwable broken) {
        System.out.println("FAILED " + part);
        broken.printStackTrace();
        failed.put(part, description(broken));
    }

    private static String description(Throwable broken) {
        Throwable root = broken;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.equals(broken) ? broken.toString() : broken + ", caused by " + root;
    }

    Report report() {
        return new Report(environment, results, skipped, failed);
    }
}
