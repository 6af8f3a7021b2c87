package io.github.securehttpapi.handler;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the gateway handed it over. Immutable.
 *
 * <p>Where a header or a query parameter was sent more than once, the gateway joins the values with a comma.
 */
public final class Request {
    private static final String QUERY = "query";
    private static final String PATH = "path";

    private final Event event;
    private final String requestId;
    private final Body body;
    private final @Nullable Messages messages;

    private Request(Event event, String requestId, Body body, @Nullable Messages messages) {
        this.event = event;
        this.requestId = requestId;
        this.body = body;
        this.messages = messages;
    }

    /** Takes the event over: nothing may write to it afterwards. */
    static Request of(Event event, String requestId, HandlerOptions options) {
        Body body = Body.of(event);
        if (body.length() > options.maxBodyBytes()) {
            throw InvalidRequestException.tooLarge(options.maxBodyBytes());
        }
        return new Request(event, requestId, body, options.messages());
    }

    /**
     * The request's method.
     *
     * @return the method, in upper case as clients send it
     */
    public String method() {
        return Objects.requireNonNull(event.method, "method must not be null");
    }

    /**
     * The request's path, percent-decoded by the gateway, and preceded by the stage's name unless the stage is
     * {@code $default}. It is the client's to choose: do not send it back or log it unescaped.
     *
     * @return the path, or {@code /} if the event has none
     */
    public String path() {
        return Objects.requireNonNullElse(event.rawPath, "/");
    }

    /**
     * The query string as it was sent, still percent-encoded.
     *
     * @return the query string without {@code ?}, empty if there is none
     */
    public String rawQueryString() {
        return Objects.requireNonNullElse(event.rawQueryString, "");
    }

    /**
     * The key of the route that matched, such as {@code POST /contacts}.
     *
     * @return the route key, or {@code $default} if the event has none
     */
    public String routeKey() {
        return Objects.requireNonNullElse(event.routeKey, "$default");
    }

    /**
     * Who calls, as the route's authorizer has found out.
     *
     * @return the caller: an {@link AnonymousCaller} where the route has no authorizer
     */
    public Caller caller() {
        return Objects.requireNonNullElse(event.caller, AnonymousCaller.INSTANCE);
    }

    /**
     * Who calls, for a handler whose routes have one kind of authorizer.
     *
     * <pre>{@code
     * String owner = request.caller(JwtCaller.class).subject();
     * }</pre>
     *
     * @param kind the kind of caller that the authorizer lets pass
     * @param <T> that kind
     * @return the caller
     * @throws IllegalStateException if the caller is of another kind, because the route lacks its authorizer: the client
     *     is answered 500, and nothing is done for somebody unknown
     */
    public <T extends Caller> T caller(Class<T> kind) {
        Caller caller = caller();
        if (!kind.isInstance(caller)) {
            throw new IllegalStateException("caller must be of kind '" + kind.getSimpleName() + "', got '"
                    + caller.getClass().getSimpleName() + "': give route '" + routeKey() + "' its authorizer");
        }
        return kind.cast(caller);
    }

    /**
     * What the gateway tells besides: the API and its stage, the domain name, the client's certificate.
     *
     * @return the context
     */
    public RequestContext context() {
        return new RequestContext(event);
    }

    /**
     * All headers. Cookies are not among them.
     *
     * @return an unmodifiable map of values by name, which finds a name in any case
     */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(event.headers);
    }

    /**
     * All parameters of the query string, decoded. Values with commas in them cannot be told from several: where that
     * matters, read {@link #rawQueryString()}.
     *
     * @return an unmodifiable map of values by name
     */
    public Map<String, String> queryParameters() {
        return Collections.unmodifiableMap(event.queryParameters);
    }

    /**
     * What all variables of the route stand for in this path, decoded.
     *
     * @return an unmodifiable map of values by name
     */
    public Map<String, String> pathParameters() {
        return Collections.unmodifiableMap(event.pathParameters);
    }

    /**
     * All cookies.
     *
     * @return an unmodifiable list of {@code name=value}, each as it was sent
     */
    public List<String> cookies() {
        return Collections.unmodifiableList(event.cookies);
    }

    /**
     * A header. Cookies are not among the headers: see {@link #cookie}.
     *
     * @param name the header's name, in any case
     * @return its value, or empty if it was not sent
     */
    public Optional<String> header(String name) {
        return value(event.headers, name);
    }

    /**
     * A parameter of the query string, decoded.
     *
     * @param name the parameter's name, in the case it was sent in
     * @return its value, or empty if it was not sent
     */
    public Optional<String> queryParameter(String name) {
        return value(event.queryParameters, name);
    }

    /**
     * What a variable of the route stands for in this path, decoded: for {@code GET /contacts/{id}}, the {@code id}.
     *
     * @param name the variable's name, without braces or plus sign
     * @return its value, or empty if the route has no such variable
     */
    public Optional<String> pathParameter(String name) {
        return value(event.pathParameters, name);
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(requireName(name)));
    }

    // Asked for here, since one kind of map would take null and another not.
    private static String requireName(String name) {
        return Objects.requireNonNull(name, "name must not be null");
    }

    /**
     * A cookie, its value as it was sent.
     *
     * @param name the cookie's name, in the case it was sent in
     * @return the value of the first cookie of this name, or empty if there is none
     */
    public Optional<String> cookie(String name) {
        requireName(name);
        for (String cookie : event.cookies) {
            if (cookie.startsWith(name) && cookie.startsWith("=", name.length())) {
                return Optional.of(cookie.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /**
     * The bytes of the body, as the client sent them: what a signature over the body is computed from.
     *
     * @return a copy of the body, empty if there is none
     * @throws InvalidRequestException if the event has it as text with half of a surrogate pair, which no bytes can
     *     have been (400)
     */
    public byte[] body() {
        return body.bytes().clone();
    }

    /**
     * Reads the body as JSON while checking it. That it is base64 where the event says so (400) and no larger than the
     * options allow (413) has been checked before. Then, in this order: there is a body (400), its media type is
     * {@code application/json} or ends in {@code +json} and its charset, if named, is UTF-8 (415), it is UTF-8 (400),
     * it is one JSON value without duplicate names, lone surrogates, or sizes beyond the kit's limits (400), it is what
     * the decoder wants (422, with every violation).
     *
     * <pre>{@code
     * Contact contact = request.json(CONTACT);
     * }</pre>
     *
     * @param decoder what the body has to be
     * @param <T> what the decoder makes of it
     * @return the decoded body
     * @throws InvalidRequestException if a check fails: leave it alone, and the client gets the status and the reason
     */
    public <T> T json(Decoder<T> decoder) {
        return BodyReader.read(body, event.headers.get("content-type"), decoder, violations());
    }

    /**
     * Reads the query string as one object, whose fields are the parameters, and checks all of them in one pass: a value
     * is text, and stands for the string, the number or the boolean that the field's decoder asks for.
     *
     * <pre>{@code
     * static final Decoder<Page> PAGE = object(Page::new,
     *         optionalField("limit", integer().min(1).max(100), 20),
     *         optionalField("after", uuid()));
     *
     * Page page = request.queryParameters(PAGE);
     * }</pre>
     *
     * <p>A list is taken apart at its commas, since the gateway joins with them the values of a parameter that was sent
     * more than once. A comma within a value is no different: for values that have one, take lists from the body. A
     * parameter without a value is an empty string and an empty list, never null.
     *
     * @param decoder what the parameters have to be
     * @param <T> what the decoder makes of them
     * @return the decoded parameters
     * @throws InvalidRequestException if they are not that (400, with every violation)
     */
    public <T> T queryParameters(Decoder<T> decoder) {
        return ParametersReader.read(QUERY, event.queryParameters, decoder, violations());
    }

    /**
     * Reads one parameter of the query string, in the same way. The others are not looked at.
     *
     * <pre>{@code
     * int limit = request.queryParameter("limit", integer().min(1).max(100)).orElse(20);
     * }</pre>
     *
     * @param name the parameter's name, in the case it was sent in
     * @param decoder what its value has to be
     * @param <T> what the decoder makes of it
     * @return the decoded value, or empty if it was not sent
     * @throws InvalidRequestException if it is not that (400, with every violation)
     */
    public <T> Optional<T> queryParameter(String name, Decoder<T> decoder) {
        String text = event.queryParameters.get(requireName(name));
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(ParametersReader.read(QUERY, name, text, decoder, violations()));
    }

    /**
     * Reads what the route's variables stand for as one object, whose fields are the variables, in the way of {@link
     * #queryParameters(Decoder)}.
     *
     * @param decoder what the variables have to stand for
     * @param <T> what the decoder makes of them
     * @return the decoded variables
     * @throws InvalidRequestException if they do not (400, with every violation)
     */
    public <T> T pathParameters(Decoder<T> decoder) {
        return ParametersReader.read(PATH, event.pathParameters, decoder, violations());
    }

    /**
     * Reads what one of the route's variables stands for.
     *
     * <pre>{@code
     * UUID id = request.pathParameter("id", uuid());
     * }</pre>
     *
     * @param name the variable's name, without braces or plus sign
     * @param decoder what it has to stand for
     * @param <T> what the decoder makes of it
     * @return the decoded variable
     * @throws InvalidRequestException if it stands for something else (400, with every violation)
     * @throws IllegalStateException if the route has no such variable
     */
    public <T> T pathParameter(String name, Decoder<T> decoder) {
        String text = event.pathParameters.get(requireName(name));
        if (text == null) {
            throw new IllegalStateException("path must have a variable '" + name + "', got route '" + routeKey()
                    + "': name one of the variables between its braces");
        }
        return ParametersReader.read(PATH, name, text, decoder, violations());
    }

    private Violations violations() {
        return messages == null ? new Violations() : new Violations(this, messages);
    }

    /**
     * The body as JSON text that nobody has parsed, for a library with a decoder of its own. The checks of {@link #json}
     * up to UTF-8 are done; that it is JSON at all is that library's to see.
     *
     * @return the text
     * @throws InvalidRequestException if there is no body, it is not UTF-8 (400), or its media type is not JSON (415)
     */
    public String jsonText() {
        return BodyReader.text(body, event.headers.get("content-type")).toString();
    }

    /**
     * The gateway's id for this request, which is in its access log and in the response's {@code x-request-id}.
     *
     * @return the request id, or Lambda's own where the event has none
     */
    public String requestId() {
        return requestId;
    }

    /**
     * The client's own {@code x-request-id}, if it has 1 to 64 letters, digits, dots, underscores and hyphens. Any
     * other is as good as not sent.
     *
     * @return the client's id, or empty
     */
    public Optional<String> correlationId() {
        return Optional.ofNullable(RequestId.correlation(event));
    }

    /**
     * The address that the gateway was called from.
     *
     * @return an IPv4 or IPv6 address, or empty if the event has none
     */
    public Optional<String> sourceIp() {
        return Optional.ofNullable(event.sourceIp);
    }

    /**
     * When the gateway received the request.
     *
     * @return that instant, in milliseconds' precision, or empty if the event has none
     */
    public Optional<Instant> time() {
        @Nullable Long millis = event.timeEpochMillis;
        return millis == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
