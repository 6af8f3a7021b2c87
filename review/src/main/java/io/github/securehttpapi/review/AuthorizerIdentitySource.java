package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import java.time.Duration;
import java.util.List;

/** Answers to be kept, and nothing to keep them by. */
final class AuthorizerIdentitySource implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "authorizer-identity-source",
                Severity.ERROR,
                "deployment fails, for kept answers need an identity source to tell callers apart by",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Authorizer authorizer : api.authorizers()) {
            if (AuthorizerCache.isLambda(authorizer)) {
                judge(authorizer, findings);
            }
        }
    }

    private static void judge(Authorizer authorizer, Findings findings) {
        Property<List<String>> sources = authorizer.identitySources();
        Property<Duration> ttl = authorizer.resultTtl();
        if (sources.isUnresolved() || !sources.orElse(List.of()).isEmpty()) {
            return;
        }
        String name = "authorizer '" + AuthorizerName.of(authorizer) + "'";
        if (ttl.isUnresolved()) {
            findings.on(authorizer.resource())
                    .unresolved(ttl, "whether " + name + " keeps answers, for which it has no identity source");
        } else if (AuthorizerCache.isOn(authorizer)) {
            findings.on(authorizer.resource())
                    .at(ttl)
                    .report(
                            name + " must have an identity source to keep answers by, got none and "
                                    + ttl.required().toSeconds() + " s",
                            "keep no answers, or name where the credentials are read from",
                            AuthorizerSettings.of(authorizer).uncached());
        }
    }
}
