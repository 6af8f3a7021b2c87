package io.github.securehttpapi.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the records of the model out of a template's resources. */
final class ModelReader {
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";

    private final Declarations declarations;
    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final Map<String, LogGroup> logGroups = new LinkedHashMap<>();
    private final DomainReader domains;
    private final PublicAccessReader publicAccess = new PublicAccessReader();

    ModelReader(Declarations declarations) {
        this.declarations = declarations;
        this.domains = new DomainReader(declarations);
        for (Resource resource : declarations.ofType(LOG_GROUP)) {
            logGroups.put(resource.logicalId(), LogGroup.of(resource));
        }
        for (Resource resource : declarations.ofType("AWS::Lambda::Function")) {
            functions.put(resource.logicalId(), function(resource));
        }
    }

    List<LambdaFunction> functions() {
        return List.copyOf(functions.values());
    }

    List<LogGroup> logGroups() {
        return List.copyOf(logGroups.values());
    }

    List<DomainName> domainNames() {
        return domains.domainNames();
    }

    List<LambdaPermission> permissions() {
        return declarations.ofType("AWS::Lambda::Permission").stream()
                .map(ModelReader::permission)
                .toList();
    }

    List<HttpApi> httpApis() {
        return declarations.ofType("AWS::ApiGatewayV2::Api").stream()
                .filter(ModelReader::http)
                .map(this::httpApi)
                .toList();
    }

    /** An API described by an OpenAPI document need not say its protocol: only HTTP APIs can be. */
    private static boolean http(Resource api) {
        boolean described = api.has("Body") || api.has("BodyS3Location");
        return api.typed().text("ProtocolType").orElse(described ? "HTTP" : "").equals("HTTP");
    }

    private HttpApi httpApi(Resource api) {
        Properties properties = api.typed();
        Properties cors = properties.object("CorsConfiguration");
        Map<String, Authorizer> authorizers = new LinkedHashMap<>();
        for (Resource authorizer : declarations.ofType("AWS::ApiGatewayV2::Authorizer", api.logicalId())) {
            authorizers.put(authorizer.logicalId(), authorizer(authorizer));
        }
        return new HttpApi(
                api,
                properties.text("Name"),
                cors == null ? null : cors(cors),
                declarations.ofType("AWS::ApiGatewayV2::Stage", api.logicalId()).stream()
                        .map(this::stage)
                        .toList(),
                declarations.ofType("AWS::ApiGatewayV2::Route", api.logicalId()).stream()
                        .map(route -> route(route, api, authorizers))
                        .toList(),
                List.copyOf(authorizers.values()),
                domains.mappings(api.logicalId()),
                properties.flag("DisableExecuteApiEndpoint"));
    }

    private static Cors cors(Properties cors) {
        return new Cors(
                cors.texts("AllowOrigins"),
                cors.texts("AllowMethods"),
                cors.texts("AllowHeaders"),
                cors.texts("ExposeHeaders"),
                cors.seconds("MaxAge", -1),
                cors.flag("AllowCredentials"));
    }

    private Stage stage(Resource stage) {
        Properties properties = stage.typed();
        Properties throttle = properties.object("DefaultRouteSettings");
        Properties log = properties.object("AccessLogSettings");
        Property<Boolean> detailedMetrics =
                properties.orNone("DefaultRouteSettings").flag("DetailedMetricsEnabled");
        return new Stage(
                stage,
                stageName(properties.text("StageName")),
                properties.flag("AutoDeploy"),
                throttle == null ? null : Throttle.of(throttle),
                properties.each("RouteSettings", ModelReader::routeThrottle),
                detailedMetrics,
                log == null ? null : accessLog(log),
                properties.each("StageVariables", Properties::text));
    }

    /** A stage whose name is a parameter's is as much a stage as another. */
    private static String stageName(Property<String> name) {
        return name.isUnresolved() ? name.toString() : name.required();
    }

    private AccessLog accessLog(Properties log) {
        Property<String> destination = log.text("DestinationArn");
        LogGroup group = declarations
                .referred(destination, LOG_GROUP)
                .map(resource -> logGroups.get(resource.logicalId()))
                .orElse(null);
        return new AccessLog(destination, group, log.text("Format"));
    }

    private static Throttle routeThrottle(Properties settings, String routeKey) {
        Properties ofRoute = settings.object(routeKey);
        return Throttle.of(ofRoute == null ? settings : ofRoute);
    }

    private Route route(Resource route, Resource api, Map<String, Authorizer> authorizers) {
        Properties properties = route.typed();
        String routeKey = properties.text("RouteKey").required();
        Optional<Resource> authorizer =
                declarations.referred(properties.text("AuthorizerId"), "AWS::ApiGatewayV2::Authorizer");
        Optional<Resource> integration =
                declarations.referred(properties.text("Target"), "AWS::ApiGatewayV2::Integration");
        return new Route(
                route,
                routeKey,
                properties.text("AuthorizationType"),
                authorizer
                        .map(resource -> authorizers.get(resource.logicalId()))
                        .orElse(null),
                properties.texts("AuthorizationScopes"),
                integration.map(this::integration).orElse(null),
                publicAccess.of(route, routeKey, api));
    }

    private Authorizer authorizer(Resource authorizer) {
        Properties properties = authorizer.typed();
        Properties jwt = properties.orNone("JwtConfiguration");
        return new Authorizer(
                authorizer,
                properties.text("Name"),
                properties.text("AuthorizerType"),
                properties.texts("IdentitySource"),
                jwt.text("Issuer"),
                jwt.texts("Audience"),
                function(properties.text("AuthorizerUri")),
                properties.text("AuthorizerPayloadFormatVersion"),
                properties.flag("EnableSimpleResponses"),
                properties.seconds("AuthorizerResultTtlInSeconds"));
    }

    private Integration integration(Resource integration) {
        Properties properties = integration.typed();
        Property<String> uri = properties.text("IntegrationUri");
        return new Integration(
                integration,
                properties.text("IntegrationType"),
                properties.text("IntegrationSubtype"),
                uri,
                properties.text("PayloadFormatVersion"),
                properties.millis("TimeoutInMillis"),
                function(uri));
    }

    private @Nullable LambdaFunction function(Property<String> uri) {
        return declarations
                .function(uri)
                .map(resource -> functions.get(resource.logicalId()))
                .orElse(null);
    }

    private static LambdaFunction function(Resource function) {
        Properties properties = function.typed();
        return new LambdaFunction(
                function,
                properties.text("FunctionName"),
                properties.text("Handler"),
                properties.text("Runtime"),
                properties.seconds("Timeout"),
                properties.wholeNumber("MemorySize"),
                properties.wholeNumber("ReservedConcurrentExecutions"),
                properties.orNone("Environment").each("Variables", Properties::text),
                properties.orNone("Code").text("S3Key"),
                properties.text("CodeUri"));
    }

    private static LambdaPermission permission(Resource permission) {
        Properties properties = permission.typed();
        return new LambdaPermission(
                permission,
                properties.text("Action"),
                properties.text("Principal"),
                properties.text("FunctionName"),
                properties.text("SourceArn"));
    }
}
