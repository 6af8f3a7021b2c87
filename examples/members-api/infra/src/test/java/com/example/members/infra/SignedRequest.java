package com.example.members.infra;

import io.github.securehttpapi.local.LocalGateway;
import io.github.securehttpapi.local.TestCredentials;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests that the AWS SDK signs, as a service does that calls the API as an AWS principal. */
final class SignedRequest {
    /** The JDK's client sends it itself. */
    private static final Set<String> LEFT_TO_THE_CLIENT = Set.of("Host");

    private SignedRequest() {}

    // snippet:sign
    /** A POST without a body, signed with the gateway's test credentials. */
    static HttpRequest post(LocalGateway gateway, URI uri) {
        TestCredentials credentials = gateway.credentials().get(0);
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(
                                AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey()))
                        .request(SdkHttpRequest.builder()
                                .method(SdkHttpMethod.POST)
                                .uri(uri)
                                .build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, gateway.region()))
                .request();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody());
        signed.forEachHeader((name, values) -> {
            if (!LEFT_TO_THE_CLIENT.contains(name)) {
                request.header(name, values.get(0));
            }
        });
        return request.build();
    }
    // end
}
