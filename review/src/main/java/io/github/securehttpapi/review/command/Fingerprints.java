package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** By what a finding is recognized in a later version of the template: not its line, and not the values in its message. */
final class Fingerprints {
    /** Ours: 64 bits, of which thousands of findings do not collide. */
    private static final int BYTES = 8;

    private final Map<String, Integer> seen = new HashMap<>();

    String of(String uri, Finding finding) {
        String subject = String.join(
                "\n", uri, finding.rule(), finding.resource(), finding.route() == null ? "" : finding.route());
        int which = seen.merge(subject, 1, Integer::sum);
        return hash(subject) + ":" + which;
    }

    private static String hash(String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
