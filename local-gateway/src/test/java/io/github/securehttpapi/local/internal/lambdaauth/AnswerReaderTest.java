package io.github.securehttpapi.local.internal.lambdaauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {
    private static final String ARN = "arn:aws:execute-api:us-east-1:123456789012:Api/$default/GET/pets/1";

    @Nested
    final class SimpleResponses {
        @Test
        void allowOrDeny() throws Malformed {
            assertThat(simple("{'isAuthorized': true}").allows(ARN)).isTrue();
            assertThat(simple("{'isAuthorized': false}").allows(ARN)).isFalse();
        }

        @Test
        void needNoPolicyAndIgnoreOne() throws Malformed {
            assertThat(simple("{'policyDocument': 1, 'isAuthorized': true}").allows(ARN))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{'isAuthorized': 'true'}", "{'isAuthorized': 1}", "{'isAuthorized': null}"})
        void withoutAVerdictAreNone(String answer) {
            fails(true, answer, "Simple response did not include 'isAuthorized'");
        }
    }

    @Nested
    final class Contexts {
        @Test
        void keepTheirTypesAndReachTheLog() throws Malformed {
            Answer answer = simple("{'isAuthorized': true, 'context': {'text': 'a b', 'number': 1.50, 'flag': true,"
                    + " 'list': ['x', 1], 'none': null}, 'principalId': 'me'}");
            assertThat(answer.contextJson())
                    .isEqualTo("{\"text\":\"a b\",\"number\":1.50,\"flag\":true,\"list\":[\"x\",1],\"none\":null}");
            assertThat(answer.variables())
                    .containsOnly(
                            entry("authorizer.text", "a b"),
                            entry("authorizer.number", "1.50"),
                            entry("authorizer.flag", "true"),
                            entry("authorizer.principalId", "me"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'isAuthorized': true}", "{'isAuthorized': true, 'context': null}"})
        void thatAreMissingAreNull(String answer) throws Malformed {
            assertThat(simple(answer).contextJson()).isEqualTo("null");
        }

        @Test
        void mustBeObjects() {
            fails(true, "{'isAuthorized': true, 'context': []}", "'context' must be an object");
        }
    }

    @Nested
    final class Policies {
        @ParameterizedTest
        @CsvSource({
            "arn:aws:execute-api:us-east-1:123456789012:Api/$default/GET/pets/1, true",
            "arn:aws:execute-api:us-east-1:123456789012:Api/$default/GET/pets/2, false",
            "arn:aws:execute-api:us-east-1:123456789012:Api/$default/POST/*, false",
            "arn:aws:execute-api:us-east-1:123456789012:Api/$default/G?T/*, true",
            "arn:aws:execute-api:us-east-1:123456789012:Api/*, true",
            "arn:aws:execute-api:us-east-1:123456789012:api/*, false",
            "arn:aws:execute-api:eu-west-1:123456789012:Api/*, false",
            "arn:aws:execute-api:*:*:*, true",
            "arn:aws:execute-api, true",
            "arn:aws:lambda, false",
            "arn:aws:*/pets/1, false",
            "*, true",
            "arn, false",
            "'', false",
        })
        void allowWhatTheirResourcesMatch(String resource, boolean allowed) throws Malformed {
            assertThat(policy(statement("Allow", "execute-api:Invoke", resource))
                            .allows(ARN))
                    .isEqualTo(allowed);
        }

        @ParameterizedTest
        @CsvSource({
            "execute-api:Invoke, true",
            "execute-api:*, true",
            "EXECUTE-API:invoke, true",
            "*, true",
            "execute-api:ManageConnections, false",
            "lambda:*, false"
        })
        void allowWhatTheirActionsMatch(String action, boolean allowed) throws Malformed {
            assertThat(policy(statement("Allow", action, "*")).allows(ARN)).isEqualTo(allowed);
        }

        @Test
        void denyExplicitlyInWhateverOrder() throws Malformed {
            String allow = statement("Allow", "*", "*");
            String deny = statement("Deny", "*", "*/pets/1").replace("'*/pets/1'", "'" + ARN + "'");
            assertThat(policy(allow + "," + deny).allows(ARN)).isFalse();
            assertThat(policy(deny + "," + allow).allows(ARN)).isFalse();
            assertThat(policy(allow + "," + deny).allows(ARN.replace("GET", "PUT")))
                    .isTrue();
        }

        @Test
        void takeListsAndOneStatementWithoutAList() throws Malformed {
            Answer answer = read(
                    false,
                    "{'policyDocument': {'Version': '2012-10-17', 'Statement': {'Sid': 'x', 'Effect': 'Allow',"
                            + " 'Action': ['a:b', 'execute-api:Invoke'], 'Resource': ['x', '" + ARN + "']}}}");
            assertThat(answer.allows(ARN)).isTrue();
        }

        @Test
        void negateActionsAndResources() throws Malformed {
            String but = "{'Effect': 'Allow', 'NotAction': 'lambda:*', 'NotResource': '" + ARN + "'}";
            assertThat(policy(but).allows(ARN)).isFalse();
            assertThat(policy(but).allows(ARN + "1")).isTrue();
            assertThat(policy(but.replace("lambda", "execute-api")).allows(ARN + "1"))
                    .isFalse();
        }

        @Test
        void neverAllowByAConditionAndAlwaysDenyByOne() throws Malformed {
            String allow = statement("Allow", "*", "*");
            String condition = ", 'Condition': {'StringEquals': {'aws:SourceIp': '127.0.0.1'}}}";
            assertThat(policy(allow.replace("}", condition)).allows(ARN)).isFalse();
            assertThat(policy(allow + "," + allow.replace("}", condition).replace("Allow", "Deny"))
                            .allows(ARN))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "{} | Response did not include 'policyDocument'",
                    "{'isAuthorized': true} | Response did not include 'policyDocument'",
                    "{'policyDocument': 'x'} | 'policyDocument' must be an object",
                    "{'policyDocument': {}} | 'policyDocument' must have a 'Statement'",
                    "{'policyDocument': {'Statement': []}} | 'policyDocument' must have a 'Statement'",
                    "{'policyDocument': {'Statement': ['x']}} | 'Statement' must be an object or a list of objects",
                    "{'policyDocument': {'Statement': {'Effect': 'allow', 'Action': '*', 'Resource': '*'}}}"
                            + " | 'Effect' must be 'Allow' or 'Deny'",
                    "{'policyDocument': {'Statement': {'Effect': 'Allow', 'Resource': '*'}}}"
                            + " | 'Statement' must have an 'Action' and a 'Resource'",
                    "{'policyDocument': {'Statement': {'Effect': 'Allow', 'Action': '*'}}}"
                            + " | 'Statement' must have an 'Action' and a 'Resource'",
                    "{'policyDocument': {'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': [1]}}}"
                            + " | 'Resource' must be text or a list of texts",
                    "{'policyDocument': {'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
                            + " 'NotResource': '*'}}} | 'Statement' must not have 'NotResource' and its opposite",
                    "{'policyDocument': {'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
                            + " 'Principal': '*'}}} | 'Statement' must not have 'Principal'",
                })
        void thatAreNotUnderstoodInFullAreNone(String answer, String problem) {
            fails(false, answer, problem);
        }

        private static Answer policy(String statements) throws Malformed {
            return read(false, "{'principalId': 'me', 'policyDocument': {'Statement': [" + statements + "]}}");
        }

        private static String statement(String effect, String action, String resource) {
            return "{'Effect': '" + effect + "', 'Action': '" + action + "', 'Resource': '" + resource + "'}";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{'isAuthorized': true", "{'isAuthorized': true, 'isAuthorized': false}"})
    void whatIsNoJsonIsNone(String answer) {
        fails(true, answer, answer.isEmpty() ? "It must be an object" : "It is not JSON");
    }

    @Test
    void whatIsNoObjectOrMoreIsNone() {
        fails(true, "true", "It must be an object");
        fails(true, "[]", "It must be an object");
        fails(true, "{'isAuthorized': true} {}", "more follows the object");
    }

    private static Answer simple(String answer) throws Malformed {
        return read(true, answer);
    }

    private static Answer read(boolean simple, String answer) throws Malformed {
        return AnswerReader.read(answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8), simple);
    }

    private static void fails(boolean simple, String answer, String problem) {
        assertThatThrownBy(() -> read(simple, answer))
                .hasMessage("The response from the Lambda Authorizer function doesn't match the format that API Gateway"
                        + " expects. " + problem);
    }
}
