package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.RequestTarget;
import io.github.securehttpapi.local.internal.gateway.RoutePattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutingTest {
    private static final List<String> ROUTES = List.of(
            "$default",
            "ANY /{proxy+}",
            "GET /pets/{proxy+}",
            "GET /pets/{id}",
            "GET /pets/dog",
            "ANY /pets/dog",
            "POST /pets/dog",
            "GET /pets/{id}/toys",
            "GET /pets/dog/{toy}",
            "GET /",
            "GET /todos",
            "GET /{a}/{b}/{c}/end",
            "ANY /any",
            "GET /o/pets/{proxy+}",
            "GET /o/{x}/dog");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET     | /pets/dog         | GET /pets/dog          | {}
                    POST    | /pets/dog         | POST /pets/dog         | {}
                    PUT     | /pets/dog         | ANY /pets/dog          | {}
                    GET     | /pets/cat         | GET /pets/{id}         | {id=cat}
                    GET     | /pets/c%20t       | GET /pets/{id}         | {id=c t}
                    GET     | /pets/a%2Fb       | GET /pets/{id}         | {id=a/b}
                    GET     | /pets/dog/ball    | GET /pets/dog/{toy}    | {toy=ball}
                    GET     | /pets/dog/toys    | GET /pets/dog/{toy}    | {toy=toys}
                    GET     | /pets/cat/toys    | GET /pets/{id}/toys    | {id=cat}
                    GET     | /pets/cat/1/2     | GET /pets/{proxy+}     | {proxy=cat/1/2}
                    GET     | /pets/            | ANY /{proxy+}          | {proxy=pets/}
                    GET     | /todos            | GET /todos             | {}
                    GET     | /todos/           | ANY /{proxy+}          | {proxy=todos/}
                    GET     | /t%6Fdos          | GET /todos             | {}
                    POST    | /todos            | ANY /{proxy+}          | {proxy=todos}
                    GET     | /                 | GET /                  | {}
                    POST    | /                 | $default               | {}
                    GET     | /x//y/end         | ANY /{proxy+}          | {proxy=x//y/end}
                    GET     | /x/y/z/end        | GET /{a}/{b}/{c}/end   | {a=x, b=y, c=z}
                    GET     | /any?x=/todos     | ANY /any               | {}
                    GET     | /o/pets/dog       | GET /o/{x}/dog         | {x=pets}
                    GET     | /o/pets/cat       | GET /o/pets/{proxy+}   | {proxy=cat}
                    GET     | /pets//x          | GET /pets/{proxy+}     | {proxy=x}
                    GET     | /pets//           | ANY /{proxy+}          | {proxy=pets//}
                    GET     | /pets/../todos    | GET /pets/{proxy+}     | {proxy=../todos}
                    """)
    void mostSpecificRouteWins(String method, String target, String routeKey, String parameters) {
        List<String> path = Objects.requireNonNull(RequestTarget.parse(target)).segments();
        RoutePattern expected = RoutePattern.of(routeKey);
        RoutePattern found = sorted().filter(pattern -> pattern.match(method, path) != null)
                .findFirst()
                .orElseThrow();
        assertThat(found).isEqualTo(expected);
        assertThat(found.match(method, path)).hasToString(parameters);
    }

    @Test
    void greedyVariableDoesNotMatchAnEmptyRemainder() {
        RoutePattern files = RoutePattern.of("GET /files/{proxy+}");
        assertThat(files.match("GET", List.of("files"))).isNull();
        assertThat(files.match("GET", List.of("files", ""))).isNull();
        assertThat(files.match("GET", List.of("files", "a"))).isEqualTo(Map.of("proxy", "a"));
    }

    @Test
    void variableDoesNotMatchAnEmptySegment() {
        assertThat(RoutePattern.of("GET /pets/{id}").match("GET", List.of("pets", "")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "GET", "GET health", ""})
    void routeKeyHasAMethodAndAPath(String routeKey) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> RoutePattern.of(routeKey))
                .withMessage("route key must be a method and a path, or $default, got '" + routeKey
                        + "': write it like GET /health");
    }

    private static Stream<RoutePattern> sorted() {
        return ROUTES.stream().map(RoutePattern::of).sorted(RoutePattern.MOST_SPECIFIC_FIRST);
    }
}
