package io.github.securehttpapi.construct;

import io.github.securehttpapi.review.ApiRequirement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.IConstruct;

/**
 * A stack that uses everything the construct offers, for what is to hold whatever is used: what is new gets a line here.
 * What it needs beside the construct, such as a user pool, is set up so that no rule finds fault with it.
 */
final class FullyUsedApi {
    private static final ThrottleSettings THROTTLE =
            ThrottleSettings.builder().rateLimit(2).burstLimit(5).build();

    private static final String[] COMPLIANCE = {"HIPAA.Security", "NIST.800.53.R5", "PCI.DSS.321"};

    private final Stack stack;
    private final Path jar;
    private final UnaryOperator<SecureHttpApi.Builder> settings;
    private final Key key;
    private final JavaFunction orders;
    private final JavaFunction partner;
    private final IFunction imported;
    private final SecureHttpApi plain;

    private FullyUsedApi(Stack stack, Path folder, UnaryOperator<SecureHttpApi.Builder> settings) {
        this.stack = stack;
        this.jar = FunctionJar.compiledFrom("code", folder);
        this.settings = settings;
        this.key = Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
        this.orders = function("Orders").build();
        this.partner = function("Partner").logEncryptionKey(key).build();
        this.imported = Function.fromFunctionAttributes(
                stack,
                "Imported",
                FunctionAttributes.builder()
                        .functionArn("arn:aws:lambda:eu-central-1:123456789012:function:imported")
                        .sameEnvironment(true)
                        .build());
        this.plain =
                settings.apply(SecureHttpApi.Builder.create(stack, "Plain")).build();
    }

    /** Defines the stack's content; the settings go to every API in it. */
    static FullyUsedApi define(Stack stack, Path folder, UnaryOperator<SecureHttpApi.Builder> settings) {
        FullyUsedApi fully = new FullyUsedApi(stack, folder, settings);
        SecureHttpApi api = fully.defineApi();
        fully.addRoutes(api);
        fully.defineAlarms(api);
        fully.defineSecondApi();
        return fully;
    }

    /** Acknowledges what the construct leaves to the app, as the example does. */
    void acknowledge() {
        for (JavaFunction each : List.of(orders, partner)) {
            Function function = each.getFunction();
            IConstruct role = Objects.requireNonNull(
                    Objects.requireNonNull(function.getRole()).getNode().getDefaultChild());
            acknowledge(role, "IAM5[Resource::*]", "X-Ray's actions take no resource", "AwsSolutions");
            acknowledge(role, "LambdaStarPermissions", "X-Ray's actions take no resource", "Serverless");
            acknowledge(role, "IAMNoInlinePolicy", "the policy is for this role alone", COMPLIANCE);
            acknowledge(function, "LambdaDLQ", "its callers wait", "HIPAA.Security", "NIST.800.53.R5", "Serverless");
            acknowledge(function, "LambdaInsideVPC", "it calls nothing in a VPC", COMPLIANCE);
        }
        acknowledge(orders.getLogGroup(), "CloudWatchLogGroupEncrypted", "CloudWatch's key will do", COMPLIANCE);
        acknowledge(plain.getAccessLog(), "CloudWatchLogGroupEncrypted", "CloudWatch's key will do", COMPLIANCE);
    }

    private static void acknowledge(IConstruct construct, String rule, String reason, String... packs) {
        Validations.of(construct)
                .acknowledge(Stream.of(packs)
                        .map(pack -> Acknowledgment.builder()
                                .id(pack + "-" + rule)
                                .reason(reason)
                                .build())
                        .toArray(Acknowledgment[]::new));
    }

    private SecureHttpApi defineApi() {
        SecureHttpApi.Builder api = SecureHttpApi.Builder.create(stack, "Api")
                .apiName("fully-used")
                .description("everything at once")
                .cors(Cors.allowedOrigins(List.of("https://shop.example.com"))
                        .allowedHeaders(List.of("x-shop"))
                        .exposedHeaders(List.of("x-stock"))
                        .maxAge(Duration.hours(1))
                        .allowCredentials())
                .defaultAuthorizer(Synthesized.authorizer())
                .defaultAuthorizationScopes(List.of("shop/use"))
                .throttle(THROTTLE)
                .accessLogRetention(RetentionDays.ONE_YEAR)
                .accessLogEncryptionKey(key)
                .accessLogFields(AccessLogField.values())
                .requirements(ApiRequirement.JWT_AUTHORIZER)
                .clock(Clock.fixed(Instant.parse("2026-06-15T00:00:00Z"), ZoneOffset.UTC));
        return settings.apply(api).build();
    }

    private void addRoutes(SecureHttpApi api) {
        add(api, SecureRoute.get("/jwt").handler(orders));
        add(api, SecureRoute.get("/scopes").handler(orders.getAlias()).authorizationScopes(List.of("orders/read")));
        add(api, SecureRoute.get("/user-pool").handler(orders).authorizer(userPool()));
        add(api, SecureRoute.get("/iam").handler(imported).authorizer(new HttpIamAuthorizer()));
        add(api, SecureRoute.get("/lambda").handler(orders).authorizer(SecureAuthorizers.lambda("Partner", partner)));
        add(api, SecureRoute.post("/throttled").handler(orders).throttle(THROTTLE));
        add(api, SecureRoute.get("/timed").handler(orders).timeout(Duration.seconds(3)));
        add(api, SecureRoute.get("/url").integration(new HttpUrlIntegration("Partner", "https://partner.example.com")));
        add(api, SecureRoute.any("/any").handler(orders));
        add(api, SecureRoute.defaultRoute().handler(orders));
        add(
                api,
                SecureRoute.get("/public")
                        .handler(orders)
                        .publicAccess(PublicAccess.because("campaign page without login")
                                .owner("team-campaigns")
                                .until(LocalDate.of(2027, 3, 31))));
    }

    private static void add(SecureHttpApi api, SecureRoute.Builder route) {
        api.addRoute(route.build());
    }

    private HttpUserPoolAuthorizer userPool() {
        UserPool users = UserPool.Builder.create(stack, "Users")
                .mfa(Mfa.REQUIRED)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .featurePlan(FeaturePlan.PLUS)
                .standardThreatProtectionMode(StandardThreatProtectionMode.FULL_FUNCTION)
                .passwordPolicy(PasswordPolicy.builder()
                        .minLength(12)
                        .requireLowercase(true)
                        .requireUppercase(true)
                        .requireDigits(true)
                        .requireSymbols(true)
                        .build())
                .build();
        return HttpUserPoolAuthorizer.Builder.create("Pool", users)
                .userPoolClients(List.of(users.addClient("Site")))
                .build();
    }

    private void defineAlarms(SecureHttpApi api) {
        Topic onCall = Topic.Builder.create(stack, "OnCall")
                .masterKey(key)
                .enforceSsl(true)
                .build();
        ApiAlarms.Builder.create(stack, "Alarms")
                .api(api)
                .topic(onCall)
                .notifyWhenOk(true)
                .build();
    }

    /** With a log group and a domain of its own, permissions by the route, and the origins of development machines. */
    private void defineSecondApi() {
        LogGroup logs = LogGroup.Builder.create(stack, "OwnLogs")
                .logGroupName("/aws/vendedlogs/own")
                .encryptionKey(key)
                .retention(RetentionDays.ONE_YEAR)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        SecureHttpApi api = settings.apply(SecureHttpApi.Builder.create(stack, "Second")
                        .cors(Cors.allowedOrigins(List.of("https://shop.example.com"))
                                .developmentOrigins(List.of("http://localhost:3000")))
                        .defaultAuthorizer(new HttpIamAuthorizer())
                        .scopePermissionsToRoutes(true)
                        .stageName("live")
                        .domain(domain())
                        .accessLogGroup(logs))
                .build();
        add(api, SecureRoute.get("/orders").handler(orders));
    }

    private ApiDomain domain() {
        ICertificate certificate = Certificate.fromCertificateArn(
                stack, "Certificate", "arn:aws:acm:eu-central-1:123456789012:certificate/1234");
        return ApiDomain.of("partners.example.com", certificate)
                .mappingKey("v1/orders")
                .mutualTls(MutualTls.trusting(
                        Bucket.fromBucketName(stack, "Trust", "trust"),
                        "partners.pem",
                        "3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH"));
    }

    private JavaFunction.Builder function(String id) {
        return JavaFunction.Builder.create(stack, id).jar(jar).handler(FunctionJar.HANDLER);
    }
}
