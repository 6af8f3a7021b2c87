package io.github.securehttpapi.construct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * Alarms for a {@link SecureHttpApi}: on its 5xx, its slowest answers, its integration errors and its 429s.
 *
 * <pre>{@code
 * ApiAlarms.Builder.create(this, "Alarms")
 *         .api(api)
 *         .topic(onCall)
 *         .build();
 * }</pre>
 *
 * <p>Each alarm looks at the last three periods of five minutes and rings if two of them are above its threshold. AWS
 * suggests three to five periods of a minute ("Recommended alarms", Amazon CloudWatch user guide), but a minute of an API
 * with little traffic holds too few requests to speak of a rate. So one failure never rings, nor does one bad moment at a
 * deployment; an outage does within ten minutes or so. Periods without requests count as good: an API that nobody calls has
 * no alarm here, and needs a canary that calls it.
 *
 * <p>Four alarms are six resources: the alarms themselves, and two metric filters on the access log, which belong to the
 * API and are shared by all of its {@code ApiAlarms}. An alarm that is switched off takes its filter with it. Every alarm
 * reads two metrics; each filter makes a custom metric.
 *
 * <p>The topic's policy and key are made to let CloudWatch publish, where this app defines them.
 */
public final class ApiAlarms extends Construct {
    private final Map<ApiAlarm, Alarm> alarms = new EnumMap<>(ApiAlarm.class);

    private ApiAlarms(Construct scope, String id, Builder builder, SecureHttpApi api) {
        super(scope, id);
        AlarmDefinition definition = new AlarmDefinition(api, builder.minimumRequests);
        for (ApiAlarm alarm : builder.switchedOn) {
            Number threshold = builder.thresholds.getOrDefault(alarm, alarm.defaultThreshold());
            alarms.put(alarm, definition.define(this, alarm, threshold));
        }
        builder.topics.forEach(topic -> AlarmTopic.letCloudWatchPublish(this, topic));
        IAlarmAction[] actions = builder.allActions();
        alarms.values().forEach(alarm -> alarm.addAlarmAction(actions));
        if (builder.notifyWhenOk) {
            alarms.values().forEach(alarm -> alarm.addOkAction(actions));
        }
    }

    /**
     * The CDK's own alarms, for composite alarms, dashboards, and what this construct has no word for.
     *
     * @return those that are not switched off, in the order of {@link ApiAlarm}; unmodifiable
     */
    public Map<ApiAlarm, Alarm> getAlarms() {
        return Collections.unmodifiableMap(alarms);
    }

    /** Says what the alarms are like before they are defined. Not thread-safe. */
    public static final class Builder implements software.amazon.jsii.Builder<ApiAlarms> {
        private final Construct scope;
        private final String id;
        private final Map<ApiAlarm, Number> thresholds = new EnumMap<>(ApiAlarm.class);
        private final Set<ApiAlarm> switchedOn = EnumSet.allOf(ApiAlarm.class);
        private final List<ITopic> topics = new ArrayList<>();
        private final List<IAlarmAction> actions = new ArrayList<>();
        private @Nullable SecureHttpApi api;
        private boolean notifyWhenOk;
        private int minimumRequests = 10;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /**
         * Starts the alarms of an API.
         *
         * @param scope the stack of the API, or another one in the same account and region
         * @param id the construct's id; changing it later replaces the alarms
         * @return a builder to say the rest with
         */
        public static Builder create(Construct scope, String id) {
            return new Builder(Objects.requireNonNull(scope, "scope"), Objects.requireNonNull(id, "id"));
        }

        /**
         * The API to watch. Required.
         *
         * @param watched an API whose access log goes to a log group of the standard class, and of its own
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder api(SecureHttpApi watched) {
            this.api = Objects.requireNonNull(watched, "watched");
            return this;
        }

        /**
         * A topic to publish to when an alarm rings. At least one topic or action is required.
         *
         * @param topic a topic in the region of the alarms; if it was imported, its policy and key must let {@code
         *     cloudwatch.amazonaws.com} publish
         * @return this builder; the calls add up
         */
        public Builder topic(ITopic topic) {
            this.topics.add(Objects.requireNonNull(topic, "topic"));
            return this;
        }

        /**
         * Something else to do when an alarm rings.
         *
         * @param action any alarm action of the CDK
         * @return this builder; the calls add up
         */
        public Builder alarmAction(IAlarmAction action) {
            this.actions.add(Objects.requireNonNull(action, "action"));
            return this;
        }

        /**
         * Does the same when an alarm is over, which it does not by default.
         *
         * @param notify whether it does
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder notifyWhenOk(boolean notify) {
            this.notifyWhenOk = notify;
            return this;
        }

        /**
         * The threshold of {@link ApiAlarm#SERVER_ERRORS}, in place of 5 %.
         *
         * @param percent of the requests, so that 5 is 5 %
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is neither 0 nor from 0.1 to below 100
         */
        public Builder serverErrorPercent(Number percent) {
            return threshold(ApiAlarm.SERVER_ERRORS, AlarmThreshold.requirePercent(percent, "serverErrorPercent"));
        }

        /**
         * The threshold of {@link ApiAlarm#LATENCY}, in place of 2.5 seconds. The alarm needs 100 requests in a period, or
         * {@link #minimumRequests} if that is more.
         *
         * @param p99 what 99 of 100 requests are to stay within
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is not above 0 and up to 30 seconds
         */
        public Builder latency(Duration p99) {
            return threshold(ApiAlarm.LATENCY, AlarmThreshold.requireLatency(p99, "latency"));
        }

        /**
         * The threshold of {@link ApiAlarm#INTEGRATION_ERRORS}, in place of 1 %.
         *
         * @param percent of the requests, so that 5 is 5 %
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is neither 0 nor from 0.1 to below 100
         */
        public Builder integrationErrorPercent(Number percent) {
            return threshold(
                    ApiAlarm.INTEGRATION_ERRORS, AlarmThreshold.requirePercent(percent, "integrationErrorPercent"));
        }

        /**
         * The threshold of {@link ApiAlarm#THROTTLED_REQUESTS}, in place of 5 %.
         *
         * @param percent of the requests, so that 5 is 5 %
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is neither 0 nor from 0.1 to below 100
         */
        public Builder throttledPercent(Number percent) {
            return threshold(ApiAlarm.THROTTLED_REQUESTS, AlarmThreshold.requirePercent(percent, "throttledPercent"));
        }

        private Builder threshold(ApiAlarm alarm, Number threshold) {
            thresholds.put(alarm, threshold);
            return this;
        }

        /**
         * How many requests a period of five minutes must have to count at all; 10 by default. Lower it for an API with less
         * traffic than that: its alarms are silent otherwise.
         *
         * @param requests from 1
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder minimumRequests(int requests) {
            if (requests < 1) {
                throw new IllegalArgumentException(
                        "minimumRequests must be from 1, got '" + requests + "': a rate of no requests is none");
            }
            this.minimumRequests = requests;
            return this;
        }

        /**
         * Switches an alarm off.
         *
         * @param alarm the alarm
         * @return this builder; the calls add up
         */
        public Builder without(ApiAlarm alarm) {
            this.switchedOn.remove(Objects.requireNonNull(alarm, "alarm"));
            return this;
        }

        /**
         * Defines the alarms.
         *
         * @return the construct
         * @throws IllegalStateException if there is no API, neither topic nor action, or no alarm that is switched on
         */
        @Override
        public ApiAlarms build() {
            if (api == null) {
                throw new IllegalStateException(
                        "alarms must have an API, got none: pass the SecureHttpApi with api(…)");
            }
            if (topics.isEmpty() && actions.isEmpty()) {
                throw new IllegalStateException(
                        "alarms must have someone to notify, got nobody: pass topic(…) or alarmAction(…)");
            }
            if (switchedOn.isEmpty()) {
                throw new IllegalStateException(
                        "alarms must be one at least, got none: drop a without(…), or the whole ApiAlarms");
            }
            return new ApiAlarms(scope, id, this, api);
        }

        private IAlarmAction[] allActions() {
            List<IAlarmAction> all = new ArrayList<>();
            topics.forEach(topic -> all.add(new SnsAction(topic)));
            all.addAll(actions);
            return all.toArray(IAlarmAction[]::new);
        }
    }
}
