package com.example.shop;

import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;

/** Reads at the pace of a database, writes at the pace of a queue. */
final class ShopStack extends Stack {
    private final String handler;

    ShopStack(App app, Path jar, String handler) {
        super(app, "Shop");
        this.handler = handler;
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .defaultAuthorizer(new HttpIamAuthorizer())
                .build();
        addReads(api, jar);
        addWrites(api, jar);
    }

    private void addReads(SecureHttpApi api, Path jar) {
        // snippet:reads
        JavaFunction orders = JavaFunction.Builder.create(this, "Orders")
                .jar(jar)
                .handler(handler)
                .reservedConcurrency(10) // as many connections as the database can spare
                .timeout(Duration.seconds(3))
                .build();
        api.addRoute(SecureRoute.get("/orders")
                .handler(orders)
                .timeout(Duration.seconds(4)) // longer than the function's: it answers by itself
                .throttle(
                        ThrottleSettings.builder().rateLimit(50).burstLimit(10).build())
                .build());
        // end
    }

    private void addWrites(SecureHttpApi api, Path jar) {
        // snippet:queue
        Queue accepted = Queue.Builder.create(this, "Accepted")
                .enforceSsl(true)
                .visibilityTimeout(Duration.minutes(3)) // six times the worker's time-out
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(Queue.Builder.create(this, "Failed")
                                .enforceSsl(true)
                                .retentionPeriod(Duration.days(14))
                                .build())
                        .maxReceiveCount(5)
                        .build())
                .build();
        JavaFunction intake = JavaFunction.Builder.create(this, "Intake")
                .jar(jar)
                .handler(handler)
                .environment(Map.of("QUEUE_URL", accepted.getQueueUrl()))
                .build();
        accepted.grantSendMessages(intake);

        JavaFunction worker = JavaFunction.Builder.create(this, "Worker")
                .jar(jar)
                .handler(handler)
                .reservedConcurrency(5)
                .timeout(Duration.seconds(30))
                .build();
        accepted.grantConsumeMessages(worker);
        worker.getAlias()
                .addEventSource(SqsEventSource.Builder.create(accepted)
                        .maxConcurrency(5)
                        .reportBatchItemFailures(true)
                        .build());
        // end
        api.addRoute(SecureRoute.post("/orders").handler(intake).build());
    }
}
