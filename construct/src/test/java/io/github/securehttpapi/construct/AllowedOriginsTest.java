package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Lazy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.ssm.StringParameter;

final class AllowedOriginsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://app.example.com",
                "https://app.example.com:8443",
                "https://xn--bcher-kva.example",
                "https://app.example.com:65535",
                "https://localhost"
            })
    void exactHttpsOriginsAreAccepted(String origin) {
        assertThat(AllowedOrigins.require(List.of(origin))).containsExactly(origin);
    }

    @Test
    void anOriginNamedTwiceCountsOnce() {
        assertThat(AllowedOrigins.require(List.of("https://a.example", "https://b.example", "https://a.example")))
                .containsExactly("https://a.example", "https://b.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://app.example.com/     | drop the trailing slash
                    https://app.example.com/shop | drop the path
                    http://app.example.com       | use https
                    http://localhost:5173        | name it in developmentOrigins(…) of Cors if it is for development, or use https
                    http://127.0.0.1:5173        | name it in developmentOrigins(…) of Cors if it is for development, or use https
                    http://localhost.example.com | use https
                    app.example.com              | write 'https://' and the host
                    ftp://app.example.com        | write 'https://' and the host
                    null                         | write 'https://' and the host
                    ''                           | write 'https://' and the host
                    https://App.example.com      | write it in lower case, as browsers do
                    https://app.example.com:443  | drop ':443', as browsers do
                    https://app.example.com:0    | write 'https://host' or 'https://host:port'
                    https://app.example.com:65536 | write 'https://host' or 'https://host:port'
                    https://a..example.com       | write 'https://host' or 'https://host:port'
                    https://-a.example.com       | write 'https://host' or 'https://host:port'
                    https://app.example.com:     | write 'https://host' or 'https://host:port'
                    https://user@example.com     | write 'https://host' or 'https://host:port'
                    https://bücher.example       | write 'https://host' or 'https://host:port'
                    https://                     | write the host behind it
                    *                            | name each origin, since '*' lets any site in and API Gateway takes no sub-domain wildcards
                    https://*                    | name each origin, since '*' lets any site in and API Gateway takes no sub-domain wildcards
                    https://*.example.com        | name each origin, since '*' lets any site in and API Gateway takes no sub-domain wildcards
                    """)
    void anythingElseIsRefusedWithItsFix(String origin, String fix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedOrigins.require(List.of(origin)))
                .withMessage("allowedOrigins must be exact https origins, got '%s': %s", origin, fix);
    }

    @Nested
    final class Unresolved {
        private final Stack stack = new Stack(new App(), "Shop");

        @Test
        void httpsBeforeAResourcesAttributeIsAccepted() {
            String origin =
                    "https://" + Bucket.Builder.create(stack, "Site").build().getBucketRegionalDomainName();

            assertThat(AllowedOrigins.require(List.of(origin))).containsExactly(origin);
        }

        @Test
        void anAttributeThatIsAUrlIsRefused() {
            Bucket bucket = new Bucket(stack, "Site");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cors.allowedOrigins(List.of("https://" + bucket.getBucketWebsiteUrl())))
                    .withMessageMatching("allowedOrigins must have a host behind 'https://', got the attribute"
                            + " 'WebsiteURL' in 'https://\\$\\{Token.*}': pass one that is a domain name");
        }

        @Test
        void anyOtherMixtureIsRefused() {
            String parameter =
                    CfnParameter.Builder.create(stack, "Host").build().getValueAsString();

            assertThat(List.of(
                            "https://" + parameter,
                            "http://*." + parameter,
                            parameter + "/",
                            parameter + parameter,
                            Lazy.string(() -> "*"),
                            Fn.importValue("Origin")))
                    .allSatisfy(origin -> assertThatIllegalArgumentException()
                            .isThrownBy(() -> AllowedOrigins.require(List.of(origin)))
                            .withMessage("allowedOrigins must be exact https origins, got the unresolved '" + origin
                                    + "': pass a literal, the value of a CfnParameter that holds a whole origin,"
                                    + " or 'https://' before an attribute of a resource"));
        }

        /** CloudFormation would match the pattern against the SSM parameter's name, its default included. */
        @Test
        void aParameterFromTheParameterStoreIsRefused() {
            String origin = StringParameter.valueForStringParameter(stack, "/web/origin");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AllowedOrigins.require(List.of(origin)))
                    .withMessage("allowedOrigins must come from a parameter of type String, got the type"
                            + " 'AWS::SSM::Parameter::Value<String>': CloudFormation checks the name of an SSM"
                            + " parameter, but not its value");
        }

        @Test
        void aParametersDefaultIsHeldToTheRuleWhateverItsOwnPattern() {
            String origin = CfnParameter.Builder.create(stack, "Origin")
                    .allowedPattern(".*")
                    .defaultValue("*")
                    .build()
                    .getValueAsString();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AllowedOrigins.require(List.of(origin)))
                    .withMessage(
                            "the default of a parameter in allowedOrigins must be exact https origins, got '*': name"
                                    + " each origin, since '*' lets any site in and API Gateway takes no sub-domain wildcards");
        }

        @Test
        void aListParameterIsRefused() {
            List<String> origins = CfnParameter.Builder.create(stack, "Origins")
                    .type("CommaDelimitedList")
                    .build()
                    .getValueAsList();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AllowedOrigins.require(origins))
                    .withMessageEndingWith(": take it from a parameter of type String, not from a list");
        }
    }
}
