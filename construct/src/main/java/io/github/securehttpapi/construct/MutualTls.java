package io.github.securehttpapi.construct;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.apigatewayv2.MTLSConfig;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * That a domain lets in those clients only that show a certificate, and whose certificates it trusts.
 *
 * <pre>{@code
 * ApiDomain.of("partners.example.com", certificate)
 *         .mutualTls(MutualTls.trusting(bucket, "partners.pem", "3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH"));
 * }</pre>
 *
 * <p>API Gateway does not ask whether a certificate was revoked, and gives no notice when one in the trust store expires
 * ("Configuring mutual TLS authentication for an HTTP API", AWS developer guide). Routes need an authorizer or a stated
 * reason to be public as ever: a trusted certificate says who connects, not what they may do.
 *
 * <p>Instances are immutable.
 */
public final class MutualTls {
    /** What S3 calls the version of an object that was stored without versioning: another one can take its place. */
    private static final String UNVERSIONED = "null";

    private final IBucket bucket;
    private final String key;
    private final String version;
    private final @Nullable ICertificate ownershipCertificate;

    private MutualTls(IBucket bucket, String key, String version, @Nullable ICertificate ownershipCertificate) {
        this.bucket = bucket;
        this.key = key;
        this.version = version;
        this.ownershipCertificate = ownershipCertificate;
    }

    /**
     * Trusts the clients whose certificates lead to one in a trust store.
     *
     * <p>The version is required. API Gateway reads the trust store when the domain changes, not when the object does:
     * without a version, a new trust store changes nothing in the template, so that a certificate that was taken out of it
     * stays trusted; and the next change of the domain takes over whatever lies in the bucket by then. With a version,
     * {@code cdk diff} shows it.
     *
     * @param bucket a versioned bucket; whoever deploys must be allowed to read the object
     * @param key the object's key: a file of certificates in PEM format
     * @param version the object's version id in S3
     * @return the setting to give to a domain
     * @throws IllegalArgumentException if the key is blank or no key, if the version is none, or if the bucket is
     *     defined in this app and is not versioned
     */
    public static MutualTls trusting(IBucket bucket, String key, String version) {
        requireVersioned(bucket);
        requireKey(key);
        requireVersion(version);
        return new MutualTls(bucket, key, version, null);
    }

    /**
     * The same setting for a domain whose own certificate was imported into ACM, or comes from a private CA: proof that the
     * domain is ours. Keep it valid as long as the domain lives, or API Gateway refuses every change to it.
     *
     * @param certificate a public certificate for the domain name, issued by ACM in the API's region, and used as the server
     *     certificate of no other domain with mutual TLS
     * @return the setting to give to a domain
     */
    public MutualTls ownershipCertificate(ICertificate certificate) {
        return new MutualTls(bucket, key, version, Objects.requireNonNull(certificate, "certificate"));
    }

    private static void requireVersioned(IBucket bucket) {
        if (bucket instanceof Bucket ours && CfnChild.of(ours, CfnBucket.class).getVersioningConfiguration() == null) {
            throw new IllegalArgumentException("bucket of the trust store must be versioned, got '"
                    + ours.getNode().getPath() + "', which is not: pass versioned(true) to it");
        }
    }

    private static void requireKey(String key) {
        boolean known = !Boolean.TRUE.equals(Token.isUnresolved(key));
        if (known && (key.isBlank() || key.startsWith("/") || key.startsWith("s3://"))) {
            throw new IllegalArgumentException("key of the trust store must be an object's key, got '" + key
                    + "': write it without the bucket and a leading slash, as in 'partners.pem'");
        }
    }

    private static void requireVersion(String version) {
        boolean known = !Boolean.TRUE.equals(Token.isUnresolved(version));
        if (known && (version.isBlank() || version.equals(UNVERSIONED))) {
            throw new IllegalArgumentException("version of the trust store must be an object's version id, got '"
                    + version + "': upload it to a versioned bucket, and pass the VersionId that S3 answers");
        }
    }

    @Nullable ICertificate ownershipCertificate() {
        return ownershipCertificate;
    }

    MTLSConfig toConfig() {
        return MTLSConfig.builder().bucket(bucket).key(key).version(version).build();
    }
}
