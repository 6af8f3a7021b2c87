package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouterTest {
    private static final Router ROUTER = Router.builder()
            .route("GET /orders/{id}", request -> Response.of(210))
            .route("ANY /orders", request -> Response.of(211))
            .route("POST /files/{proxy+}", request -> Response.of(212))
            .route("$default", request -> Response.of(213))
            .build();

    private static final Router WITHOUT_DEFAULT = Router.builder()
            .route("GET /orders", request -> Response.of(200))
            .route("GET /broken", request -> {
                throw new IOException("disk full");
            })
            .build();

    private static Answer answer(Router router, String routeKey, String method) {
        String event = "{\"version\":\"2.0\",\"routeKey\":\"" + routeKey
                + "\",\"requestContext\":{\"requestId\":\"id\",\"http\":{\"method\":\"" + method + "\"}}}";
        return Invocation.of(
                new HttpApiHandler() {
                    @Override
                    protected Response handle(Request request) throws Exception {
                        return router.handle(request);
                    }
                },
                event);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /orders/{id},GET,210",
        "ANY /orders,DELETE,211",
        "ANY /orders,GET,211",
        "POST /files/{proxy+},POST,212",
        "$default,PATCH,213"
    })
    void answersByTheRouteKeyThatTheGatewaySends(String routeKey, String method, int status) {
        assertThat(answer(ROUTER, routeKey, method).status()).isEqualTo(status);
    }

    @Test
    void answersPreflightBeforeAnyRoute() {
        assertThat(answer(WITHOUT_DEFAULT, "$default", "OPTIONS").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /orders/{id}", "POST /orders", "$default", "get /orders", "GET /orders/"})
    void sentARouteThatNobodyAddedToAnyOther(String routeKey) {
        Answer answer = answer(WITHOUT_DEFAULT, routeKey, "GET");

        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\",\"requestId\":\"id\"}");
        assertThat(answer.logged()).hasSize(1);
        assertThat(answer.logged().get(0))
                .contains("routeKey must be one of [GET /orders, GET /broken], got '" + routeKey
                        + "': add it to the router, or point the route at another function");
    }

    @Test
    void sendsNoUnknownRouteToTheDefault() {
        assertThat(answer(ROUTER, "GET /other", "GET").status()).isEqualTo(500);
    }

    @Test
    void passesOnWhatARouteThrows() {
        Answer answer = answer(WITHOUT_DEFAULT, "GET /broken", "GET");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.logged().get(0)).contains("\"exception\":\"java.io.IOException\"");
    }

    @Test
    void lostARouteBehindAnotherOfTheSameKey() {
        Router.Builder builder = Router.builder().route("GET /orders", request -> Response.of(200));

        assertThatThrownBy(() -> builder.route("GET /orders", request -> Response.of(201)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("routeKey must be unique, got 'GET /orders' twice: remove one of them");
        assertThat(answer(builder.build(), "GET /orders", "GET").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "GET",
                "/orders",
                "GET orders",
                "get /orders",
                "GET  /orders",
                "GET /orders ",
                "GET /a b",
                "TRACE /orders",
                "default",
                "$default /"
            })
    void refusesWhatIsNoRouteKey(String routeKey) {
        assertThatThrownBy(() -> Router.builder().route(routeKey, request -> Response.of(200)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("routeKey must be $default, or a method in upper case, a space and a path, got '" + routeKey
                        + "': write it as the template does, 'GET /orders/{id}'");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> Router.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("routes must not be empty: call route before build");
    }

    @Test
    void keepsTheRoutesItWasBuiltWith() {
        Router.Builder builder = Router.builder().route("GET /orders", request -> Response.of(200));
        Router router = builder.build();

        builder.route("GET /later", request -> Response.of(200));

        assertThat(answer(router, "GET /later", "GET").status()).isEqualTo(500);
    }

    @Test
    @SuppressWarnings("NullAway") // A caller that is not null-checked can do this.
    void refusesANullRoute() {
        assertThatThrownBy(() -> Router.builder().route("GET /orders", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("route must not be null");
    }
}
