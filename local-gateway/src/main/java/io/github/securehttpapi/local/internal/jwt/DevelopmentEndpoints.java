package io.github.securehttpapi.local.internal.jwt;

import io.github.securehttpapi.local.internal.gateway.OwnEndpoints;
import io.github.securehttpapi.local.internal.gateway.RoutePattern;
import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the local issuer publishes, and where it makes tokens: for development only, as each answer says. */
final class DevelopmentEndpoints implements OwnEndpoints {
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String JWKS = "/.well-known/jwks.json";
    static final String TOKEN = "/.well-known/local-gateway/token";

    private static final String MARK = "x-local-gateway";

    private final Minter minter;
    private final Executor threads;

    DevelopmentEndpoints(Minter minter, Executor threads) {
        this.minter = minter;
        this.threads = threads;
    }

    /** Whether a route answers in the place of the endpoint that makes tokens. */
    static boolean isBehind(String routeKey) {
        List<String> path = List.of(TOKEN.substring(1).split("/", -1));
        return RoutePattern.of(routeKey).match("POST", path) != null;
    }

    @Override
    public boolean has(String path) {
        return List.of(DISCOVERY, JWKS, TOKEN).contains(path);
    }

    @Override
    public void handle(Request request, String path, Consumer<Reply> then) {
        String method = path.equals(TOKEN) ? "POST" : "GET";
        if (!request.method().equals(method)) {
            Reply refusal = problem(
                    405,
                    path + " must be asked with " + method + ", got '" + request.method() + "': change the method");
            refusal.headers().set("allow", method);
            then.accept(refusal);
            return;
        }
        // the key may have yet to be made, and the caller must not wait for it
        try {
            threads.execute(() -> then.accept(answer(request, path)));
        } catch (RejectedExecutionException closing) {
            then.accept(problem(503, "the gateway is closing"));
        }
    }

    private Reply answer(Request request, String path) {
        return switch (path) {
            case DISCOVERY -> reply(200, discovery(request));
            case JWKS -> reply(200, minter.issuer().jwks());
            default -> token(request);
        };
    }

    private byte[] discovery(Request request) {
        String base = "http://" + request.header("host");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", minter.issuerName());
        document.put("jwks_uri", base + JWKS);
        document.put("token_endpoint", base + TOKEN);
        document.put("response_types_supported", List.of("token"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return Json.bytes(document);
    }

    private Reply token(Request request) {
        String type = request.header("content-type");
        if (request.body().length > 0 && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return problem(415, "content-type must be application/json, got '" + type + "': send JSON");
        }
        return minted(() -> TokenBody.read(request.body()));
    }

    private Reply minted(Supplier<TokenDraft> body) {
        try {
            TokenDraft draft = body.get();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("access_token", minter.mint(draft));
            answer.put("token_type", "Bearer");
            answer.put("expires_in", draft.expiresIn().toSeconds());
            Reply reply = reply(200, Json.bytes(answer));
            reply.headers().set("cache-control", "no-store");
            return reply;
        } catch (IllegalArgumentException wrong) {
            return problem(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static Reply problem(int status, String message) {
        return reply(status, Json.bytes(Map.of("message", message)));
    }

    private static Reply reply(int status, byte[] body) {
        HttpHeaders headers =
                new DefaultHttpHeaders().add("content-type", Reply.JSON).add(MARK, "development only");
        return new Reply(status, headers, body);
    }
}
