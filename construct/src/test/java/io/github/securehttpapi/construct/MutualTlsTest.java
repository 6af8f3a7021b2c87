package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.acmpca.CertificateAuthority;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.certificatemanager.PrivateCertificate;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

final class MutualTlsTest {
    private static final String ACM = "arn:aws:acm:eu-central-1:123456789012:certificate/";

    private final Stack stack = new Stack(new App(), "Shop");

    @Test
    void theTrustStoreAndItsVersionStandInTheTemplate() {
        Synthesized api = Synthesized.of(each -> SecureHttpApi.Builder.create(each, "Api")
                .domain(ApiDomain.of("api.example.com", certificate(each, "own"))
                        .mutualTls(MutualTls.trusting(imported(each), "partners.pem", "3sL4kqtJ")))
                .build());

        assertThat(api.only("AWS::ApiGatewayV2::DomainName"))
                .containsEntry(
                        "MutualTlsAuthentication",
                        Map.of("TruststoreUri", "s3://trust/partners.pem", "TruststoreVersion", "3sL4kqtJ"));
        assertThat(api.only("AWS::ApiGatewayV2::Api")).containsEntry("DisableExecuteApiEndpoint", true);
    }

    @Test
    void theOwnershipOfADomainCanBeProven() {
        Synthesized api = Synthesized.of(each -> SecureHttpApi.Builder.create(each, "Api")
                .domain(ApiDomain.of("api.example.com", certificate(each, "own"))
                        .mutualTls(MutualTls.trusting(imported(each), "partners.pem", "3sL4kqtJ")
                                .ownershipCertificate(certificate(each, "proof"))))
                .build());

        assertThat(api.only("AWS::ApiGatewayV2::DomainName").get("DomainNameConfigurations"))
                .isEqualTo(List.of(Map.of(
                        "CertificateArn",
                        ACM + "own",
                        "EndpointType",
                        "REGIONAL",
                        "OwnershipVerificationCertificateArn",
                        ACM + "proof",
                        "SecurityPolicy",
                        "TLS_1_2")));
    }

    @Test
    void theVersionCanComeFromAParameter() {
        CfnParameter version = CfnParameter.Builder.create(stack, "Version").build();

        assertThat(MutualTls.trusting(imported(stack), "partners.pem", version.getValueAsString()))
                .isNotNull();
    }

    /** As S3 names what was stored before versioning was switched on, and may be overwritten still. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void aTrustStoreWithoutAVersionIsRefused(String version) {
        IBucket bucket = imported(stack);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutualTls.trusting(bucket, "partners.pem", version))
                .withMessage(
                        "version of the trust store must be an object's version id, got '%s': upload it to a"
                                + " versioned bucket, and pass the VersionId that S3 answers",
                        version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/partners.pem", "s3://trust/partners.pem"})
    void whatIsNoKeyIsRefused(String key) {
        IBucket bucket = imported(stack);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutualTls.trusting(bucket, key, "3sL4kqtJ"))
                .withMessage(
                        "key of the trust store must be an object's key, got '%s': write it without the bucket and"
                                + " a leading slash, as in 'partners.pem'",
                        key);
    }

    @Test
    void aBucketWithoutVersionsIsRefused() {
        Bucket plain = Bucket.Builder.create(stack, "Plain").build();
        Bucket versioned = Bucket.Builder.create(stack, "Trust").versioned(true).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutualTls.trusting(plain, "partners.pem", "3sL4kqtJ"))
                .withMessage("bucket of the trust store must be versioned, got 'Shop/Plain', which is not: pass"
                        + " versioned(true) to it");
        assertThat(MutualTls.trusting(versioned, "partners.pem", "3sL4kqtJ")).isNotNull();
    }

    @Test
    void aPrivateCertificateNeedsProofOfOwnership() {
        PrivateCertificate certificate = PrivateCertificate.Builder.create(stack, "Private")
                .domainName("api.example.com")
                .certificateAuthority(CertificateAuthority.fromCertificateAuthorityArn(
                        stack, "Ca", "arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/ca"))
                .build();
        ApiDomain domain = ApiDomain.of("api.example.com", certificate);
        MutualTls trust = MutualTls.trusting(imported(stack), "partners.pem", "3sL4kqtJ");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> domain.mutualTls(trust))
                .withMessage("mutualTls of domain 'api.example.com' must have an ownershipCertificate, got none with a"
                        + " certificate of a private CA: pass a certificate that ACM issued for the name");
        assertThat(domain.mutualTls(trust.ownershipCertificate(certificate(stack, "proof"))))
                .isNotNull();
    }

    private static ICertificate certificate(Construct scope, String id) {
        return Certificate.fromCertificateArn(scope, id, ACM + id);
    }

    private static IBucket imported(Construct scope) {
        return Bucket.fromBucketName(scope, "Imported", "trust");
    }
}
