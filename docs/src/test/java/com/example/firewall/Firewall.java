package com.example.firewall;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.constructs.Construct;

/** A web ACL for a distribution. */
final class Firewall {
    private Firewall() {}

    static CfnWebACL webAcl(Construct scope) {
        // snippet:web-acl
        CfnWebACL webAcl = CfnWebACL.Builder.create(scope, "WebAcl")
                .scope("CLOUDFRONT")
                .defaultAction(DefaultActionProperty.builder()
                        .allow(AllowActionProperty.builder().build())
                        .build())
                .rules(List.of(requestsOfAnAddress(300), commonAttacks()))
                .visibilityConfig(metrics("WebAcl"))
                .build();
        // end
        return webAcl;
    }

    // snippet:rules
    /** The limit for each address, over five minutes: what a throttle of API Gateway is not. */
    private static RuleProperty requestsOfAnAddress(int limit) {
        return RuleProperty.builder()
                .name("requests-of-an-address")
                .priority(0)
                .action(RuleActionProperty.builder()
                        .block(BlockActionProperty.builder().build())
                        .build())
                .statement(StatementProperty.builder()
                        .rateBasedStatement(RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .evaluationWindowSec(300)
                                .limit(limit)
                                .build())
                        .build())
                .visibilityConfig(metrics("RequestsOfAnAddress"))
                .build();
    }

    private static RuleProperty commonAttacks() {
        return RuleProperty.builder()
                .name("common-attacks")
                .priority(1)
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .statement(StatementProperty.builder()
                        .managedRuleGroupStatement(ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name("AWSManagedRulesCommonRuleSet")
                                .build())
                        .build())
                .visibilityConfig(metrics("CommonAttacks"))
                .build();
    }
    // end

    private static VisibilityConfigProperty metrics(String name) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(true)
                .metricName(name)
                .build();
    }
}
