package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** What a deployment changes when routes are added, removed or put in another order: no more than it has to. */
final class RouteOrderTest {
    /** Two functions, two throttles, a variable and a public route among them. */
    private static final List<String> ROUTES = List.of("one", "two", "three", "four", "five");

    private static final String API = "ApiHttpApi4C294DC0";
    private static final String STAGE = "ApiStage4697DF29";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anotherOrderChangesNothing(long seed) {
        List<String> shuffled = new ArrayList<>(ROUTES);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(with(shuffled).template()).isEqualTo(with(ROUTES).template());
    }

    @Test
    void withoutTheFirstItsRouteIsGoneAndWhatNamesIt() {
        Map<String, Object> before = object(with(ROUTES).template(), "Resources");
        Map<String, Object> after =
                object(with(ROUTES.subList(1, ROUTES.size())).template(), "Resources");

        assertThat(changed(before, after)).containsOnlyKeys("ApiHttpApiDELETEone7848DC33", API, STAGE);
        assertThat(properties(after, API))
                .containsEntry("CorsConfiguration", corsWithout("DELETE", properties(before, API)));
        assertThat(without("CorsConfiguration", properties(after, API)))
                .isEqualTo(without("CorsConfiguration", properties(before, API)));
        assertThat(without("RouteSettings", properties(after, STAGE)))
                .isEqualTo(without("RouteSettings", properties(before, STAGE)));
        assertThat(object(properties(after, STAGE), "RouteSettings")).containsOnlyKeys("POST /three");
        assertThat(object(after, STAGE)).containsEntry("DependsOn", List.of("ApiHttpApiPOSTthree44BDA47A"));
    }

    private static Map<String, Object> properties(Map<String, Object> resources, String id) {
        return object(object(resources, id), "Properties");
    }

    private static Map<String, Object> without(String key, Map<String, Object> properties) {
        Map<String, Object> rest = new HashMap<>(properties);
        rest.remove(key);
        return rest;
    }

    private static Map<String, Object> corsWithout(String method, Map<String, Object> properties) {
        Map<String, Object> cors = new HashMap<>(object(properties, "CorsConfiguration"));
        cors.computeIfPresent(
                "AllowMethods",
                (key, methods) -> ((List<?>) methods)
                        .stream().filter(each -> !each.equals(method)).toList());
        return cors;
    }

    /** The resources that are not in both alike. */
    private static Map<String, Object> changed(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> changed = new HashMap<>(before);
        changed.entrySet().removeIf(each -> each.getValue().equals(after.get(each.getKey())));
        after.forEach((id, resource) -> {
            if (!before.containsKey(id)) {
                changed.put(id, resource);
            }
        });
        return changed;
    }

    private static Synthesized with(List<String> routes) {
        return Synthesized.of(stack -> {
            Function orders = function(stack, "Orders");
            Function health = function(stack, "Health");
            SecureHttpApi api = api(stack);
            routes.forEach(name -> api.addRoute(route(name, orders, health)));
        });
    }

    private static SecureHttpApi api(Construct scope) {
        return SecureHttpApi.Builder.create(scope, "Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .defaultAuthorizer(Synthesized.authorizer())
                .defaultAuthorizationScopes(List.of("orders"))
                .build();
    }

    private static SecureRoute route(String name, Function orders, Function health) {
        return switch (name) {
            case "one" ->
                SecureRoute.delete("/one").handler(orders).throttle(throttle(1)).build();
            case "two" -> SecureRoute.get("/two/{id}").handler(orders).build();
            case "three" ->
                SecureRoute.post("/three").handler(orders).throttle(throttle(2)).build();
            case "four" -> SecureRoute.put("/four").handler(orders).build();
            default ->
                SecureRoute.get("/five")
                        .handler(health)
                        .publicAccess(PublicAccess.because("load balancer probe"))
                        .build();
        };
    }

    private static ThrottleSettings throttle(int rate) {
        return ThrottleSettings.builder().rateLimit(rate).burstLimit(rate + 1).build();
    }
}
