package io.github.securehttpapi.construct;

import static io.github.securehttpapi.review.ApiRequirement.API_KEYS;
import static io.github.securehttpapi.review.ApiRequirement.AUTOMATIC_DEPLOYMENT;
import static io.github.securehttpapi.review.ApiRequirement.CACHING;
import static io.github.securehttpapi.review.ApiRequirement.CLOUD_MAP_INTEGRATION;
import static io.github.securehttpapi.review.ApiRequirement.JWT_AUTHORIZER;
import static io.github.securehttpapi.review.ApiRequirement.LOWEST_PRICE;
import static io.github.securehttpapi.review.ApiRequirement.TWO_WAY_MESSAGES;
import static io.github.securehttpapi.review.ApiRequirement.WAF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.securehttpapi.review.ApiRequirement;
import io.github.securehttpapi.review.ApiType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ApiChoiceTest {
    /** What AWS's comparison says, once more, so that an edit of the enum alone is noticed. */
    private static final Set<ApiRequirement> MET_BY_HTTP =
            EnumSet.of(JWT_AUTHORIZER, AUTOMATIC_DEPLOYMENT, CLOUD_MAP_INTEGRATION, LOWEST_PRICE);

    private static ApiType expected(ApiRequirement requirement) {
        if (requirement == TWO_WAY_MESSAGES) {
            return ApiType.WEBSOCKET;
        }
        return MET_BY_HTTP.contains(requirement) ? ApiType.HTTP : ApiType.REST;
    }

    @ParameterizedTest
    @EnumSource
    void eachRequirementAloneDecides(ApiRequirement requirement) {
        ApiChoice choice = ApiChoice.of(requirement);

        assertThat(choice.type()).isEqualTo(expected(requirement));
        assertThat(requirement.isMetBy(choice.type())).isTrue();
        assertThat(choice.reasons()).containsExactly(requirement + ": " + requirement.fact());
    }

    @ParameterizedTest
    @EnumSource
    void textsAreClausesWithoutAFullStop(ApiRequirement requirement) {
        assertThat(List.of(requirement.fact(), requirement.substitute()))
                .allSatisfy(text ->
                        assertThat(text).isNotBlank().doesNotEndWith(".").doesNotContain("  "));
    }

    /** The table of docs/explanation/which-api-type.md, in the order of the enum. */
    @Test
    void theDocumentationSaysTheSame() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "explanation", "which-api-type.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .zipSatisfy(
                        List.of(ApiRequirement.values()),
                        (row, requirement) -> assertThat(row).startsWith(beginningOfRow(requirement)));
    }

    private static String beginningOfRow(ApiRequirement requirement) {
        StringBuilder row = new StringBuilder("| `" + requirement + "` |");
        for (ApiType type : ApiType.values()) {
            row.append(requirement.isMetBy(type) ? " ✓ |" : " |");
        }
        return row.toString();
    }

    @Test
    void nothingRequiredIsAnHttpApi() {
        assertThat(ApiChoice.of()).hasToString("""
                build an HTTP API
                - nothing required needs another kind of API, and HTTP APIs are the cheaper and faster one""");
        assertThat(ApiChoice.of().type()).isEqualTo(ApiType.HTTP);
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyHttpApisHaveYieldsToWhatTheyLack(ApiRequirement requirement) {
        ApiChoice choice = ApiChoice.of(requirement, CLOUD_MAP_INTEGRATION);

        assertThat(choice.type()).isEqualTo(expected(requirement));
        assertThat(choice.reasons()).hasSize(requirement == CLOUD_MAP_INTEGRATION ? 1 : 2);
    }

    @Test
    void reasonsAreInTheOrderOfTheEnumAndSayWhatIsLost() {
        assertThat(ApiChoice.of(LOWEST_PRICE, JWT_AUTHORIZER, CACHING, WAF)).hasToString("""
                build a REST API
                - WAF: AWS WAF attaches to REST APIs alone
                - CACHING: only REST APIs cache answers
                - JWT_AUTHORIZER: HTTP and REST APIs check the JWTs of any issuer themselves
                - LOWEST_PRICE: a request to an HTTP API costs less than a third of one to a REST API; with a REST API, \
                budget for the difference""");
    }

    @Nested
    final class TwoWayMessages {
        @ParameterizedTest
        @CsvSource({
            "API_KEYS",
            "USAGE_PLANS",
            "REQUEST_VALIDATION",
            "BODY_TRANSFORMATION",
            "EXECUTION_LOGS",
            "MOCK_INTEGRATION",
            "BACKEND_CLIENT_CERTIFICATE",
            "AUTOMATIC_DEPLOYMENT"
        })
        void goWithWhatWebSocketApisHaveToo(ApiRequirement requirement) {
            ApiChoice choice = ApiChoice.of(TWO_WAY_MESSAGES, requirement);

            assertThat(choice.type()).isEqualTo(ApiType.WEBSOCKET);
            assertThat(choice.reasons()).contains(requirement + ": " + requirement.fact());
        }

        @ParameterizedTest
        @CsvSource({
            "WAF",
            "PRIVATE_ENDPOINT",
            "EDGE_ENDPOINT",
            "RESOURCE_POLICY",
            "PER_CLIENT_THROTTLING",
            "DEVELOPER_PORTAL",
            "CACHING",
            "CANARY",
            "CUSTOM_GATEWAY_RESPONSES",
            "TEST_INVOCATION",
            "XRAY_TRACING",
            "FIREHOSE_ACCESS_LOGS",
            "RESPONSE_STREAMING"
        })
        void conflictWithWhatOnlyRestApisHave(ApiRequirement requirement) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApiChoice.of(requirement, TWO_WAY_MESSAGES))
                    .withMessage(
                            "requirements must be met by one kind of API, got 'TWO_WAY_MESSAGES', which only a WebSocket"
                                    + " API meets, and '%s', which it does not: build two APIs, a WebSocket API for the"
                                    + " messages and a REST API for the rest",
                            requirement);
        }

        @Test
        void outweighWhatHttpApisHave() {
            assertThat(ApiChoice.of(TWO_WAY_MESSAGES, CLOUD_MAP_INTEGRATION)).hasToString("""
                    build a WebSocket API
                    - TWO_WAY_MESSAGES: only over a WebSocket API can the server speak first
                    - CLOUD_MAP_INTEGRATION: only HTTP APIs find their backend through AWS Cloud Map; with a WebSocket API, \
                    put a load balancer before the backend""");
            assertThat(ApiChoice.of(TWO_WAY_MESSAGES, JWT_AUTHORIZER)).hasToString("""
                    build a WebSocket API
                    - TWO_WAY_MESSAGES: only over a WebSocket API can the server speak first
                    - JWT_AUTHORIZER: HTTP and REST APIs check the JWTs of any issuer themselves; with a WebSocket API, \
                    check them in a Lambda authorizer when a client connects""");
        }
    }

    @Nested
    final class AnHttpApiIsRequired {
        @Test
        void whatItMeetsPasses() {
            assertThatCode(() -> ApiChoice.requireHttp(MET_BY_HTTP)).doesNotThrowAnyException();
            assertThatCode(() -> ApiChoice.requireHttp(Set.of())).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @EnumSource
        void eachOtherOneIsRefusedWithWhyAndWhatToDo(ApiRequirement requirement) {
            if (MET_BY_HTTP.contains(requirement)) {
                return;
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApiChoice.requireHttp(Set.of(requirement)))
                    .withMessage(
                            "requirements must be ones that an HTTP API meets, got '%s': build %s instead, or drop the"
                                    + " requirement and make up for it\n- %s: %s; with an HTTP API, %s",
                            requirement,
                            requirement == TWO_WAY_MESSAGES ? "a WebSocket API" : "a REST API",
                            requirement,
                            requirement.fact(),
                            requirement.substitute());
        }

        @Test
        void severalAreRefusedTogetherInTheOrderOfTheEnum() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApiChoice.requireHttp(Set.of(API_KEYS, LOWEST_PRICE, WAF)))
                    .withMessage("""
                            requirements must be ones that an HTTP API meets, got 'WAF, API_KEYS': build a REST API instead, \
                            or drop the requirement and make up for it
                            - WAF: AWS WAF attaches to REST APIs alone; with an HTTP API, put CloudFront with a web ACL in \
                            front, and let in CloudFront alone, by its client certificate or by a secret header that a \
                            Lambda authorizer asks for
                            - API_KEYS: HTTP APIs have no API keys; with an HTTP API, authorize callers with a JWT of the \
                            client-credentials grant, or look keys up in a Lambda authorizer""");
        }

        @Test
        void whatTakesTwoOtherApisSaysSo() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApiChoice.requireHttp(Set.of(TWO_WAY_MESSAGES, CACHING)))
                    .withMessageStartingWith("requirements must be ones that an HTTP API meets, got 'CACHING,"
                            + " TWO_WAY_MESSAGES': build a WebSocket API and a REST API instead, or drop");
        }
    }
}
