package io.github.securehttpapi.review;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A format that is too long. */
final class AccessLogSize implements AccessLogRule {
    /** "Quotas for configuring and running an HTTP API", API Gateway developer guide: 3 KB. */
    private static final int MAX_BYTES = 3 * 1024;

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "access-log-size",
                Severity.ERROR,
                "the deployment fails, since API Gateway takes access log formats up to 3 KB",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html");
    }

    @Override
    public void judge(StageLog log, Findings findings) {
        int bytes = bytes(log.format().text());
        if (bytes > MAX_BYTES) {
            log.on(findings)
                    .report(
                            log.name() + " must have a format of at most 3 KB, got '" + bytes + "' bytes",
                            "leave out white space, and what nobody reads",
                            log.edited(AccessLogSize::shortened));
        } else if (log.isOpaque()) {
            log.unresolved(findings, "whether the format of the " + log.name() + " has at most 3 KB");
        }
    }

    private static String shortened(String text) {
        String compact = LogFormat.of(text).isJson() ? FormatEdits.compact(text) : text;
        return bytes(compact) <= MAX_BYTES ? compact : ContextVariables.format(ContextVariables.standard());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
