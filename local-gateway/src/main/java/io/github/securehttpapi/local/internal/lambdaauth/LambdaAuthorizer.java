package io.github.securehttpapi.local.internal.lambdaauth;

import io.github.securehttpapi.local.internal.event.PayloadFormat;
import io.github.securehttpapi.local.internal.function.FunctionHost;
import io.github.securehttpapi.local.internal.function.Invocation;
import io.github.securehttpapi.local.internal.function.Outcome;
import io.github.securehttpapi.local.internal.gateway.Authorizer;
import io.github.securehttpapi.local.internal.gateway.Decision;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Asks a function whether a request may pass, and keeps its answer for as long as it is told to. */
public final class LambdaAuthorizer implements Authorizer {
    /** HTTP API quotas: the authorizer's timeout (http-api-quotas.html). */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final LambdaAuthorizerSettings settings;
    private final PayloadFormat format;
    private final List<IdentitySource> sources;
    private final FunctionHost host;
    private final Identity identity;
    private final ResultCache cache;

    /** With the function's host, and a clock in nanoseconds for the answers that are kept. */
    public LambdaAuthorizer(
            LambdaAuthorizerSettings settings, FunctionHost host, Identity identity, LongSupplier nanoClock) {
        this.settings = settings;
        this.format = settings.format();
        this.sources = settings.sources();
        this.host = host;
        this.identity = identity;
        this.cache = new ResultCache(settings.resultTtl(), nanoClock);
    }

    /** In the place of one whose function the API may not invoke: 500 without an invocation. */
    public static Authorizer unpermitted() {
        Decision failed = failed("The API may not invoke the authorizer's function");
        return (request, match, then) -> then.accept(failed);
    }

    /** Requests of one caller that come in at a time all ask the function, until the first of them is answered. */
    @Override
    public void authorize(Request request, Match match, Consumer<Decision> then) {
        List<String> caller = new ArrayList<>();
        for (IdentitySource source : sources) {
            String value = source.read(request, match, identity);
            if (value.isEmpty()) {
                then.accept(denied(401, "Unauthorized", source.expression() + " is missing or empty", Map.of()));
                return;
            }
            caller.add(value);
        }
        String arn = identity.requestArn(match.stage().name(), request.method(), match.routedPath());
        ResultCache.Key key = new ResultCache.Key(match.stage().name(), List.copyOf(caller));
        Answer kept = cache.find(key);
        if (kept == null) {
            ask(request, match, arn, key, then);
        } else {
            then.accept(decision(kept, arn));
        }
    }

    private void ask(Request request, Match match, String arn, ResultCache.Key key, Consumer<Decision> then) {
        byte[] event = format.authorizer(request, match, identity, arn, key.identity());
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        host.invoke(new Invocation(event, deadline, outcome -> then.accept(decision(outcome, arn, key))));
    }

    private Decision decision(Outcome outcome, String arn, ResultCache.Key key) {
        String problem = switch (outcome.kind()) {
            case ANSWERED -> null;
            case FUNCTION_ERROR -> "The authorizer's function failed: " + outcome.problem();
            case THROTTLED -> "The authorizer's function is throttled: " + outcome.problem();
            case TIMED_OUT -> "The authorizer's function did not answer within " + TIMEOUT.toSeconds() + " s";
        };
        if (problem != null) {
            return failed(problem);
        }
        try {
            Answer answer = AnswerReader.read(outcome.payload(), settings.simpleResponses());
            cache.keep(key, answer, outcome.payload().length);
            return decision(answer, arn);
        } catch (Malformed malformed) {
            return failed(String.valueOf(malformed.getMessage()));
        }
    }

    /** A policy is evaluated for each request anew: one that was kept for a route may not allow another. */
    private static Decision decision(Answer answer, String arn) {
        if (answer.allows(arn)) {
            return Decision.allow("{\"lambda\":" + answer.contextJson() + "}", answer.variables());
        }
        String why = answer.policy() == null
                ? "The authorizer's function answered isAuthorized: false"
                : "The authorizer's policy does not allow execute-api:Invoke on " + arn;
        return denied(403, "Forbidden", why, answer.variables());
    }

    private static Decision failed(String problem) {
        return denied(500, "Internal Server Error", problem, Map.of());
    }

    private static Decision denied(int status, String message, String why, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("authorizer.error", why);
        all.put("error.message", message);
        return Decision.deny(status, message, Map.of(), all);
    }
}
