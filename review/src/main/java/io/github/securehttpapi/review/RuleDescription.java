package io.github.securehttpapi.review;

import java.util.List;

/**
 * A rule, as the catalogue shows it.
 *
 * @param id such as {@code public-route}
 * @param severity the heaviest that its findings have
 * @param protectsFrom what goes wrong where it is not kept: one sentence, lower case, without a period
 * @param scanners the ids under which other tools check the same, such as {@code AwsSolutions-APIG4}; often none
 * @param source the page that the rule rests on
 */
public record RuleDescription(String id, Severity severity, String protectsFrom, List<String> scanners, String source) {
    /**
     * Copies the scanners.
     *
     * @param id the id
     * @param severity the severity
     * @param protectsFrom the harm
     * @param scanners the scanners
     * @param source the source
     */
    public RuleDescription {
        scanners = List.copyOf(scanners);
    }
}
