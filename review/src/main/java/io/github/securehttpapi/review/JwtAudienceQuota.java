package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import java.util.List;

/** More audiences than an authorizer can have. */
final class JwtAudienceQuota implements ApiRule {
    /** API Gateway developer guide, http-api-quotas.html: audiences per authorizer, cannot be raised. */
    private static final int MAX_AUDIENCES = 50;

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "jwt-audience-quota",
                Severity.ERROR,
                "deployment fails, for an authorizer has room for 50 audiences",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Authorizer authorizer : api.authorizers()) {
            if (AuthorizerCache.isJwt(authorizer)) {
                judge(authorizer, findings);
            }
        }
    }

    private static void judge(Authorizer authorizer, Findings findings) {
        String name = "authorizer '" + AuthorizerName.of(authorizer) + "'";
        int audiences = Audiences.number(authorizer);
        if (audiences == Audiences.UNKNOWN) {
            findings.on(authorizer.resource())
                    .unresolved(
                            authorizer.audience(), "whether " + name + " has at most " + MAX_AUDIENCES + " audiences");
        } else if (audiences > MAX_AUDIENCES) {
            findings.on(authorizer.resource())
                    .at(authorizer.audience())
                    .report(
                            name + " must have at most " + MAX_AUDIENCES + " audiences, got '" + audiences + "'",
                            "have the issuer give the clients of this API one audience, and tell them apart by scopes");
        }
    }
}
