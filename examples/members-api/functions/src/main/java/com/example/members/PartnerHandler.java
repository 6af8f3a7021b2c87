package com.example.members;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.LambdaCaller;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;

/** {@code GET /partner/{proxy+}}, for the partners that {@link PartnerAuthorizer} knows, whatever they ask for. */
public final class PartnerHandler extends HttpApiHandler {
    @Override
    protected Response handle(Request request) {
        String partner = request.caller(LambdaCaller.class).value("partner").orElseThrow();
        String path = request.pathParameter("proxy").orElseThrow();
        return Response.ok(json -> json.put("partner", partner).put("path", path));
    }
}
