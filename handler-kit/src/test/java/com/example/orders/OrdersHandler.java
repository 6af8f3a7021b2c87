package com.example.orders;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.IamCaller;
import io.github.securehttpapi.handler.JwtCaller;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;
import io.github.securehttpapi.handler.Router;

// snippet:router
public final class OrdersHandler extends HttpApiHandler {
    private final Router router = Router.builder()
            .route("GET /orders/{id}", this::find)
            .route("ANY /reports", this::report)
            .build();

    @Override
    protected Response handle(Request request) throws Exception {
        return router.handle(request);
    }
    // end

    // snippet:one-kind
    private Response find(Request request) {
        String owner = request.caller(JwtCaller.class).subject();
        // end
        String id = request.pathParameter("id").orElseThrow();
        return Response.ok(json -> json.put("id", id).put("owner", owner));
    }

    private Response report(Request request) {
        // snippet:several-kinds
        if (request.caller() instanceof IamCaller service) {
            String arn = service.userArn().orElseThrow();
            return Response.ok(json -> json.put("reader", arn));
        }
        // end
        return Response.error(403, "reports are for services");
    }
}
