package io.github.securehttpapi.local.internal.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Against the signer of the AWS SDK. */
final class SignatureVerifierTest {
    private static final String ID = "AKIDEXAMPLE";
    private static final String TEMPORARY_ID = "ASIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Instant NOW = Instant.parse("2026-01-31T23:59:59Z");
    private static final String SIGN = ": sign the request with Signature Version 4";

    private final HttpHeaders headers = new DefaultHttpHeaders();
    private final byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    private String target = "/pets?a=b";

    @Nested
    final class Accepts {
        @Test
        void signaturesInAHeader() throws Rejected {
            sign(user());
            assertThat(verify()).isEqualTo(new Credentials(ID, SECRET, null));
        }

        @Test
        void temporaryCredentialsWithTheirToken() throws Rejected {
            sign(AwsSessionCredentialsIdentity.create(TEMPORARY_ID, SECRET, "a+token/="));
            assertThat(verify().accessKeyId()).isEqualTo(TEMPORARY_ID);
        }

        @Test
        void presignedUrlsUntilTheyExpire() throws Rejected {
            presign(user());
            headers.set("x-later", "not signed");
            assertThat(verify().accessKeyId()).isEqualTo(ID);
            assertThat(verifier(NOW.plusSeconds(3600)).verify(request()).accessKeyId())
                    .isEqualTo(ID);
            assertThatThrownBy(() -> verifier(NOW.plusSeconds(3601)).verify(request()))
                    .hasMessage("signature must be of now, 20260201T010000Z, got '20260131T235959Z':"
                            + " set the clock, or sign anew");
        }

        @Test
        void presignedUrlsOfTemporaryCredentials() throws Rejected {
            presign(AwsSessionCredentialsIdentity.create(TEMPORARY_ID, SECRET, "a+token/="));
            assertThat(verify().accessKeyId()).isEqualTo(TEMPORARY_ID);
        }

        @ParameterizedTest
        @ValueSource(longs = {-300, 300})
        void clocksThatDifferByFiveMinutes(long seconds) {
            sign(user());
            assertThatCode(() -> verifier(NOW.plusSeconds(seconds)).verify(request()))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    final class Refuses {
        @Test
        void requestsWithoutASignature() {
            fails("request must be signed, got 'no Authorization header'" + SIGN);
        }

        @ParameterizedTest
        @ValueSource(longs = {-301, 301})
        void clocksThatDifferByMoreThanFiveMinutes(long seconds) {
            sign(user());
            assertThatThrownBy(() -> verifier(NOW.plusSeconds(seconds)).verify(request()))
                    .hasMessageStartingWith("signature must be of now, ")
                    .hasMessageEndingWith(", got '20260131T235959Z': set the clock, or sign anew");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Bearer abc | Bearer",
                    "AWS4-ECDSA-P256-SHA256 Credential=x, SignedHeaders=host, Signature=00 | AWS4-ECDSA-P256-SHA256",
                    "AWS AKID:abc | AWS",
                    "aws4-hmac-sha256 Credential=x | aws4-hmac-sha256",
                })
        void otherAlgorithms(String authorization, String algorithm) {
            headers.set("authorization", authorization);
            fails("signature must be of the algorithm AWS4-HMAC-SHA256, got '" + algorithm + "'" + SIGN);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Credential=a, Credential=b, Signature=c",
                    "Credential=a, SignedHeaders=b, Signature=c, More=d",
                    "Credential=a, SignedHeaders",
                    "Credential=a, =b",
                    "",
                })
        void partsThatAreNotOnceEach(String parts) {
            headers.set("authorization", "AWS4-HMAC-SHA256 " + parts);
            assertThatThrownBy(SignatureVerifierTest.this::verify)
                    .hasMessageStartingWith(
                            "Authorization must have Credential, SignedHeaders and Signature, once each, got '")
                    .hasMessageEndingWith(SIGN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Credential", "SignedHeaders", "Signature"})
        void aMissingPart(String part) {
            sign(user());
            edit(text -> text.replaceFirst(part + "=[^,]*(, )?", "").replaceFirst(", $", ""));
            fails("signature must come with " + part + ", got 'none'" + SIGN);
        }

        @Test
        void twoAuthorizations() {
            sign(user());
            headers.add("authorization", "Bearer x");
            fails("authorization must be sent once, got 'Bearer x'" + SIGN);
        }

        @Test
        void missingAndRepeatedDates() {
            sign(user());
            headers.add("x-amz-date", "20260131T235959Z");
            fails("x-amz-date must be sent once, got '20260131T235959Z'" + SIGN);
            headers.remove("x-amz-date");
            fails("x-amz-date must be sent with a signature, got 'none'" + SIGN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-01-31T23:59:59Z", "20260131T235959", "20260231T235959Z", "20260131T236059Z", ""})
        void datesOfAnotherForm(String date) {
            sign(user());
            headers.set("x-amz-date", date);
            fails("signature must have its time in the form 20260131T235959Z, got '" + date + "': sign it anew");
        }

        @Test
        void aScopeOfAnotherDay() {
            sign(user());
            edit(text -> text.replace("/20260131/", "/20260130/"));
            fails("credential must be of the day of the signature, got '20260130': sign it anew");
        }

        @Test
        void otherRegionsServicesAndKeys() {
            sign(user());
            edit(text -> text.replace("/us-east-1/", "/eu-west-1/"));
            fails("credential must be for the region us-east-1, got 'eu-west-1': sign for it");
            edit(text -> text.replace("/eu-west-1/execute-api/", "/us-east-1/s3/"));
            fails("credential must be for the service execute-api, got 's3': sign for it");
            edit(text -> text.replace(ID, "AKIDOTHER"));
            fails("access key id must be one of the test credentials, got 'AKIDOTHER':"
                    + " sign with AKIDEXAMPLE or ASIDEXAMPLE");
            edit(text -> text.replace("AKIDOTHER/", ""));
            fails("credential must be ACCESS_KEY_ID/DATE/REGION/SERVICE/aws4_request,"
                    + " got '20260131/us-east-1/s3/aws4_request': sign it anew");
            edit(text -> text.replace("20260131/", "AKIDEXAMPLE/20260131/").replace("aws4_request", "aws4_other"));
            fails("credential must be ACCESS_KEY_ID/DATE/REGION/SERVICE/aws4_request,"
                    + " got 'AKIDEXAMPLE/20260131/us-east-1/s3/aws4_other': sign it anew");
        }

        @Test
        void whatDiffersInASingleBit() throws Rejected {
            target = "/pets/a%20b//1?a=b&c=%25+d&e";
            headers.set("x-more", "a  b");
            sign(user());
            assertThat(verify().accessKeyId()).isEqualTo(ID);
            List<String> accepted = new ArrayList<>();
            each("POST", method -> tried(method, target, body, accepted));
            each(target, changed -> tried("POST", changed, body, accepted));
            each("{}", changed -> tried("POST", target, changed.getBytes(StandardCharsets.ISO_8859_1), accepted));
            for (String name : List.copyOf(headers.names())) {
                String value = headers.get(name);
                each(value, changed -> {
                    headers.set(name, changed);
                    tried("POST", target, body, accepted);
                });
                headers.set(name, value);
            }
            assertThat(accepted).isEmpty();
        }

        /** Every text that differs in one bit and is made of printable characters. */
        private void each(String text, Consumer<String> use) {
            for (int at = 0; at < text.length(); at++) {
                for (int bit = 0; bit < 7; bit++) {
                    char changed = (char) (text.charAt(at) ^ (1 << bit));
                    if (changed > ' ' && changed <= '~') {
                        use.accept(text.substring(0, at) + changed + text.substring(at + 1));
                    }
                }
            }
        }

        private void tried(String method, String changedTarget, byte[] changedBody, List<String> accepted) {
            try {
                verifier(NOW).verify(new SignedRequest(method, changedTarget, headers, changedBody));
                accepted.add(method + " " + changedTarget + " " + headers);
            } catch (Rejected expected) {
                assertThat(expected).message().isNotEmpty();
            }
        }

        @Test
        void anotherSecretKey() {
            sign(AwsCredentialsIdentity.create(ID, "other"));
            assertThatThrownBy(SignatureVerifierTest.this::verify)
                    .hasMessageStartingWith(
                            "signature must be the one calculated from the request as it came in, got '")
                    .hasMessageEndingWith("': sign it with the secret access key of " + ID + ", unchanged thereafter");
        }

        @Test
        void tokensThatAreMissingOrWrongOrNobodys() {
            sign(AwsSessionCredentialsIdentity.create(TEMPORARY_ID, SECRET, "wrong"));
            fails("session token must be the one of ASIDEXAMPLE, got 'another': sign with it");
            sign(AwsCredentialsIdentity.create(TEMPORARY_ID, SECRET));
            fails("session token must be the one of ASIDEXAMPLE, got 'none': sign with it");
            sign(AwsSessionCredentialsIdentity.create(ID, SECRET, "any"));
            fails("session token must be the one of AKIDEXAMPLE, got 'another': sign without one");
        }

        @Test
        void amazonHeadersThatAreNotSigned() {
            sign(user());
            headers.set("X-Amz-More", "1");
            fails("signed headers must have every x-amz-* among them, got 'x-amz-more': sign it");
        }

        @Test
        void signedHeadersThatAreNotSent() {
            headers.set("x-here", "1");
            sign(user());
            headers.remove("x-here");
            fails("signed headers must be sent, got 'x-here': send it, or do not sign it");
        }

        @Test
        void aHostThatIsNotSigned() {
            sign(user());
            edit(text -> text.replace("SignedHeaders=host;", "SignedHeaders="));
            fails("signed headers must have host among them, got 'x-amz-content-sha256;x-amz-date': sign it");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x-amz-date;host", "host;host", "Host", ";host"})
        void signedHeadersOutOfOrder(String names) {
            sign(user());
            edit(text -> text.replaceFirst("SignedHeaders=[^,]*", "SignedHeaders=" + names));
            assertThatThrownBy(SignatureVerifierTest.this::verify)
                    .hasMessageStartingWith("signed headers must be in lower case and in order, got '")
                    .hasMessageEndingWith("': sort them");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", ""})
        void payloadsThatAreNotSigned(String hash) {
            sign(user());
            headers.set("x-amz-content-sha256", hash);
            fails("x-amz-content-sha256 must be the body's SHA-256, got '" + hash + "': hash the body as it is sent");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "604801", "9999999", "1e3", ""})
        void presignedUrlsOfAnotherLifetime(String expires) {
            presign(user());
            target = target.replace("X-Amz-Expires=3600", "X-Amz-Expires=" + expires);
            fails("X-Amz-Expires must be from 1 to 604800, got '" + expires + "': sign it anew");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Credential", "Date", "Expires", "SignedHeaders", "Signature"})
        void presignedUrlsThatLackAPartOrHaveItTwice(String part) {
            presign(user());
            String whole = target;
            target = whole + "&X-Amz-" + part + "=x";
            fails("X-Amz-" + part + " must be sent once, got 'x'" + SIGN);
            target = whole.replaceFirst("X-Amz-" + part + "=[^&]*&?", "");
            fails("signature must come with X-Amz-" + part + ", got 'none'" + SIGN);
        }

        @Test
        void presignedUrlsOfAnotherAlgorithmOrThatWereChanged() {
            presign(user());
            String whole = target;
            target = whole + "&c=d";
            assertThatThrownBy(SignatureVerifierTest.this::verify).hasMessageStartingWith("signature must be the one");
            target = whole.replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256");
            fails("signature must be of the algorithm AWS4-HMAC-SHA256, got 'AWS4-ECDSA-P256-SHA256'" + SIGN);
        }

        @Test
        void queriesThatAreNotPercentEncoded() {
            target = "/pets?a=%zz";
            fails("query must be percent-encoded, got '%zz': write % as %25");
            target = "/pets?a=%4";
            fails("query must be percent-encoded, got '%4': write % as %25");
        }

        @Test
        void hostileHeadersAndQueriesInNoLongTime() {
            sign(user());
            edit(text -> text.replace("host;", "host;" + "x;".repeat(500_000)));
            target = "/" + "../".repeat(300_000) + "?" + "a&".repeat(500_000);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThatThrownBy(SignatureVerifierTest.this::verify)
                            .hasMessage("signed headers must be sent, got 'x': send it, or do not sign it"));
        }
    }

    private static AwsCredentialsIdentity user() {
        return AwsCredentialsIdentity.create(ID, SECRET);
    }

    private void sign(AwsCredentialsIdentity identity) {
        accept(identity, AuthLocation.HEADER);
    }

    private void presign(AwsCredentialsIdentity identity) {
        SdkHttpRequest signed = accept(identity, AuthLocation.QUERY_STRING);
        target = signed.getUri().getRawPath() + "?" + signed.getUri().getRawQuery();
    }

    /** Signs the request and takes over its headers. */
    private SdkHttpRequest accept(AwsCredentialsIdentity identity, AuthLocation location) {
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(request -> {
                    request.identity(identity)
                            .request(unsigned())
                            .payload(ContentStreamProvider.fromByteArray(body))
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                            .putProperty(AwsV4HttpSigner.AUTH_LOCATION, location)
                            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
                    if (location == AuthLocation.QUERY_STRING) {
                        request.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofHours(1));
                    }
                })
                .request();
        signed.forEachHeader((name, values) -> headers.set(name, values));
        return signed;
    }

    private SdkHttpRequest unsigned() {
        headers.remove("authorization").remove("x-amz-date").remove("x-amz-security-token");
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create("http://localhost:8080" + target));
        headers.names().forEach(name -> request.putHeader(name, headers.getAll(name)));
        return request.build();
    }

    private void edit(UnaryOperator<String> edit) {
        headers.set("authorization", edit.apply(headers.get("authorization")));
    }

    private SignedRequest request() throws Rejected {
        return new SignedRequest("POST", target, headers, body);
    }

    private Credentials verify() throws Rejected {
        return verifier(NOW).verify(request());
    }

    private static SignatureVerifier verifier(Instant now) {
        List<Credentials> known =
                List.of(new Credentials(ID, SECRET, null), new Credentials(TEMPORARY_ID, SECRET, "a+token/="));
        return new SignatureVerifier(known, "us-east-1", Clock.fixed(now, ZoneOffset.UTC));
    }

    private void fails(String message) {
        assertThatThrownBy(this::verify).isInstanceOf(Rejected.class).hasMessage(message);
    }
}
