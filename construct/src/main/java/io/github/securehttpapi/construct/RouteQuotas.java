package io.github.securehttpapi.construct;

import java.util.function.IntSupplier;
import software.amazon.awscdk.Annotations;
import software.constructs.Construct;

/** What many routes lead to: API Gateway's quota for them, and CloudFormation's for the resources of a stack. */
final class RouteQuotas {
    /** "Quotas for configuring and running an HTTP API in API Gateway": routes per API; may be raised for an API. */
    private static final int MOST = 300;

    /** With fewer routes something else fills the stack, and the CDK's own message says what. Spares small APIs the count. */
    private static final int FEW = 50;

    private RouteQuotas() {}

    /**
     * To be told of each route, once.
     *
     * @param resources what the API comes to in its stack, asked for at synthesis
     */
    static void require(Construct api, int routes, RouteKey last, IntSupplier resources) {
        if (routes == FEW) {
            api.getNode().addValidation(new StackResources(api, resources));
        }
        if (routes == MOST + 1) {
            Annotations.of(api)
                    .addWarningV2(
                            "SecureHttpApi:Routes",
                            "routes must be at most " + MOST + " unless AWS has raised the quota for this API, got '"
                                    + last
                                    + "' beyond them: have it raised, which takes an API that is deployed, or serve"
                                    + " more with one route");
        }
    }
}
