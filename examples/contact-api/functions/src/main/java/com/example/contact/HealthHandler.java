package com.example.contact;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;
import java.time.Clock;

/** {@code GET /health}: says that the function runs. */
public final class HealthHandler extends HttpApiHandler {
    private static final String SERVICE = "contact-api";

    private final Clock clock;

    /** The constructor that Lambda calls. */
    public HealthHandler() {
        this(Clock.systemUTC());
    }

    HealthHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected Response handle(Request request) {
        return Response.ok(json -> json.put("ok", true).put("service", SERVICE).put("checkedAt", clock.instant()));
    }
}
