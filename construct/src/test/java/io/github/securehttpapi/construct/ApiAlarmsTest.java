package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.securehttpapi.testing.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudwatch.AlarmActionConfig;
import software.amazon.awscdk.services.sns.Topic;

final class ApiAlarmsTest {
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final String FILTER = "AWS::Logs::MetricFilter";

    private final Stack stack = new Stack(new App(), "Shop");

    private static Synthesized alarms(UnaryOperator<ApiAlarms.Builder> settings) {
        return Synthesized.of(stack -> {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
            Topic onCall = new Topic(stack, "OnCall");
            settings.apply(ApiAlarms.Builder.create(stack, "Alarms").api(api).topic(onCall))
                    .build();
        });
    }

    /** The properties of each alarm, by its construct's id. */
    private static Map<String, Map<String, Object>> byId(Synthesized synthesized) {
        Map<String, Map<String, Object>> alarms = new TreeMap<>();
        synthesized.resources(ALARM).values().forEach(alarm -> {
            String path = String.valueOf(object(alarm, "Metadata").get("aws:cdk:path"));
            alarms.put(List.of(path.split("/", -1)).get(2), object(alarm, "Properties"));
        });
        return alarms;
    }

    private static Map<String, Object> alarm(Synthesized synthesized, String id) {
        return Objects.requireNonNull(byId(synthesized).get(id), id);
    }

    /** What the alarm is on, as text. */
    private static String metrics(Synthesized synthesized, String id) {
        return String.valueOf(alarm(synthesized, id).get("Metrics"));
    }

    @Test
    void everyConstructIdIsGuarded() {
        Synthesized shop = Synthesized.of(stack -> {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
            Topic onCall = new Topic(stack, "OnCall");
            // snippet:alarms
            ApiAlarms.Builder.create(stack, "Alarms")
                    .api(api)
                    .topic(onCall)
                    .notifyWhenOk(true)
                    .serverErrorPercent(2)
                    .latency(Duration.seconds(1))
                    .build();
            // end
        });

        Snapshot.named("api-alarms").assertMatches(shop.template());
    }

    @Nested
    final class Defaults {
        private final Synthesized synthesized = alarms(UnaryOperator.identity());

        @Test
        void sixResourcesAsDocumented() {
            assertThat(byId(synthesized))
                    .containsOnlyKeys("IntegrationErrors", "Latency", "ServerErrors", "ThrottledRequests");
            assertThat(synthesized.resources(FILTER)).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({"ServerErrors, 5", "Latency, 2500", "IntegrationErrors, 1", "ThrottledRequests, 5"})
        void thresholds(String id, int threshold) {
            assertThat(alarm(synthesized, id)).containsEntry("Threshold", threshold);
        }

        @ParameterizedTest
        @ValueSource(strings = {"IntegrationErrors", "Latency", "ServerErrors", "ThrottledRequests"})
        void aSingleBadPeriodOrNoRequestsAtAllWakeNobody(String id) {
            assertThat(alarm(synthesized, id))
                    .containsEntry("EvaluationPeriods", 3)
                    .containsEntry("DatapointsToAlarm", 2)
                    .containsEntry("ComparisonOperator", "GreaterThanThreshold")
                    .containsEntry("TreatMissingData", "notBreaching")
                    .containsKey("AlarmActions")
                    .doesNotContainKeys("OKActions", "AlarmName");
        }

        @Test
        void ratesNeedTenRequestsAndPercentilesAHundred() {
            assertThat(List.of("IntegrationErrors", "ServerErrors", "ThrottledRequests"))
                    .allSatisfy(id -> assertThat(metrics(synthesized, id))
                            .contains("Expression=IF(requests >= 10, 100 * errors / requests, 0)"));
            assertThat(metrics(synthesized, "Latency")).contains("Expression=IF(requests >= 100, latency, 0)");
        }

        /** The names of REST APIs, 5XXError and ApiName, would find nothing, and never ring. */
        @Test
        void metricsAreThoseOfHttpApis() {
            assertThat(metrics(synthesized, "ServerErrors"))
                    .contains("Namespace=AWS/ApiGateway", "MetricName=5xx", "MetricName=Count", "Period=300")
                    .contains("Name=ApiId", "Name=Stage", "Value=$default")
                    .doesNotContain("ApiName");
            assertThat(metrics(synthesized, "Latency")).contains("MetricName=Latency", "Stat=p99");
        }

        @Test
        void theFiltersMatchWhatTheAccessLogWrites() {
            Map<String, Object> stage = synthesized.only("AWS::ApiGatewayV2::Stage");
            assertThat((String) object(stage, "AccessLogSettings").get("Format"))
                    .contains("\"status\":\"$context.status\"")
                    .contains("\"integrationError\":\"$context.integration.error\"");

            assertThat(synthesized.resources(FILTER).values())
                    .extracting(filter -> object(filter, "Properties").get("FilterPattern"))
                    .containsExactlyInAnyOrder(
                            "{ $.status = \"429\" }",
                            "{ ($.integrationError = \"*\") && ($.integrationError != \"-\") }");
        }

        /** A second stack, or a second API, must not add to these. */
        @Test
        void theMetricsOfTheLogCarryTheApisId() {
            assertThat(synthesized.resources(FILTER).values()).allSatisfy(filter -> {
                assertThat(String.valueOf(object(filter, "Properties").get("MetricTransformations")))
                        .contains("MetricNamespace=SecureHttpApi", "DefaultValue=0", "MetricValue=1", "Unit=Count")
                        .containsPattern("MetricName=\\{Fn::Join=\\[, \\[\\{Ref=ApiHttpApi\\w+}, /\\w+]]}")
                        .doesNotContain("Dimensions");
            });
        }
    }

    @Nested
    final class Settings {
        @Test
        void thresholdsAndSampleAreOverridable() {
            Synthesized synthesized = alarms(builder -> builder.serverErrorPercent(0.5)
                    .integrationErrorPercent(0)
                    .throttledPercent(20)
                    .latency(Duration.seconds(30))
                    .minimumRequests(200));

            assertThat(alarm(synthesized, "ServerErrors")).containsEntry("Threshold", 0.5);
            assertThat(alarm(synthesized, "IntegrationErrors")).containsEntry("Threshold", 0);
            assertThat(alarm(synthesized, "ThrottledRequests")).containsEntry("Threshold", 20);
            assertThat(alarm(synthesized, "Latency")).containsEntry("Threshold", 30_000);
            assertThat(List.of("IntegrationErrors", "Latency", "ServerErrors", "ThrottledRequests"))
                    .allSatisfy(id -> assertThat(metrics(synthesized, id)).contains("requests >= 200"));
        }

        @Test
        void thresholdsMayBeParameters() {
            Synthesized synthesized = Synthesized.of(stack -> {
                Number value = CfnParameter.Builder.create(stack, "Threshold")
                        .type("Number")
                        .build()
                        .getValueAsNumber();
                ApiAlarms.Builder.create(stack, "Alarms")
                        .api(SecureHttpApi.Builder.create(stack, "Api").build())
                        .topic(new Topic(stack, "OnCall"))
                        .throttledPercent(value)
                        .latency(Duration.millis(value))
                        .build();
            });

            Map<String, String> reference = Map.of("Ref", "Threshold");
            assertThat(alarm(synthesized, "ThrottledRequests")).containsEntry("Threshold", reference);
            assertThat(alarm(synthesized, "Latency")).containsEntry("Threshold", reference);
        }

        @Test
        void anAlarmSwitchedOffTakesItsFilterWithIt() {
            Synthesized synthesized = alarms(builder -> builder.without(ApiAlarm.THROTTLED_REQUESTS)
                    .without(ApiAlarm.LATENCY)
                    .throttledPercent(1));

            assertThat(byId(synthesized)).containsOnlyKeys("IntegrationErrors", "ServerErrors");
            assertThat(synthesized.resources(FILTER).keySet())
                    .singleElement()
                    .asString()
                    .startsWith("ApiIntegrationErrors");
        }

        @Test
        void okActionsAndOtherActionsComeByChoice() {
            Synthesized synthesized = alarms(builder -> builder.notifyWhenOk(true)
                    .alarmAction((scope, alarm) -> AlarmActionConfig.builder()
                            .alarmActionArn("arn:aws:ssm:eu-west-1:111122223333:opsitem:1")
                            .build()));

            assertThat(byId(synthesized).values()).allSatisfy(alarm -> {
                assertThat((List<?>) alarm.get("AlarmActions")).hasSize(2);
                assertThat(alarm.get("OKActions")).isEqualTo(alarm.get("AlarmActions"));
            });
        }

        @Test
        void theNativeAlarmsAreHandedOut() {
            ApiAlarms alarms = ApiAlarms.Builder.create(stack, "Alarms")
                    .api(SecureHttpApi.Builder.create(stack, "Api").build())
                    .topic(new Topic(stack, "OnCall"))
                    .without(ApiAlarm.LATENCY)
                    .build();

            assertThat(alarms.getAlarms().keySet())
                    .containsExactly(ApiAlarm.SERVER_ERRORS, ApiAlarm.INTEGRATION_ERRORS, ApiAlarm.THROTTLED_REQUESTS);
        }

        /** Two filters of one name would count each line twice. */
        @Test
        void twoApiAlarmsShareTheApisFilters() {
            Synthesized synthesized = Synthesized.of(stack -> {
                SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
                for (String id : Set.of("Pager", "Ticket")) {
                    ApiAlarms.Builder.create(stack, id)
                            .api(api)
                            .topic(new Topic(stack, id + "Topic"))
                            .build();
                }
            });

            assertThat(synthesized.resources(ALARM)).hasSize(8);
            assertThat(synthesized.resources(FILTER)).hasSize(2);
        }

        @Test
        void anotherStackMayHoldTheAlarms() {
            App app = new App();
            Stack shop = new Stack(app, "Shop");
            Stack operations = new Stack(app, "Operations");
            ApiAlarms.Builder.create(operations, "Alarms")
                    .api(SecureHttpApi.Builder.create(shop, "Api").build())
                    .topic(new Topic(operations, "OnCall"))
                    .build();

            Template.fromStack(operations).resourceCountIs(ALARM, 4);
            Template.fromStack(operations).resourceCountIs(FILTER, 0);
            Template.fromStack(shop).resourceCountIs(FILTER, 2);
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        ApiAlarms.Builder builder = ApiAlarms.Builder.create(stack, "Alarms");

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("alarms must have an API, got none: pass the SecureHttpApi with api(…)");

        builder.api(SecureHttpApi.Builder.create(stack, "Api").build());
        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("alarms must have someone to notify, got nobody: pass topic(…) or alarmAction(…)");

        builder.topic(new Topic(stack, "OnCall"));
        Set.of(ApiAlarm.values()).forEach(builder::without);
        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("alarms must be one at least, got none: drop a without(…), or the whole ApiAlarms");
    }
}
