package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Template;
import java.util.ArrayList;
import java.util.List;

/** An issuer that is not read over https. */
final class JwtIssuer implements ApiRule {
    private static final String HTTPS = "https://";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "jwt-issuer-https",
                Severity.ERROR,
                "whoever is between API Gateway and the issuer could hand it keys of their own, and sign any token; API"
                        + " Gateway fetches keys over https only, so that no token is taken",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Authorizer authorizer : api.authorizers()) {
            if (AuthorizerCache.isJwt(authorizer)) {
                judge(authorizer, subject.template(), findings);
            }
        }
    }

    private static void judge(Authorizer authorizer, Template template, Findings findings) {
        Property<String> issuer = authorizer.issuer();
        String name = "issuer of authorizer '" + AuthorizerName.of(authorizer) + "'";
        if (issuer.isUnresolved()) {
            if (!isHttps(issuer, template)) {
                findings.on(authorizer.resource()).unresolved(issuer, "whether the " + name + " is an https URL");
            }
        } else if (!issuer.orElse("").startsWith(HTTPS)) {
            findings.on(authorizer.resource())
                    .at(issuer)
                    .report(
                            name + " must be an https URL, got " + (issuer.isAbsent() ? "none" : "'" + issuer + "'"),
                            "write the https URL that the iss claim of the tokens has",
                            https(authorizer, template));
        }
    }

    /** An expression whose start is known, or the URL of a user pool. */
    private static boolean isHttps(Property<String> issuer, Template template) {
        return issuer.toString().startsWith(HTTPS)
                || issuer.references().stream()
                        .anyMatch(reference -> reference.attribute().equals("ProviderURL")
                                && Declared.isOfType(template, reference.logicalId(), "AWS::Cognito::UserPool"));
    }

    private static List<Change> https(Authorizer authorizer, Template template) {
        AuthorizerSettings settings = AuthorizerSettings.of(authorizer);
        String issuer = authorizer.issuer().orElse("");
        if (!issuer.isEmpty()) {
            return List.of(settings.issuer(HTTPS + issuer.replaceFirst("^[A-Za-z]+://", "")));
        }
        List<Change> changes = new ArrayList<>(TeamParameter.JWT_ISSUER.declare(template));
        changes.add(settings.issuer(TeamParameter.JWT_ISSUER.reference(template)));
        return changes;
    }
}
