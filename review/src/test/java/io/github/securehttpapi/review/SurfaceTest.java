package io.github.securehttpapi.review;

import static io.github.securehttpapi.review.ContactTemplate.JWT;
import static io.github.securehttpapi.review.ContactTemplate.STAGE;
import static io.github.securehttpapi.review.ContactTemplate.because;
import static io.github.securehttpapi.review.ContactTemplate.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurfaceTest {
    @TempDir
    private Path directory;

    private Path write(String content) {
        try {
            return Files.writeString(directory.resolve("surface.json"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SurfaceRoute only(Template template) {
        return Surface.of(template).routes().get(0);
    }

    @Nested
    final class ARoute {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                ""                                                     | public
                , AuthorizationType: NONE                              | public
                , AuthorizationType: AWS_IAM                           | IAM
                , AuthorizationType: JWT, AuthorizerId: !Ref Jwt       | JWT https://issuer.example.com
                , AuthorizationType: JWT, AuthorizerId: a1b2c3         | JWT authorizer a1b2c3
                , AuthorizationType: JWT, AuthorizerId: !Ref Partners  | JWT authorizer partners
                , AuthorizationType: CUSTOM, AuthorizerId: !Ref Partners | Lambda authorizer partners
                , AuthorizationType: !Ref Type                         | unresolved
                """)
        void saysWhoMayCallIt(String route, String access) {
            assertThat(only(template(route)).access()).isEqualTo(access);
        }

        @Test
        void saysWhyItIsPublic() {
            SurfaceRoute route = only(because("\"probe,\\n  no data \""));

            assertThat(route.access()).isEqualTo("public: probe, no data");
            assertThat(route.isPublic()).isTrue();
            assertThat(only(template(", AuthorizationType: AWS_IAM")).isPublic())
                    .isFalse();
        }

        @Test
        void hasItsScopesSorted() {
            assertThat(only(template(JWT + "[write, read, write]")).scopes()).containsExactly("read", "write");
            assertThat(only(template(JWT + "[!Ref Scope]")).scopes()).containsExactly("${Scope}");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                AutoDeploy: true                                                       | account/s, burst account
                DefaultRouteSettings: {ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20} | 10/s, burst 20
                DefaultRouteSettings: {ThrottlingRateLimit: 0.5}                       | 0.5/s, burst account
                DefaultRouteSettings: {ThrottlingRateLimit: !Ref Rate, ThrottlingBurstLimit: 5} | unresolved/s, burst 5
                RouteSettings: {GET /contacts: {ThrottlingRateLimit: 2, ThrottlingBurstLimit: 100}} | 2/s, burst 100
                """)
        void hasTheThrottleThatHoldsForIt(String stage, String throttle) {
            assertThat(only(template("template.yaml", stage, "GET /contacts", ""))
                            .throttle())
                    .isEqualTo(Map.of("$default", throttle));
        }

        @Test
        void saysWhatItCalls() {
            assertThat(only(template("")).function()).isEqualTo("Function");
        }
    }

    @Nested
    final class TheFile {
        private static final String WRITTEN = """
                {
                  "templates": {
                    "infra/template.yaml": {
                      "Api": {
                        "GET /contacts": {
                          "access": "JWT https://issuer.example.com",
                          "scopes": [
                            "read"
                          ],
                          "throttle": {
                            "$default": "10/s, burst 20"
                          },
                          "function": "Function"
                        }
                      }
                    }
                  }
                }
                """;

        private Surface surface() {
            return Surface.of(template("infra/template.yaml", STAGE, "GET /contacts", JWT + "[read]"));
        }

        @Test
        void hasALineForEachThingThatMayChange() {
            assertThat(surface().toJson()).isEqualTo(WRITTEN);
            assertThat(surface()).hasToString(WRITTEN);
        }

        @Test
        void isReadBackAsItWasWritten() {
            Surface read = Surface.read(write(surface().toJson()));

            assertThat(read).isEqualTo(surface()).hasSameHashCodeAs(surface());
            assertThat(read).isNotEqualTo(Surface.of(template("")));
        }

        @Test
        void holdsSeveralTemplates() {
            Surface together = Surface.together(List.of(surface(), Surface.of(template("")), Surface.of(template(""))));

            assertThat(together.routes()).hasSize(2);
            assertThat(Surface.read(write(together.toJson()))).isEqualTo(together);
        }

        @Test
        void namesNoDirectoryOfThisMachine() {
            Surface here = Surface.of(
                    template(Path.of("infra/../template.yaml").toAbsolutePath().toString(), STAGE, "GET /", ""));
            Surface elsewhere = Surface.of(template("/elsewhere/template.yaml", STAGE, "GET /", ""));

            assertThat(here.about()).isEqualTo("template.yaml");
            assertThat(elsewhere.about()).isEqualTo("template.yaml");
        }
    }
}
