package io.github.securehttpapi.construct;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.Unit;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.JsonPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/**
 * What the alarms of an API look at, and when they ring. "Monitor CloudWatch metrics for HTTP APIs", AWS developer guide,
 * lists {@code 4xx}, {@code 5xx}, {@code Count}, {@code Latency}, {@code IntegrationLatency} and {@code DataProcessed}, and
 * no more: 429s and integration errors are counted from the access log.
 */
final class AlarmDefinition {
    private static final Duration PERIOD = Duration.minutes(5);
    private static final int PERIODS = 3;
    private static final int PERIODS_ABOVE_THRESHOLD = 2;

    private static final String NAMESPACE = "SecureHttpApi";

    private static final String SUM = "Sum";

    /** Below it, the 99th percentile is the slowest request of all. */
    private static final int SMALLEST_SAMPLE_FOR_P99 = 100;

    /** What the access log has for a variable without a value. */
    private static final String NO_VALUE = "-";

    private final SecureHttpApi api;
    private final int minimumRequests;

    AlarmDefinition(SecureHttpApi api, int minimumRequests) {
        this.api = api;
        this.minimumRequests = minimumRequests;
    }

    Alarm define(Construct scope, ApiAlarm alarm, Number threshold) {
        return Alarm.Builder.create(scope, alarm.constructId())
                .alarmDescription(alarm.describe(api.getNode().getPath()))
                .metric(metric(alarm))
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(PERIODS)
                .datapointsToAlarm(PERIODS_ABOVE_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }

    private IMetric metric(ApiAlarm alarm) {
        return switch (alarm) {
            case SERVER_ERRORS -> rate("5xx, % of requests", api.getStage().metricServerError(statistic(SUM)));
            case LATENCY -> latency();
            case INTEGRATION_ERRORS -> rate("integration errors, % of requests", counted(alarm, integrationError()));
            case THROTTLED_REQUESTS -> rate("429, % of requests", counted(alarm, throttled()));
        };
    }

    private IMetric latency() {
        int sample = Math.max(minimumRequests, SMALLEST_SAMPLE_FOR_P99);
        Metric latency = api.getStage().metricLatency(statistic("p99"));
        return expression("p99 latency, ms", "IF(requests >= " + sample + ", latency, 0)", "latency", latency);
    }

    private IMetric rate(String label, Metric errors) {
        String expression = "IF(requests >= " + minimumRequests + ", 100 * errors / requests, 0)";
        return expression(label, expression, "errors", errors);
    }

    /** Where a metric has no data, so has the expression, and the alarm takes that for good news. */
    private IMetric expression(String label, String expression, String name, Metric metric) {
        // In one order always, unlike Map.of, or the template would differ from one synthesis to the next.
        Map<String, IMetric> metrics = new LinkedHashMap<>();
        metrics.put(name, metric);
        metrics.put("requests", api.getStage().metricCount());
        return MathExpression.Builder.create()
                .label(label)
                .expression(expression)
                .usingMetrics(metrics)
                .period(PERIOD)
                .build();
    }

    /**
     * The sum of the lines of the access log that match. The filter is the API's, so that two {@code ApiAlarms} do not count
     * a line twice. A metric filter's dimensions come from fields of the log, and the API's id is none of them: it is in the
     * metric's name instead.
     */
    private Metric counted(ApiAlarm alarm, JsonPattern pattern) {
        String id = alarm.constructId();
        String metricName = api.getHttpApi().getApiId() + "/" + id;
        if (api.getNode().tryFindChild(id) == null) {
            MetricFilter.Builder.create(api, id)
                    .logGroup(api.getAccessLog())
                    .filterPattern(pattern)
                    .metricNamespace(NAMESPACE)
                    .metricName(metricName)
                    .defaultValue(0)
                    .unit(Unit.COUNT)
                    .build();
        }
        return Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(metricName)
                .statistic(SUM)
                .build();
    }

    private static JsonPattern throttled() {
        return FilterPattern.stringValue("$.status", "=", "429");
    }

    private static JsonPattern integrationError() {
        String field = "$.integrationError";
        return FilterPattern.all(FilterPattern.exists(field), FilterPattern.stringValue(field, "!=", NO_VALUE));
    }

    private static MetricOptions statistic(String name) {
        return MetricOptions.builder().statistic(name).build();
    }
}
