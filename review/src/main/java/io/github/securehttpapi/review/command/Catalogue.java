package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Review;
import io.github.securehttpapi.review.RuleDescription;

/** Every rule, for a terminal. */
final class Catalogue {
    private Catalogue() {}

    static String written() {
        StringBuilder out = new StringBuilder();
        for (RuleDescription rule : Review.rules()) {
            out.append(rule.id())
                    .append(" (")
                    .append(rule.severity())
                    .append("): ")
                    .append(rule.protectsFrom());
            if (!rule.scanners().isEmpty()) {
                out.append("\n    as ").append(String.join(", ", rule.scanners()));
            }
            out.append("\n    ").append(rule.source()).append('\n');
        }
        return out.toString();
    }
}
