package io.github.securehttpapi.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A request that the AWS SDK has signed, and the JDK's client sends, unless it is changed in between. */
final class Signed {
    private static final Set<String> LEFT_TO_THE_CLIENT = Set.of("host", "content-length");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;

    Signed(String method, URI uri, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.body = body;
    }

    Signed by(AwsCredentialsIdentity identity, Clock clock) {
        SdkHttpRequest signed = sdk(identity, clock, null);
        Signed copy = new Signed(method, uri, headers, body);
        signed.forEachHeader((name, values) -> copy.headers.put(name, values.get(0)));
        return copy;
    }

    Signed presignedBy(AwsCredentialsIdentity identity, Clock clock) {
        URI presigned = sdk(identity, clock, Duration.ofMinutes(1)).getUri();
        return new Signed(method, presigned, headers, body);
    }

    Signed method(String other) {
        return new Signed(other, uri, headers, body);
    }

    Signed uri(UnaryOperator<String> edit) {
        return new Signed(method, URI.create(edit.apply(uri.toString())), headers, body);
    }

    Signed header(String name, UnaryOperator<String> edit) {
        Signed copy = new Signed(method, uri, headers, body);
        copy.headers.compute(name, (same, value) -> edit.apply(String.valueOf(value)));
        return copy;
    }

    Signed body(byte[] other) {
        return new Signed(method, uri, headers, other);
    }

    HttpResponse<String> send() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!LEFT_TO_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        });
        return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private SdkHttpRequest sdk(AwsCredentialsIdentity identity, Clock clock, @Nullable Duration lifetime) {
        SdkHttpRequest.Builder unsigned =
                SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(uri);
        headers.forEach(unsigned::putHeader);
        return AwsV4HttpSigner.create()
                .sign(request -> {
                    request.identity(identity)
                            .request(unsigned.build())
                            .payload(ContentStreamProvider.fromByteArray(body))
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                            .putProperty(HttpSigner.SIGNING_CLOCK, clock);
                    if (lifetime != null) {
                        request.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, lifetime);
                    }
                })
                .request();
    }
}
