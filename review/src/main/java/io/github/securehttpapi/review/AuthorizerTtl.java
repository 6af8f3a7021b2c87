package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Resource;
import java.util.List;

/** A Lambda authorizer whose answers are kept for longer than API Gateway keeps any. */
final class AuthorizerTtl implements ApiRule {
    private static final int MAX_SECONDS = 3600;

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "authorizer-ttl",
                Severity.ERROR,
                "the deployment fails; and the longer an answer is kept, the longer a caller stays in whose right is gone",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Authorizer authorizer : api.authorizers()) {
            Resource resource = authorizer.resource();
            Property<Integer> seconds = resource.typed().wholeNumber("AuthorizerResultTtlInSeconds");
            String name = "authorizer '" + authorizer.name().value().orElse(authorizer.logicalId()) + "'";
            if (seconds.isUnresolved()) {
                findings.on(resource).unresolved(seconds, "whether " + name + " keeps its answers for at most 3,600 s");
            } else if (seconds.orElse(0) > MAX_SECONDS) {
                findings.on(resource)
                        .at(seconds)
                        .report(
                                name + " must keep its answers for at most 3,600 s, got '" + seconds + "'",
                                "keep them for less: a right that is withdrawn holds until the answer expires",
                                change(authorizer));
            }
        }
    }

    private static Change change(Authorizer authorizer) {
        Placement place = Placement.of(authorizer.resource());
        return switch (authorizer.resource().origin().kind()) {
            case SAM_API, SAM_IMPLICIT_API ->
                place.in("Auth", "Authorizers", authorizer.name().orElse(""), "Identity")
                        .set("ReauthorizeEvery", MAX_SECONDS);
            case OPENAPI -> place.in("x-amazon-apigateway-authorizer").set("authorizerResultTtlInSeconds", MAX_SECONDS);
            case RESOURCE, QUICK_CREATE, SAM_EVENT, SAM_FUNCTION ->
                place.set("AuthorizerResultTtlInSeconds", MAX_SECONDS);
        };
    }
}
