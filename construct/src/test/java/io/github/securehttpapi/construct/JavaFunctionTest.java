package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.testing.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

final class JavaFunctionTest {
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String VERSION = "AWS::Lambda::Version";
    private static final String ALIAS = "AWS::Lambda::Alias";
    private static final String ROLE = "AWS::IAM::Role";

    @TempDir
    private Path folder;

    @Test
    void theTemplateIsTheOneThatWasReviewed() {
        Snapshot.named("java-function")
                .assertMatches(synthesized(orders -> orders).template());
    }

    @Test
    void aRouteIsGivenTheAlias() {
        Path jar = FunctionJar.compiledFrom("code", folder);
        Synthesized shop = Synthesized.of(stack -> {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .defaultAuthorizer(Synthesized.authorizer())
                    .build();
            // snippet:route
            JavaFunction orders = JavaFunction.Builder.create(stack, "Orders")
                    .jar(jar)
                    .handler("com.example.OrdersHandler")
                    .build();

            api.addRoute(SecureRoute.get("/orders").handler(orders).build());
            // end
        });

        assertThat(shop.only("AWS::ApiGatewayV2::Integration"))
                .containsEntry("IntegrationUri", Map.of("Ref", "OrdersAliasFA69D35F"));
    }

    @Test
    void anAuthorizerIsGivenTheAlias() {
        Synthesized shop = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(SecureAuthorizers.lambda(
                        "Partners", orders(stack, "code").build()))
                .build()
                .addRoute(SecureRoute.get("/stock")
                        .handler(Synthesized.function(stack, "Stock"))
                        .build()));

        assertThat(shop.only("AWS::ApiGatewayV2::Authorizer").get("AuthorizerUri"))
                .asString()
                .contains(":lambda:path/2015-03-31/functions/, {Ref=OrdersAliasFA69D35F}, /invocations");
        assertThat(shop.resources("AWS::Lambda::Permission").values())
                .extracting(permission -> object(permission, "Properties").get("FunctionName"))
                .contains(Map.of("Ref", "OrdersAliasFA69D35F"));
    }

    @Test
    void itDrawsNoWarning() {
        Stack stack = new Stack(new App(), "Shop");
        route(stack, orders(stack, "code").build());

        assertThat(Annotations.fromStack(stack).findWarning("*", Match.anyValue()))
                .isEmpty();
        assertThat(Annotations.fromStack(stack).findError("*", Match.anyValue()))
                .isEmpty();
    }

    @Nested
    final class Resources {
        @Test
        void aFunctionIsFive() {
            assertThat(types(synthesized(orders -> orders)))
                    .isEqualTo(Map.of(FUNCTION, 1, VERSION, 1, ALIAS, 1, ROLE, 1, "AWS::Logs::LogGroup", 1));
        }

        @Test
        void aGrantAddsAPolicy() {
            Synthesized shop = Synthesized.of(stack -> new Bucket(stack, "Files")
                    .grantRead(orders(stack, "code").build().getFunction()));

            assertThat(types(shop)).containsEntry("AWS::IAM::Policy", 1);
        }

        private Map<String, Integer> types(Synthesized shop) {
            Map<String, Integer> counts = new TreeMap<>();
            object(shop.template(), "Resources")
                    .values()
                    .forEach(resource ->
                            counts.merge(String.valueOf(((Map<?, ?>) resource).get("Type")), 1, Integer::sum));
            return counts;
        }
    }

    @Nested
    final class Permissions {
        @Test
        void theRoleMayWriteToItsOwnLogGroupAndTraceAndNoMore() {
            assertThat(synthesized(orders -> orders).only(ROLE))
                    .doesNotContainKey("ManagedPolicyArns")
                    .extractingByKey("Policies")
                    .hasToString("[{PolicyDocument={Statement=["
                            + "{Action=[logs:CreateLogStream, logs:PutLogEvents], Effect=Allow,"
                            + " Resource={Fn::GetAtt=[OrdersLogGroupE26395F1, Arn]}},"
                            + " {Action=[xray:PutTelemetryRecords, xray:PutTraceSegments], Effect=Allow, Resource=*}],"
                            + " Version=2012-10-17}, PolicyName=Execution}]");
        }

        @Test
        void aFunctionThatIsNotTracedMayNotTrace() {
            Synthesized shop = synthesized(orders -> orders.tracing(Tracing.DISABLED));

            assertThat(shop.only(ROLE)).extractingByKey("Policies").asString().doesNotContain("xray");
            assertThat(shop.only(FUNCTION)).doesNotContainKey("TracingConfig");
        }
    }

    @Nested
    final class Grants {
        @Test
        void areTheFunctions() {
            Synthesized given =
                    Synthesized.of(stack -> grant(stack, orders(stack, "code").build()));
            Synthesized givenToTheFunction = Synthesized.of(
                    stack -> grant(stack, orders(stack, "code").build().getFunction()));

            assertThat(given.template()).isEqualTo(givenToTheFunction.template());
            assertThat(given.only("AWS::IAM::Policy"))
                    .containsEntry("Roles", List.of(Map.of("Ref", "OrdersRoleF1878990")))
                    .extractingByKey("PolicyDocument")
                    .asString()
                    .contains("s3:GetObject", "kms:Decrypt", "dynamodb:GetItem");
        }

        private void grant(Stack stack, IGrantable orders) {
            Bucket.Builder.create(stack, "Files")
                    .encryptionKey(new Key(stack, "Key"))
                    .build()
                    .grantRead(orders);
            Table.Builder.create(stack, "Table")
                    .partitionKey(Attribute.builder()
                            .name("id")
                            .type(AttributeType.STRING)
                            .build())
                    .build()
                    .grantReadData(orders);
        }
    }

    @Nested
    final class NewCode {
        @Test
        void publishesAVersionAndChangesNothingElse() {
            Synthesized before = routed("code");
            Synthesized after = routed("other code");

            assertThat(idOf(after)).isNotEqualTo(idOf(before));
            assertThat(withoutBuild(after)).isEqualTo(withoutBuild(before));
            assertThat(after.resources(ALIAS)).containsOnlyKeys("OrdersAliasFA69D35F");
        }

        @Test
        void theSameCodePublishesNone() {
            assertThat(routed("code").template()).isEqualTo(routed("code").template());
        }

        @Test
        void anotherCapPublishesNone() {
            assertThat(idOf(synthesized(orders -> orders.reservedConcurrency(3))))
                    .isEqualTo(idOf(synthesized(orders -> orders.unreservedConcurrency(true))));
        }

        /** Routes would otherwise go on with the old one. */
        @ParameterizedTest
        @CsvSource({"memory", "environment", "tracing", "snapStart"})
        void anotherSettingPublishesAVersion(String setting) {
            assertThat(idOf(synthesized(orders -> switch (setting) {
                        case "memory" -> orders.memorySize(1_024);
                        case "environment" -> orders.environment(Map.of("TABLE", "orders"));
                        case "tracing" -> orders.tracing(Tracing.PASS_THROUGH);
                        default -> orders.snapStart(false);
                    })))
                    .isNotEqualTo(idOf(synthesized(orders -> orders)));
        }

        @Test
        void theOldVersionGoesOnceTheAliasHasMovedOn() {
            assertThat(routed("code").resources(VERSION).values())
                    .extracting(version -> version.get("DeletionPolicy"))
                    .containsExactly("Delete");
        }

        @Test
        void theOldVersionStaysIfTheUserSaysSo() {
            Synthesized shop = Synthesized.of(stack -> {
                JavaFunction orders = orders(stack, "code").build();
                // snippet:versions
                orders.getFunction().getCurrentVersion().applyRemovalPolicy(RemovalPolicy.RETAIN);
                // end
            });

            assertThat(shop.resources(VERSION).values())
                    .extracting(version -> version.get("DeletionPolicy"))
                    .containsExactly("Retain");
        }

        private String idOf(Synthesized shop) {
            return shop.resources(VERSION).keySet().iterator().next();
        }

        private String withoutBuild(Synthesized shop) {
            return shop.template().toString().replace(idOf(shop), "VERSION").replaceAll("[0-9a-f]{64}", "HASH");
        }
    }

    @Nested
    final class Settings {
        @Test
        void allCanBeChanged() {
            Synthesized shop = synthesized(orders -> orders.description("Takes orders")
                    .environment(Map.of("TABLE", "orders", "CURRENCY", "EUR"))
                    .runtime(Runtime.JAVA_21)
                    .architecture(Architecture.X86_64)
                    .memorySize(2_048)
                    .timeout(Duration.seconds(29))
                    .reservedConcurrency(5)
                    .tracing(Tracing.PASS_THROUGH)
                    .snapStart(false)
                    .ephemeralStorageSize(Size.gibibytes(1)));

            assertThat(shop.only(FUNCTION))
                    .containsEntry("Description", "Takes orders")
                    .containsEntry("Environment", Map.of("Variables", Map.of("TABLE", "orders", "CURRENCY", "EUR")))
                    .containsEntry("Runtime", "java21")
                    .containsEntry("Architectures", List.of("x86_64"))
                    .containsEntry("MemorySize", 2_048)
                    .containsEntry("Timeout", 29)
                    .containsEntry("ReservedConcurrentExecutions", 5)
                    .containsEntry("TracingConfig", Map.of("Mode", "PassThrough"))
                    .containsEntry("EphemeralStorage", Map.of("Size", 1_024))
                    .doesNotContainKey("SnapStart");
            assertThat(shop.resources(ALIAS)).hasSize(1);
        }

        @Test
        void theCapCanBeLifted() {
            Synthesized shop = Synthesized.of(stack -> {
                JavaFunction.Builder orders = orders(stack, "code");
                // snippet:new-account
                orders.unreservedConcurrency(true);
                // end
                orders.build();
            });

            assertThat(shop.only(FUNCTION)).doesNotContainKey("ReservedConcurrentExecutions");
        }

        @ParameterizedTest
        @CsvSource({"true,false", "false,true"})
        void theCapIsLiftedWhateverIsSaidFirst(boolean lifted, boolean capped) {
            Map<String, Object> capFirst = synthesized(
                            orders -> orders.reservedConcurrency(5).unreservedConcurrency(lifted))
                    .only(FUNCTION);
            Map<String, Object> capLast = synthesized(
                            orders -> orders.unreservedConcurrency(lifted).reservedConcurrency(5))
                    .only(FUNCTION);

            assertThat(capFirst.containsKey("ReservedConcurrentExecutions")).isEqualTo(capped);
            assertThat(capLast.containsKey("ReservedConcurrentExecutions")).isEqualTo(capped);
        }

        @Test
        void logsCanBeKeptForLessAndGoWithTheStack() {
            Map<String, Map<String, Object>> groups = synthesized(orders ->
                            orders.logRetention(RetentionDays.ONE_DAY).logRemovalPolicy(RemovalPolicy.DESTROY))
                    .resources("AWS::Logs::LogGroup");

            assertThat(groups.values())
                    .singleElement()
                    .satisfies(group -> assertThat(group)
                            .containsEntry("DeletionPolicy", "Delete")
                            .containsEntry("Properties", Map.of("RetentionInDays", 1)));
        }

        @Test
        void numbersMayComeFromParameters() {
            Synthesized shop = Synthesized.of(stack -> orders(stack, "code")
                    .memorySize(parameter(stack, "Memory"))
                    .timeout(Duration.seconds(parameter(stack, "Timeout")))
                    .reservedConcurrency(parameter(stack, "Concurrency"))
                    .ephemeralStorageSize(Size.mebibytes(parameter(stack, "Storage")))
                    .build());

            assertThat(shop.only(FUNCTION))
                    .containsEntry("MemorySize", Map.of("Ref", "Memory"))
                    .containsEntry("Timeout", Map.of("Ref", "Timeout"))
                    .containsEntry("ReservedConcurrentExecutions", Map.of("Ref", "Concurrency"))
                    .containsEntry("EphemeralStorage", Map.of("Size", Map.of("Ref", "Storage")));
        }

        private Number parameter(Construct scope, String id) {
            return CfnParameter.Builder.create(scope, id).type("Number").build().getValueAsNumber();
        }
    }

    private Synthesized synthesized(UnaryOperator<JavaFunction.Builder> settings) {
        return Synthesized.of(stack -> settings.apply(orders(stack, "code")).build());
    }

    private Synthesized routed(String code) {
        return Synthesized.of(stack -> route(stack, orders(stack, code).build()));
    }

    private JavaFunction.Builder orders(Construct scope, String code) {
        return orders(scope, "Orders", FunctionJar.compiledFrom(code, folder));
    }

    private static JavaFunction.Builder orders(Construct scope, String id, Path jar) {
        return JavaFunction.Builder.create(scope, id).jar(jar).handler(FunctionJar.HANDLER);
    }

    private static void route(Construct scope, JavaFunction orders) {
        SecureHttpApi.Builder.create(scope, "Api").build().addRoute(route("/orders", orders));
    }

    private static SecureRoute route(String path, JavaFunction handler) {
        return SecureRoute.get(path)
                .handler(handler.getAlias())
                .publicAccess(PublicAccess.because("test"))
                .build();
    }
}
