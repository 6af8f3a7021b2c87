package com.example.howto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.securehttpapi.review.Surface;
import io.github.securehttpapi.review.SurfaceRoute;
import io.github.securehttpapi.template.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The stacks of the how-to pages, in one app, since each synthesis takes its time. */
final class SnippetsTest {
    @TempDir
    static Path assembly;

    @BeforeAll
    static void synthesize(@TempDir Path code) throws IOException {
        App app = new App(AppProps.builder().outdir(assembly.toString()).build());
        new CognitoStack(app, "Cognito");
        new OidcStack(app, "Oidc");
        new InternalRouteStack(app, "InternalRoute");
        new AlarmsStack(app, "Alarms");
        new ExistingStack(app, "Existing");
        new PlainShopStack(app, "PlainShop");
        new SecureShopStack(app, "SecureShop");
        new FormerSamStack(app, "FormerSam", jarWith(code, "com/example/OrdersHandler.class"), "orders");
        app.synth();
    }

    private static Path jarWith(Path folder, String entry) throws IOException {
        Path jar = folder.resolve("functions.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(entry));
        }
        return jar;
    }

    @Test
    void eachRouteOfTheCognitoPageHasAScope() {
        assertThat(routes("Cognito"))
                .extracting(SurfaceRoute::route, SurfaceRoute::access, SurfaceRoute::scopes)
                .containsExactly(
                        tuple("GET /orders", userPool(), List.of("orders/read")),
                        tuple("POST /orders", userPool(), List.of("orders/write")));
    }

    private static String userPool() {
        return "JWT https://cognito-idp.${AWS::Region}.amazonaws.com/${Users0A0EEA89}";
    }

    @Test
    void eachRouteOfTheOidcPageHasAScope() {
        assertThat(routes("Oidc"))
                .extracting(SurfaceRoute::route, SurfaceRoute::access, SurfaceRoute::scopes)
                .containsExactly(
                        tuple("GET /orders", "JWT https://login.example.com/", List.of("orders:read")),
                        tuple("POST /orders", "JWT https://login.example.com/", List.of("orders:write")));
    }

    @Test
    void theInternalRouteIsForThoseWhoAreGrantedIt() throws IOException {
        assertThat(routes("InternalRoute")).extracting(SurfaceRoute::access).containsExactly("IAM");
        List<String> policies = resources("InternalRoute", "AWS::IAM::Policy").values().stream()
                .map(JsonNode::toString)
                .toList();
        assertThat(policies)
                .hasSize(2)
                .allSatisfy(policy -> assertThat(policy).contains("execute-api:Invoke", "/*/POST/internal/reindex"));
    }

    @Test
    void fourAlarmsAndTwoEarlyOnesShareTheFilters() throws IOException {
        assertThat(resources("Alarms", "AWS::CloudWatch::Alarm")).hasSize(6);
        assertThat(resources("Alarms", "AWS::Logs::MetricFilter")).hasSize(2);
    }

    @Test
    void existingFunctionsAliasesAndImportedFunctionsAreCalled() throws IOException {
        assertThat(routes("Existing"))
                .extracting(SurfaceRoute::route)
                .containsExactly("GET /catalogue", "GET /invoices", "GET /orders", "POST /orders");
        assertThat(resources("Existing", "AWS::Lambda::Permission")).hasSize(4);
        assertThat(resources("Existing", "AWS::ApiGatewayV2::Integration").values())
                .extracting(integration ->
                        integration.at("/Properties/PayloadFormatVersion").textValue())
                .containsExactlyInAnyOrder("1.0", "2.0", "2.0", "2.0");
    }

    /** Or CloudFormation would delete the API, or be refused a second route of the same key. */
    @ParameterizedTest
    @ValueSource(strings = {"Api", "Authorizer", "Route", "Stage"})
    void theMigrationFromTheL2KeepsLogicalIds(String type) throws IOException {
        assertThat(resources("SecureShop", "AWS::ApiGatewayV2::" + type).keySet())
                .isEqualTo(resources("PlainShop", "AWS::ApiGatewayV2::" + type).keySet());
    }

    @Test
    void eachRouteKeepsItsOwnLogicalId() throws IOException {
        assertThat(routeKeys("SecureShop")).isEqualTo(routeKeys("PlainShop"));
    }

    @Test
    void theMigrationFromTheL2ChangesNothingElseOfWhatItKeeps() throws IOException {
        assertThat(changed("Api")).containsExactly("CorsConfiguration");
        assertThat(changed("Authorizer")).isEmpty();
        assertThat(changed("Route")).containsExactly("Target");
        assertThat(changed("Stage")).containsExactly("AccessLogSettings", "DefaultRouteSettings");
    }

    /** The properties that resources of a type have otherwise after the migration. */
    private static Set<String> changed(String type) throws IOException {
        Map<String, JsonNode> before = resources("PlainShop", "AWS::ApiGatewayV2::" + type);
        Set<String> names = new TreeSet<>();
        resources("SecureShop", "AWS::ApiGatewayV2::" + type).forEach((id, after) -> {
            JsonNode old = Objects.requireNonNull(before.get(id), id).get("Properties");
            old.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !after.get("Properties").has(name))
                    .forEach(names::add);
            after.get("Properties").properties().stream()
                    .filter(property -> !property.getValue().equals(old.get(property.getKey())))
                    .map(Map.Entry::getKey)
                    .forEach(names::add);
        });
        return names;
    }

    private static Map<String, String> routeKeys(String stack) throws IOException {
        Map<String, String> keys = new TreeMap<>();
        resources(stack, "AWS::ApiGatewayV2::Route")
                .forEach((id, route) ->
                        keys.put(id, route.at("/Properties/RouteKey").textValue()));
        return keys;
    }

    @Test
    void whatLeavesSamOffersTheSameToTheSame() {
        Surface sam = Surface.of(Template.read(Path.of("src/test/resources/sam/template.yaml")));

        assertThat(routes("FormerSam"))
                .extracting(SurfaceRoute::route, SnippetsTest::withoutReason, SurfaceRoute::scopes)
                .isEqualTo(sam.routes().stream()
                        .map(route -> tuple(route.route(), route.access(), route.scopes()))
                        .toList());
    }

    private static String withoutReason(SurfaceRoute route) {
        return route.isPublic() ? "public" : route.access();
    }

    private static List<SurfaceRoute> routes(String stack) {
        return Surface.of(Template.read(file(stack))).routes();
    }

    private static Map<String, JsonNode> resources(String stack, String type) throws IOException {
        Map<String, JsonNode> found = new TreeMap<>();
        new JsonMapper()
                .readTree(file(stack).toFile())
                .get("Resources")
                .properties()
                .forEach(resource -> {
                    if (resource.getValue().get("Type").textValue().equals(type)) {
                        found.put(resource.getKey(), resource.getValue());
                    }
                });
        return found;
    }

    private static Path file(String stack) {
        return assembly.resolve(stack + ".template.json");
    }
}
