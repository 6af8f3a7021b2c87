package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import java.util.ArrayList;
import java.util.List;

/** A JWT authorizer that names no audience. */
final class JwtAudiences implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "jwt-audiences",
                Severity.ERROR,
                "a token that the issuer made for another application cannot be told from one for this API",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Authorizer authorizer : api.authorizers()) {
            if (AuthorizerCache.isJwt(authorizer)) {
                judge(authorizer, subject, findings);
            }
        }
    }

    private static void judge(Authorizer authorizer, Subject subject, Findings findings) {
        String name = "authorizer '" + AuthorizerName.of(authorizer) + "'";
        int audiences = Audiences.number(authorizer);
        if (audiences == Audiences.UNKNOWN) {
            findings.on(authorizer.resource())
                    .unresolved(authorizer.audience(), "whether " + name + " has an audience");
        } else if (audiences == 0) {
            List<Change> changes = new ArrayList<>(TeamParameter.JWT_AUDIENCE.declare(subject.template()));
            changes.add(AuthorizerSettings.of(authorizer)
                    .audience(TeamParameter.JWT_AUDIENCE.reference(subject.template())));
            findings.on(authorizer.resource())
                    .at(authorizer.audience())
                    .report(
                            name + " must name the audience of its tokens, got none",
                            "write the aud or client_id that the tokens for this API have",
                            changes);
        }
    }
}
