package com.example.contact;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;

/** {@code GET /health}: says that the function runs. */
public final class HealthHandler extends HttpApiHandler {
    @Override
    protected Response handle(Request request) {
        return Response.ok(json -> json.put("ok", true));
    }
}
