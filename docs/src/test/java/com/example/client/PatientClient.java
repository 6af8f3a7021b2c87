package com.example.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongUnaryOperator;

// snippet:client
/** Sends a request again after 429, 502, 503 and 504, each time after a longer time and never more than a few times. */
public final class PatientClient {
    private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);

    /** RFC 9110, 9.2.2: to do these twice is to do them once. */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_LIMIT = Duration.ofMillis(200);
    private static final Duration LAST_LIMIT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final LongUnaryOperator upTo;

    /** {@code upTo} draws a number from 0 to the one it is given: {@code ThreadLocalRandom.current()::nextLong}. */
    public PatientClient(HttpClient client, LongUnaryOperator upTo) {
        this.client = client;
        this.upTo = upTo;
    }

    /** Gives the last answer, whatever it says. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        for (int retry = 0; retry < ATTEMPTS - 1 && mayRepeat(request, answer.statusCode()); retry++) {
            Thread.sleep(upTo.applyAsLong(limit(retry).toMillis()));
            answer = client.send(request, BodyHandlers.ofString());
        }
        return answer;
    }

    /** A 429 comes from the gateway, before the function: nothing was done. After a 503 something may have been. */
    private static boolean mayRepeat(HttpRequest request, int status) {
        boolean undone = status == 429;
        boolean harmless = IDEMPOTENT.contains(request.method())
                || request.headers().firstValue("idempotency-key").isPresent();
        return TRANSIENT.contains(status) && (undone || harmless);
    }

    /** Twice as long each time, from 200 ms to 10 s. Full jitter: the time waited is anything from none to that. */
    static Duration limit(int retry) {
        Duration doubled = FIRST_LIMIT.multipliedBy(1L << Math.min(retry, 10));
        return doubled.compareTo(LAST_LIMIT) < 0 ? doubled : LAST_LIMIT;
    }
}
// end
