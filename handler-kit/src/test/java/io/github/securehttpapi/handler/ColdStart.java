package io.github.securehttpapi.handler;

import java.time.Instant;

/** What a function's first request is, and an answer with an instant in it, in a JVM of its own. */
final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) {
        Answer answer = Invocation.ofText("{\"name\":\"Zoe\",\"email\":\"zoe@example.com\"}")
                .of(new ContactHandler());
        if (answer.status() != 202) {
            throw new AssertionError(answer.json());
        }
        Response.ok(json -> json.put("at", Instant.EPOCH));
    }
}
