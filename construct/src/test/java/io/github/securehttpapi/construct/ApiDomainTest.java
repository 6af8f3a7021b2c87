package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Domains.certificate;
import static io.github.securehttpapi.construct.Domains.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.s3.Bucket;

final class ApiDomainTest {
    private final Stack stack = new Stack(new App(), "Shop");
    private final ICertificate certificate = certificate(stack);

    @Nested
    final class Names {
        @ParameterizedTest
        @ValueSource(strings = {"example.com", "api.example.com", "a-1.xn--bcher-kva.example", "*.example.com"})
        void hostsAndWildcardsAreAccepted(String name) {
            assertThat(ApiDomain.of(name, certificate)).isNotNull();
        }

        @Test
        void aParameterIsAccepted() {
            CfnParameter zone = CfnParameter.Builder.create(stack, "Zone").build();

            assertThat(ApiDomain.of("api." + zone.getValueAsString(), certificate))
                    .isNotNull();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                https://api.example.com | drop the scheme
                api.example.com/        | drop the trailing slash
                api.example.com/v1      | drop the path, and pass it to mappingKey(…)
                api.example.com:443     | drop the port, API Gateway answers on 443 alone
                api.example.com.        | drop the trailing dot
                API.example.com         | write it in lower case
                *api.example.com        | use the wildcard for the whole of the first label and no other, as in '*.example.com'
                a.*.example.com         | use the wildcard for the whole of the first label and no other, as in '*.example.com'
                *.*.example.com         | use the wildcard for the whole of the first label and no other, as in '*.example.com'
                """)
        void othersAreRefusedWithWhatToDo(String name, String fix) {
            refused(name, fix);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "localhost", "*.com", "-a.example.com", "a-.example.com", "a_b.example.com", "a..b"})
        void soIsWhatIsNoHostName(String name) {
            refused(
                    name,
                    "write one such as 'api.example.com', with at most 63 characters between dots and 253 in all");
        }

        @Test
        void soAreNamesThatAreTooLong() {
            String fix = "write one such as 'api.example.com', with at most 63 characters between dots and 253 in all";
            String longest = ("a".repeat(62) + ".").repeat(4) + "a";

            assertThat(ApiDomain.of("a".repeat(63) + ".com", certificate)).isNotNull();
            refused("a".repeat(64) + ".com", fix);
            assertThat(longest).hasSize(253);
            assertThat(ApiDomain.of(longest, certificate)).isNotNull();
            refused(longest + "a", fix);
        }

        private void refused(String name, String fix) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApiDomain.of(name, certificate))
                    .withMessage(
                            "domain name must be a host name in lower case, or one behind '*.', got '%s': %s",
                            name, fix);
        }
    }

    @Nested
    final class MappingKeys {
        @ParameterizedTest
        @ValueSource(strings = {"orders", "v1/orders", "a/b/c", "$-_.+!*'()"})
        void oneOrMoreLevelsAreAccepted(String key) {
            assertThat(domain().mappingKey(key).url()).isEqualTo("https://api.example.com/" + key + "/");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                ''       | drop mappingKey(…) for the root of the domain
                /        | drop mappingKey(…) for the root of the domain
                /v1      | drop the leading slash
                v1/      | drop the trailing slash
                v1//a    | choose another one, such as 'v1/orders'
                v1 a     | choose another one, such as 'v1/orders'
                {v}      | choose another one, such as 'v1/orders'
                Größe    | choose another one, such as 'v1/orders'
                """)
        void othersAreRefused(String key, String fix) {
            refused(key, fix);
        }

        @Test
        void theLengthIsLimited() {
            assertThat(domain().mappingKey("k".repeat(300))).isNotNull();
            refused("k".repeat(301), "choose another one, such as 'v1/orders'");
        }

        private void refused(String key, String fix) {
            ApiDomain domain = domain();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> domain.mappingKey(key))
                    .withMessage(
                            "mappingKey must be 1 to 300 letters, digits and $-_.+!*'() with slashes between, got"
                                    + " '%s': %s",
                            key, fix);
        }
    }

    @Nested
    final class Wildcards {
        private final ApiDomain wildcard = ApiDomain.of("*.example.com", certificate);

        @Test
        void aHostStandsInTheUrl() {
            assertThat(wildcard.host("shop.example.com").mappingKey("v1").url())
                    .isEqualTo("https://shop.example.com/v1/");
        }

        @Test
        void withoutAHostTheyHaveNoUrl() {
            SecureHttpApi.Builder api = SecureHttpApi.Builder.create(stack, "Api");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.domain(wildcard))
                    .withMessage("domain '*.example.com' must have a host for the API's URL, got none: pass one that it"
                            + " stands for to host(…)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"example.com", "a.b.example.com", "shop.example.org"})
        void hostsThatTheyDoNotStandForAreRefused(String host) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wildcard.host(host))
                    .withMessage(
                            "host must be one that a wildcard domain stands for, got '%s' for '*.example.com': put"
                                    + " one label in the place of its '*', or drop host(…)",
                            host);
        }

        @Test
        void otherDomainsHaveTheirOwnHost() {
            ApiDomain domain = domain();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> domain.host("shop.example.com"))
                    .withMessage("host must be one that a wildcard domain stands for, got 'shop.example.com' for"
                            + " 'api.example.com': put one label in the place of its '*', or drop host(…)");
        }

        @Test
        void aHostIsCheckedLikeADomain() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wildcard.host("https://shop.example.com"))
                    .withMessage(
                            "host must be a host name in lower case, got 'https://shop.example.com': drop the scheme");
        }
    }

    @Nested
    final class Certificates {
        private final Stack inVirginia = in(new App(), "us-east-1");

        @Test
        void ofAnotherRegionAreRefused() {
            SecureHttpApi.Builder api = SecureHttpApi.Builder.create(inVirginia, "Api");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.domain(domain()))
                    .withMessage("certificate of domain 'api.example.com' must be in the API's region 'us-east-1', got"
                            + " one in 'eu-central-1': request one there");
        }

        /** A certificate that is defined in this app has no ARN yet, but a stack. */
        @Test
        void ofAStackElsewhereAreRefused() {
            App app = new App();
            Certificate own = Certificate.Builder.create(in(app, "eu-central-1"), "Certificate")
                    .domainName("api.example.com")
                    .build();
            SecureHttpApi.Builder api = SecureHttpApi.Builder.create(in(app, "eu-west-1"), "Api");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.domain(ApiDomain.of("api.example.com", own)))
                    .withMessage(
                            "certificate of domain 'api.example.com' must be in the API's region 'eu-west-1', got one in"
                                    + " 'eu-central-1': request one there");
        }

        @Test
        void ofAnotherRegionProveNoOwnership() {
            ICertificate near = Certificate.fromCertificateArn(
                    inVirginia, "Near", "arn:aws:acm:us-east-1:123456789012:certificate/near");
            SecureHttpApi.Builder api = SecureHttpApi.Builder.create(inVirginia, "Api");
            MutualTls trust = trust().ownershipCertificate(certificate);
            ApiDomain domain = ApiDomain.of("api.example.com", near).mutualTls(trust);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.domain(domain))
                    .withMessage("ownershipCertificate of domain 'api.example.com' must be in the API's region"
                            + " 'us-east-1', got one in 'eu-central-1': request one there");
        }
    }

    @Nested
    final class ExecuteApiEndpoint {
        private static final String UNDER_MUTUAL_TLS =
                "execute-api endpoint of domain 'api.example.com' must be disabled"
                        + " under mutual TLS, got keepExecuteApiEndpoint(): drop it, or clients without a certificate go round the"
                        + " domain";

        @Test
        void isNotKeptUnderMutualTls() {
            ApiDomain domain = domain().mutualTls(trust());

            assertThatIllegalStateException()
                    .isThrownBy(domain::keepExecuteApiEndpoint)
                    .withMessage(UNDER_MUTUAL_TLS);
        }

        @Test
        void norIfMutualTlsComesLater() {
            ApiDomain domain = domain().keepExecuteApiEndpoint();

            assertThatIllegalStateException()
                    .isThrownBy(() -> domain.mutualTls(trust()))
                    .withMessage(UNDER_MUTUAL_TLS);
        }

        @Test
        void isNotKeptBesideAnImportedDomain() {
            ApiDomain domain = ApiDomain.existing(imported(stack));

            assertThatIllegalStateException()
                    .isThrownBy(domain::keepExecuteApiEndpoint)
                    .withMessage("execute-api endpoint beside domain 'shared.example.com' must be disabled, got"
                            + " keepExecuteApiEndpoint() and it is imported, so that its mutual TLS is not known: drop it,"
                            + " or clients without a certificate may go round the domain");
        }

        @Test
        void isNotKeptBesideADomainOfThisAppWithMutualTls() {
            DomainName shared = DomainName.Builder.create(stack, "Shared")
                    .domainName("shared.example.com")
                    .certificate(certificate)
                    .mtls(trust().toConfig())
                    .build();
            ApiDomain domain = ApiDomain.existing(shared);

            assertThatIllegalStateException()
                    .isThrownBy(domain::keepExecuteApiEndpoint)
                    .withMessage("execute-api endpoint beside domain 'shared.example.com' must be disabled, got"
                            + " keepExecuteApiEndpoint() and it has mutual TLS: drop it, or clients without a certificate"
                            + " may go round the domain");
        }

        @Test
        void isKeptBesideADomainOfThisAppWithoutIt() {
            DomainName shared = DomainName.Builder.create(stack, "Shared")
                    .domainName("shared.example.com")
                    .certificate(certificate)
                    .build();

            assertThat(ApiDomain.existing(shared).keepExecuteApiEndpoint().keepsExecuteApiEndpoint())
                    .isTrue();
        }
    }

    @Test
    void anExistingDomainTakesNoMutualTls() {
        ApiDomain domain = ApiDomain.existing(imported(stack));

        assertThatIllegalStateException()
                .isThrownBy(() -> domain.mutualTls(trust()))
                .withMessage(
                        "mutualTls of domain 'shared.example.com' must be set where the domain is defined, got it for"
                                + " an existing one: pass mtls(…) to the DomainName");
    }

    @Test
    void aDomainIsNotChangedByWhatIsMadeOfIt() {
        ApiDomain domain = domain();

        assertThat(domain.mappingKey("v1").keepExecuteApiEndpoint()).isNotSameAs(domain);
        assertThat(domain.url()).isEqualTo("https://api.example.com/");
        assertThat(domain.keepsExecuteApiEndpoint()).isFalse();
    }

    private ApiDomain domain() {
        return ApiDomain.of("api.example.com", certificate);
    }

    private MutualTls trust() {
        return MutualTls.trusting(Bucket.fromBucketName(stack, "Trust", "trust"), "partners.pem", "3sL4kqtJ");
    }

    private static Stack in(App app, String region) {
        return new Stack(
                app,
                "Shop-" + region,
                StackProps.builder()
                        .env(Environment.builder()
                                .region(region)
                                .account("123456789012")
                                .build())
                        .build());
    }
}
