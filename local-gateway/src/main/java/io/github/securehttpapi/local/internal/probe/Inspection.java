package io.github.securehttpapi.local.internal.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no answer may have. */
final class Inspection {
    /** Stands in every header that the probe makes up: nobody else has it. */
    static final String MARK = "prb7f3e1";

    /** The header that would be there if a value could start one. */
    static final String INJECTED = "X-Probe-Injected";

    /** A calculation that a template engine does, and what comes of it. */
    static final String CALCULATION = "31337*31337";

    private static final String CALCULATED = "982007569";

    private static final List<Leak> LEAKS = List.of(
            new Leak(
                    "keep stack traces to its log",
                    "\\bat [\\w.$/<>]+\\([^()\\s]*\\.(?:java|kt|scala|groovy)(?::\\d+)?\\)|Traceback \\(most recent"
                            + "|Caused by: |Exception in thread|\\bat \\S+ \\(?\\S+\\.[cm]?[jt]s:\\d+:\\d+"),
            new Leak(
                    "keep class names to its log",
                    "\\b[a-z]\\w*(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*[a-z]\\w*|\\b[A-Z][a-z]\\w*Exception\\b"),
            new Leak(
                    "keep file paths to its log",
                    "(?<![\\w.:/])/(?:etc|home|mnt|opt|private|proc|root|srv|tmp|usr|Users|var|work)/[\\w.-]+"
                            + "|\\bfile:/+\\w+|\\b[A-Z]:\\\\{1,2}\\w+"),
            new Leak("keep files to itself", "root:[x*!]?:0:0:"),
            new Leak(
                    "keep its database to itself",
                    "\\bORA-\\d{5}|\\bSQLSTATE\\b|error in your SQL syntax|syntax error at or near"),
            new Leak("not evaluate what it is sent", CALCULATED));

    private Inspection() {}

    /** A text that no answer may have, unless the request had it. */
    private record Leak(String rule, Pattern pattern) {
        Leak(String rule, String pattern) {
            this(rule, Pattern.compile(pattern));
        }
    }

    /** What is wrong with an answer. */
    static List<Finding> of(String routeKey, Shot shot, Answer answer) {
        List<Finding> findings = new ArrayList<>();
        if (!answer.failure().isEmpty()) {
            findings.add(new Finding(routeKey, "answer", answer.toString(), shot.what()));
            return findings;
        }
        if (answer.status() >= 500) {
            findings.add(new Finding(routeKey, "not fail", answer.toString(), shot.what()));
        }
        for (Leak leak : LEAKS) {
            Matcher found = leak.pattern().matcher(answer.head() + "\r\n" + answer.body());
            while (found.find()) {
                if (!shot.has(found.group())) {
                    findings.add(new Finding(routeKey, leak.rule(), found.group(), shot.what()));
                    break;
                }
            }
        }
        headers(routeKey, shot, answer, findings);
        return findings;
    }

    private static void headers(String routeKey, Shot shot, Answer answer, List<Finding> findings) {
        if (!answer.hasHeader("apigw-requestid") && !answer.hasHeader("x-request-id")) {
            findings.add(new Finding(routeKey, "send a request id", answer.toString(), shot.what()));
        }
        if (answer.hasHeader(INJECTED.toLowerCase(Locale.ROOT))) {
            findings.add(new Finding(routeKey, "let no value start a header", INJECTED, shot.what()));
        }
        int mark = (answer.head() + answer.body()).indexOf(MARK);
        if (mark >= 0) {
            String all = answer.head() + answer.body();
            String around = all.substring(Math.max(0, mark - 16), Math.min(all.length(), mark + 40));
            findings.add(new Finding(routeKey, "not send back a hostile header", around, shot.what()));
        }
    }
}
