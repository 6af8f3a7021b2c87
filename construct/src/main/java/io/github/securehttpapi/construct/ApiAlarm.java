package io.github.securehttpapi.construct;

/** What {@link ApiAlarms} watches. */
public enum ApiAlarm {
    /**
     * The share of requests that were answered with 5xx, by the function or by the gateway. Above 5 % by default, which is
     * where AWS suggests to start ("Recommended alarms", Amazon CloudWatch user guide: API Gateway, 5XXError).
     */
    SERVER_ERRORS(
            "ServerErrors",
            5,
            "answers with 5xx. Find these in its access log by status; requestId leads to the function's log."),

    /**
     * How long the slowest hundredth of the requests took, from the gateway's receiving them to its answer. Above 2.5
     * seconds by default: AWS's suggestion for the slowest tenth (the same page: Latency), held to more strictly.
     */
    LATENCY(
            "Latency",
            2_500,
            "is slow. Compare integrationLatency with responseLatency in its access log: if they are close, it is the"
                    + " function."),

    /**
     * The share of requests for which the gateway got no proper answer from the function: it had no permission, it waited
     * too long, or could make nothing of what came back. Above 1 % by default. They are 5xx too, but never a function's
     * considered answer, so that this alarm can be stricter than the one on 5xx.
     */
    INTEGRATION_ERRORS(
            "IntegrationErrors",
            1,
            "gets no proper answers from its functions. integrationError in its access log says why."),

    /**
     * The share of requests that were throttled, that is, answered with 429. Above 5 % by default, AWS's suggestion for
     * client errors (the same page: 4XXError); below that, the throttle is doing its work. API Gateway may leave out of its
     * logs and metrics what it calls excessive 429s ("Monitor HTTP APIs in API Gateway", AWS developer guide), so that the
     * true share may be higher.
     */
    THROTTLED_REQUESTS(
            "ThrottledRequests",
            5,
            "answers with 429. routeKey and ip in its access log say which route is throttled, and whether one client is"
                    + " the cause.");

    private final String constructId;
    private final int defaultThreshold;
    private final String advice;

    ApiAlarm(String constructId, int defaultThreshold, String advice) {
        this.constructId = constructId;
        this.defaultThreshold = defaultThreshold;
        this.advice = advice;
    }

    /** Changing it replaces users' alarms and metrics. */
    String constructId() {
        return constructId;
    }

    /** In percent, and in milliseconds for {@link #LATENCY}. */
    Number defaultThreshold() {
        return defaultThreshold;
    }

    /** For whoever is woken: what happens to an API, and where to look. */
    String describe(String api) {
        return api + " " + advice;
    }
}
