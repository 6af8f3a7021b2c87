package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Template;
import java.util.List;

/** A function that does what API Gateway does by itself, if what it reads are JSON web tokens. */
final class LambdaAuthorizerJwt implements ApiRule {
    private static final String TOKEN = "$request.header.Authorization";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "lambda-authorizer-jwt",
                Severity.NOTE,
                "code of one's own checks signatures: it adds latency, has to be kept, and lets in whom its mistakes let in",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Authorizer authorizer : api.authorizers()) {
            if (AuthorizerCache.isLambda(authorizer)) {
                judge(authorizer, subject.template(), findings);
            }
        }
    }

    private static void judge(Authorizer authorizer, Template template, Findings findings) {
        String name = "Lambda authorizer '" + AuthorizerName.of(authorizer) + "'";
        if (authorizer.identitySources().isUnresolved()) {
            findings.on(authorizer.resource())
                    .unresolved(authorizer.identitySources(), "whether " + name + " reads a token alone");
        } else if (readsTokenAlone(authorizer)) {
            boolean pool = Declared.has(template, "AWS::Cognito::UserPool");
            findings.on(authorizer.resource())
                    .at(authorizer.identitySources())
                    .report(
                            name + " must do what a JWT authorizer cannot, got '" + TOKEN + "' as all that it reads"
                                    + (pool ? " beside a Cognito user pool" : ""),
                            "use a JWT authorizer if the tokens are JSON web tokens that are signed with RSA");
        }
    }

    private static boolean readsTokenAlone(Authorizer authorizer) {
        List<String> sources = authorizer.identitySources().value().orElse(List.of());
        return sources.size() == 1 && sources.get(0).equalsIgnoreCase(TOKEN);
    }
}
