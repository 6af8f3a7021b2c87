package io.github.securehttpapi.construct;

import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegrationProps;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** An integration that routes know by a stand-in of the same path. */
final class SharedIntegration extends CfnIntegration {
    private final HttpRoute standIn;

    SharedIntegration(Construct scope, CfnIntegrationProps properties, HttpRoute standIn) {
        super(scope, "Resource", properties);
        this.standIn = standIn;
    }

    /** The stand-in too: its logical id is the one that routes refer to. */
    @Override
    public void overrideLogicalId(String newLogicalId) {
        super.overrideLogicalId(newLogicalId);
        for (IConstruct each : standIn.getNode().findAll()) {
            if (each instanceof CfnIntegration bound) {
                bound.overrideLogicalId(newLogicalId);
            }
        }
    }
}
