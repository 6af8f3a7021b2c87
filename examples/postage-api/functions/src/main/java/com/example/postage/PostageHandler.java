package com.example.postage;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;
import io.github.securehttpapi.handler.Router;
import java.util.List;

/** What Lambda calls, for both routes. */
public final class PostageHandler extends HttpApiHandler {
    private final Router router = Router.builder()
            .route("GET /tariff", this::tariff)
            .route("POST /quotes", this::quote)
            .build();

    @Override
    protected Response handle(Request request) throws Exception {
        return router.handle(request);
    }

    private Response tariff(Request request) {
        return Response.ok(json -> json.putAll("zones", List.of(Zone.values()), Zone::write));
    }

    private Response quote(Request request) {
        Parcel parcel = request.json(Parcel.DECODER);
        return Response.ok(json -> json.put("cents", parcel.price()));
    }
}
