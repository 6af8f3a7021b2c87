package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouteTableTest {
    private static final List<String> KEYS = List.of(
            "$default",
            "ANY /{proxy+}",
            "GET /users",
            "ANY /users",
            "GET /users/me",
            "ANY /users/{id}",
            "GET /users/{id}/photo",
            "POST /users/{proxy+}",
            "GET /",
            "ANY /{a}/b",
            "DELETE /x/{id}");

    @ParameterizedTest
    @CsvSource({
        "GET, /users, GET /users",
        "POST, /users, ANY /users",
        "GET, /users/me, GET /users/me",
        "PUT, /users/me, ANY /users/{id}",
        "GET, /users/7, ANY /users/{id}",
        "GET, /users/7/photo, GET /users/{id}/photo",
        "POST, /users/7/photo, POST /users/{proxy+}",
        "PUT, /users/7/photo, ANY /{proxy+}",
        "GET, /users/, ANY /{proxy+}",
        "POST, /users/, ANY /{proxy+}",
        "GET, /users/7/, ANY /{proxy+}",
        "POST, /users/7/, POST /users/{proxy+}",
        "GET, /, GET /",
        "POST, /, $default",
        "GET, /x/b, ANY /{a}/b",
        "DELETE, /x/b, DELETE /x/{id}",
        "GET, /x, ANY /{proxy+}"
    })
    void aRequestGoesToTheMostSpecificRoute(String method, String path, String expected) {
        Route route = table(KEYS).match(method, List.of(path.substring(1).split("/", -1)));
        assertThat(route).isNotNull().extracting(Route::routeKey).isEqualTo(expected);
    }

    @Test
    void aRequestThatNothingMatchesGoesNowhere() {
        RouteTable table = table(List.of("GET /users", "GET /notes/{proxy+}"));
        assertThat(table.match("POST", List.of("users"))).isNull();
        assertThat(table.match("GET", List.of("notes"))).isNull();
        assertThat(table.match("GET", List.of("notes", ""))).isNull();
        assertThat(table.match("GET", List.of("users", "7"))).isNull();
    }

    private static RouteTable table(List<String> keys) {
        StringBuilder template = new StringBuilder("""
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties: { Name: users, ProtocolType: HTTP }
                """);
        for (String key : keys) {
            template.append("""
                      Route%d:
                        Type: AWS::ApiGatewayV2::Route
                        Properties: { ApiId: !Ref Api, RouteKey: "%s" }
                    """.formatted(keys.indexOf(key), key));
        }
        byte[] content = template.toString().getBytes(StandardCharsets.UTF_8);
        Template read = Template.read("template.yaml", content, Map.of());
        return RouteTable.of(read.httpApis().get(0).routes());
    }
}
