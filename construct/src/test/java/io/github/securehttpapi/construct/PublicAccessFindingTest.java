package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.constructs.Construct;
import software.constructs.IConstruct;
import software.constructs.MetadataEntry;

final class PublicAccessFindingTest {
    private final Stack stack = new Stack(new App(), "Shop");

    @Test
    void reasonOwnerAndLastDayAreTheAnswer() {
        HttpRoute offers = addOffers(api(stack, true));

        assertThat(acknowledged(offers))
                .containsExactly(Map.of(
                        "Annotation::AwsSolutions-APIG4", "public: campaign, owner team-campaigns, until 2099-06-15"));
    }

    /** The entry is made without the CDK's own method, which costs more calls: it has to stay the same. */
    @Test
    void theEntryIsTheOneThatTheCdkMakes() {
        Construct other = new Construct(stack, "Other");
        Validations.of(other)
                .acknowledge(Acknowledgment.builder()
                        .id("AwsSolutions-APIG4")
                        .reason("public: campaign, owner team-campaigns, until 2099-06-15")
                        .build());

        assertThat(acknowledged(addOffers(api(stack, true)))).isEqualTo(acknowledged(other));
    }

    @Test
    void aRouteWithAnAuthorizerHasNothingToAnswer() {
        HttpRoute orders = api(stack, true)
                .addRoute(SecureRoute.get("/orders")
                        .handler(function(stack, "Orders"))
                        .authorizer(Synthesized.authorizer())
                        .build());

        assertThat(acknowledged(orders)).isEmpty();
    }

    @Test
    void switchedOffThereIsNoAnswer() {
        assertThat(acknowledged(addOffers(api(stack, false)))).isEmpty();
    }

    @Test
    void theTemplateIsTheSameEitherWay() {
        assertThat(Synthesized.of(each -> addOffers(api(each, true))))
                .isEqualTo(Synthesized.of(each -> addOffers(api(each, false))));
    }

    private static SecureHttpApi api(Stack scope, boolean acknowledge) {
        return SecureHttpApi.Builder.create(scope, "Api")
                .acknowledgeFindings(acknowledge)
                .build();
    }

    private static HttpRoute addOffers(SecureHttpApi api) {
        return api.addRoute(SecureRoute.get("/offers")
                .handler(function(Stack.of(api), "Offers"))
                .publicAccess(
                        PublicAccess.because("campaign").owner("team-campaigns").until(LocalDate.of(2099, 6, 15)))
                .build());
    }

    /** What was acknowledged at a construct: rules and reasons. */
    private static List<Object> acknowledged(IConstruct construct) {
        return construct.getNode().getMetadata().stream()
                .filter(entry -> entry.getType().equals(Validations.ACKNOWLEDGED_RULES_METADATA_KEY))
                .map(MetadataEntry::getData)
                .toList();
    }
}
