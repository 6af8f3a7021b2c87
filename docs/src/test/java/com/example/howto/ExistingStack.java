package com.example.howto;

import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** docs/how-to/add-to-an-existing-stack.md. */
final class ExistingStack extends Stack {
    ExistingStack(Construct scope, String id) {
        super(scope, id);
        Function orders = InlineFunction.define(this, "Orders");
        Alias live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(orders.getCurrentVersion())
                .build();

        // snippet:api
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api").build();
        api.addRoute(SecureRoute.get("/orders")
                .handler(orders)
                .authorizer(new HttpIamAuthorizer())
                .timeout(Duration.seconds(25))
                .build());
        // end

        // snippet:alias
        api.addRoute(SecureRoute.post("/orders")
                .handler(live)
                .authorizer(new HttpIamAuthorizer())
                .build());
        // end

        // snippet:imported
        IFunction catalogue = Function.fromFunctionAttributes(
                this,
                "Catalogue",
                FunctionAttributes.builder()
                        .functionArn("arn:aws:lambda:eu-west-1:111122223333:function:catalogue")
                        .sameEnvironment(true)
                        .build());
        api.addRoute(SecureRoute.get("/catalogue")
                .handler(catalogue)
                .publicAccess(PublicAccess.because("catalogue is on the web site too"))
                .build());
        // end

        // snippet:format
        api.addRoute(SecureRoute.get("/invoices")
                .integration(HttpLambdaIntegration.Builder.create("Invoices", orders)
                        .payloadFormatVersion(PayloadFormatVersion.VERSION_1_0)
                        .build())
                .authorizer(new HttpIamAuthorizer())
                .build());
        // end
    }
}
