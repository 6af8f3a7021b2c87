package com.example.howto;

import io.github.securehttpapi.construct.AccessLogField;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** docs/how-to/protect-an-internal-route.md. */
final class InternalRouteStack extends Stack {
    InternalRouteStack(Construct scope, String id) {
        super(scope, id);
        Function reindex = InlineFunction.define(this, "Reindex");
        Function nightly = InlineFunction.define(this, "Nightly");

        // snippet:route
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .accessLogFields(AccessLogField.CALLER_ARN)
                .build();
        HttpRoute route = api.addRoute(SecureRoute.post("/internal/reindex")
                .handler(reindex)
                .authorizer(new HttpIamAuthorizer())
                .build());
        // end

        // snippet:grant
        route.grantInvoke(nightly);
        // end

        // snippet:other-account
        Role caller = Role.Builder.create(this, "ReindexCaller")
                .assumedBy(new AccountPrincipal("111122223333"))
                .build();
        route.grantInvoke(caller);
        // end
    }
}
