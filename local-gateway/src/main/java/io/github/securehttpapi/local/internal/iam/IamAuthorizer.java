package io.github.securehttpapi.local.internal.iam;

import io.github.securehttpapi.local.internal.gateway.Authorizer;
import io.github.securehttpapi.local.internal.gateway.Decision;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Lets requests through that are signed with test credentials. Policies of IAM are not evaluated: whoever has credentials
 * may call every route.
 */
public final class IamAuthorizer implements Authorizer {
    /** Ours: hashing a longer body takes so long that other connections would notice. */
    private static final int MAX_BYTES_ON_EVENT_LOOP = 64 * 1024;

    private final SignatureVerifier verifier;
    private final Caller caller;
    private final Executor threads;

    /** With the credentials to accept, and threads to hash long bodies on. */
    public IamAuthorizer(List<Credentials> credentials, Identity identity, Executor threads, Clock clock) {
        this.verifier = new SignatureVerifier(credentials, identity.region(), clock);
        this.caller = new Caller(identity);
        this.threads = threads;
    }

    @Override
    public void authorize(Request request, Match match, Consumer<Decision> then) {
        if (request.body().length <= MAX_BYTES_ON_EVENT_LOOP) {
            then.accept(decide(request));
        } else {
            threads.execute(() -> then.accept(decide(request)));
        }
    }

    private Decision decide(Request request) {
        try {
            Credentials signedWith = verifier.verify(
                    new SignedRequest(request.method(), request.target(), request.headers(), request.body()));
            return Decision.allow(caller.event(signedWith), caller.variables(signedWith));
        } catch (Rejected rejected) {
            String why = String.valueOf(rejected.getMessage());
            return Decision.deny(
                    403, "Forbidden", Map.of(), Map.of("authorizer.error", why, "error.message", "Forbidden"));
        }
    }
}
