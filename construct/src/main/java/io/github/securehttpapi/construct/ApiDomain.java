package io.github.securehttpapi.construct;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IDomainName;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.constructs.Construct;

/**
 * The domain that an API answers at, in place of {@code execute-api}: a regional endpoint that takes TLS 1.2 or later.
 *
 * <pre>{@code
 * SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
 *         .domain(ApiDomain.of("api.example.com", certificate).mappingKey("v1/orders"))
 *         .build();
 * }</pre>
 *
 * <p>The API's {@code execute-api} endpoint is disabled, since it would be a way round whatever guards the domain. The DNS
 * record that leads to the domain is left to you: {@link SecureHttpApi#getDomainName()} says where to.
 *
 * <p>Instances are immutable.
 */
public final class ApiDomain {
    /** Changing it fails users' deployments: "ApiMapping key already exists for this domain name" (aws-cdk#9602). */
    private static final String MAPPING_ID = "DomainMapping";

    /** "Working with API mappings for HTTP APIs", AWS developer guide: restrictions. */
    private static final String KEY_CHARACTERS = "$-_.+!*'()";

    private static final Pattern KEY = Pattern.compile(
            "[A-Za-z0-9" + Pattern.quote(KEY_CHARACTERS) + "]+(/[A-Za-z0-9" + Pattern.quote(KEY_CHARACTERS) + "]+)*");

    private static final int LONGEST_KEY = 300;

    private final DomainSource source;
    private final @Nullable String mappingKey;
    private final @Nullable String host;
    private final boolean keepsExecuteApiEndpoint;

    private ApiDomain(
            DomainSource source, @Nullable String mappingKey, @Nullable String host, boolean keepsExecuteApiEndpoint) {
        this.source = source;
        this.mappingKey = mappingKey;
        this.host = host;
        this.keepsExecuteApiEndpoint = keepsExecuteApiEndpoint;
    }

    /**
     * A domain of the API's own, which is defined together with it.
     *
     * @param name such as {@code api.example.com}; or {@code *.example.com}, which stands for one label in place of the
     *     {@code *}, needs a {@link #host} to go with it, and a certificate that ACM issued
     * @param certificate a certificate for the name, in the API's region
     * @return the domain to give to an API
     * @throws IllegalArgumentException if the name is none that API Gateway takes
     */
    public static ApiDomain of(String name, ICertificate certificate) {
        HostName.requireDomain(name);
        return new ApiDomain(
                new OwnDomain(name, Objects.requireNonNull(certificate, "certificate"), null), null, null, false);
    }

    /**
     * A domain that is defined elsewhere, so that several APIs can share it, each with a {@link #mappingKey} of its own. Only
     * the mapping is defined with the API. HTTP APIs need a regional endpoint and the security policy TLS 1.2; another one is
     * refused where this app defines the domain, and out of sight where it is imported. The CDK's {@code DomainName} has the
     * policy in its template only if {@code securityPolicy} says so.
     *
     * @param domain a regional domain in the account and region of the API
     * @return the domain to give to an API
     */
    public static ApiDomain existing(IDomainName domain) {
        return new ApiDomain(SharedDomain.of(domain), null, null, false);
    }

    /**
     * The same domain, with the API below a path instead of at its root. API Gateway takes the path off before it looks for a
     * route, and functions do not see it ("Create AWS Lambda proxy integrations for HTTP APIs", AWS developer guide: {@code
     * rawPath}). Of the keys of several APIs, the longest that the request's path begins with wins; where a key has more
     * than one level that goes by characters, so that {@code orders} gets {@code /ordersandmore} too ("Map API stages to a
     * custom domain name for HTTP APIs", same guide).
     *
     * @param key such as {@code orders} or {@code v1/orders}: up to 300 letters, digits and {@code $-_.+!*'()}, with
     *     slashes between
     * @return the domain to give to an API
     * @throws IllegalArgumentException if API Gateway would refuse the key
     */
    public ApiDomain mappingKey(String key) {
        requireKey(key);
        return new ApiDomain(source, key, host, keepsExecuteApiEndpoint);
    }

    /**
     * The same wildcard domain, with the host that stands in the API's URL. API Gateway answers at all hosts of a wildcard;
     * this one is for {@link SecureHttpApi#getUrl()} and the output.
     *
     * @param name one of the hosts, such as {@code shop.example.com} for {@code *.example.com}
     * @return the domain to give to an API
     * @throws IllegalArgumentException if it is no host name, or none that the wildcard stands for
     */
    public ApiDomain host(String name) {
        HostName.requireHost(name);
        boolean known = HostName.isKnown(name) && HostName.isKnown(source.name());
        if (known && !HostName.covers(source.name(), name)) {
            throw new IllegalArgumentException("host must be one that a wildcard domain stands for, got '" + name
                    + "' for '" + source.name() + "': put one label in the place of its '*', or drop host(…)");
        }
        return new ApiDomain(source, mappingKey, name, keepsExecuteApiEndpoint);
    }

    /**
     * The same domain for those clients only that show a certificate it trusts.
     *
     * @param mutualTls whose certificates are trusted
     * @return the domain to give to an API
     * @throws IllegalArgumentException if the domain's certificate comes from a private CA and there is no ownership
     *     certificate
     * @throws IllegalStateException if the domain is an existing one, or keeps the {@code execute-api} endpoint
     */
    public ApiDomain mutualTls(MutualTls mutualTls) {
        DomainSource trusting = source.with(Objects.requireNonNull(mutualTls, "mutualTls"));
        if (keepsExecuteApiEndpoint) {
            trusting.requireNoMutualTls();
        }
        return new ApiDomain(trusting, mappingKey, host, keepsExecuteApiEndpoint);
    }

    /**
     * The same domain, with the {@code execute-api} endpoint beside it, for as long as clients move to the domain or its DNS
     * record does. Its URL is {@code api.getStage().getUrl()}; {@link SecureHttpApi#getUrl()} is the domain's. Synthesis says
     * each time that the endpoint is open.
     *
     * @return the domain to give to an API
     * @throws IllegalStateException if the domain has mutual TLS, or is imported, so that it may have it
     */
    public ApiDomain keepExecuteApiEndpoint() {
        source.requireNoMutualTls();
        return new ApiDomain(source, mappingKey, host, true);
    }

    private static void requireKey(String key) {
        if (HostName.isKnown(key)
                && (key.length() > LONGEST_KEY || !KEY.matcher(key).matches())) {
            throw new IllegalArgumentException("mappingKey must be 1 to " + LONGEST_KEY + " letters, digits and "
                    + KEY_CHARACTERS + " with slashes between, got '" + key + "': " + fix(key));
        }
    }

    private static String fix(String key) {
        if (key.isEmpty() || key.equals("/")) {
            return "drop mappingKey(…) for the root of the domain";
        }
        if (key.startsWith("/")) {
            return "drop the leading slash";
        }
        return key.endsWith("/") ? "drop the trailing slash" : "choose another one, such as 'v1/orders'";
    }

    boolean keepsExecuteApiEndpoint() {
        return keepsExecuteApiEndpoint;
    }

    void requireUsableIn(Stack stack) {
        if (host == null && HostName.isWildcard(source.name())) {
            throw new IllegalArgumentException("domain '" + source.name()
                    + "' must have a host for the API's URL, got none: pass one that it stands for to host(…)");
        }
        source.requireUsableIn(stack);
    }

    /** Ends in a slash, so that paths can be put behind it. */
    String url() {
        String root = "https://" + (host == null ? source.name() : host) + "/";
        return mappingKey == null ? root : root + mappingKey + "/";
    }

    DefinedDomain define(Construct scope, HttpApi api, HttpStage stage) {
        if (keepsExecuteApiEndpoint) {
            Annotations.of(scope)
                    .addInfo("execute-api endpoint must be disabled once every client calls '" + url()
                            + "', got keepExecuteApiEndpoint(): drop it then");
        }
        IDomainName domain = source.define(scope);
        // The CDK makes it depend on the stage, which it names as text: API Gateway must know the name by then.
        ApiMapping mapping = ApiMapping.Builder.create(scope, MAPPING_ID)
                .api(api)
                .stage(stage)
                .domainName(domain)
                .apiMappingKey(mappingKey)
                .build();
        return new DefinedDomain(domain, mapping);
    }
}
