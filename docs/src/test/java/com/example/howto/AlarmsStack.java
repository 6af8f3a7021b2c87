package com.example.howto;

import io.github.securehttpapi.construct.ApiAlarm;
import io.github.securehttpapi.construct.ApiAlarms;
import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** docs/how-to/set-alarms.md. */
final class AlarmsStack extends Stack {
    AlarmsStack(Construct scope, String id) {
        super(scope, id);
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api").build();
        api.addRoute(SecureRoute.get("/catalogue")
                .handler(InlineFunction.define(this, "Catalogue"))
                .publicAccess(PublicAccess.because("catalogue is on the web site too"))
                .build());

        // snippet:alarms
        Topic onCall = Topic.Builder.create(this, "OnCall").enforceSsl(true).build();
        onCall.addSubscription(new EmailSubscription("on-call@example.com"));

        ApiAlarms.Builder.create(this, "Alarms")
                .api(api)
                .topic(onCall)
                .notifyWhenOk(true)
                .build();
        // end

        Topic dayTime = new Topic(this, "DayTime");
        // snippet:two
        ApiAlarms.Builder.create(this, "Early")
                .api(api)
                .topic(dayTime)
                .latency(Duration.millis(800))
                .minimumRequests(50)
                .without(ApiAlarm.SERVER_ERRORS)
                .without(ApiAlarm.INTEGRATION_ERRORS)
                .build();
        // end
    }
}
