package io.github.securehttpapi.review;

import java.util.List;

/** Whether support can find a failed request, and who else can read what is logged of it. */
final class LogRules {
    static final List<Rule> ALL = List.of(
            new AccessLogMissing(),
            new AccessLogSingleLine(),
            new AccessLogFormat(),
            new AccessLogFields(),
            new AccessLogVariables(),
            new AccessLogSize(),
            new AccessLogQuotes(),
            new AccessLogPersonalData(),
            new LogGroupRetention(),
            new LogGroupEncryption(),
            new LogGroupName());

    private LogRules() {}
}
