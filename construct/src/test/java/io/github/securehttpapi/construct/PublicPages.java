package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** What apps that are reviewed have: an API with pages that anyone may call, and what is found of them. */
final class PublicPages {
    static final String PAGE = "error public-route[Shop/Api/HttpApi/GET--page/Resource]";
    static final String OTHER = "error public-route[Shop/Api/HttpApi/GET--other/Resource]";
    static final String UNTHROTTLED = "warning stage-throttle[Shop/Api/Stage/Resource]";

    private PublicPages() {}

    static SecureHttpApi api(Construct scope) {
        return SecureHttpApi.Builder.create(scope, "Api").build();
    }

    /** A public route for no stated reason, which takes the escape hatch. */
    static HttpRoute route(SecureHttpApi api, String path) {
        return api.getHttpApi()
                .addRoutes(AddRoutesOptions.builder()
                        .path(path)
                        .methods(List.of(HttpMethod.GET))
                        .integration(new HttpUrlIntegration("Partner", "https://partner.example.com"))
                        .build())
                .get(0);
    }

    static void parameterized(Stack stack) {
        CfnParameter authorization = CfnParameter.Builder.create(stack, "Authorization")
                .defaultValue("AWS_IAM")
                .build();
        CfnRoute route = (CfnRoute) route(api(stack), "/page").getNode().getDefaultChild();
        route.setAuthorizationType(authorization.getValueAsString());
    }

    static void unthrottle(SecureHttpApi api) {
        stage(api).addPropertyDeletionOverride("DefaultRouteSettings.ThrottlingBurstLimit");
    }

    static void noted(Stack stack) {
        stage(api(stack))
                .addPropertyOverride("DefaultRouteSettings.ThrottlingBurstLimit", Map.of("Fn::ImportValue", "burst"));
    }

    static CfnStage stage(SecureHttpApi api) {
        return (CfnStage) api.getStage().getNode().getDefaultChild();
    }

    static void acknowledge(IConstruct construct, String id) {
        Validations.of(construct)
                .acknowledge(Acknowledgment.builder().id(id).reason("a test").build());
    }
}
